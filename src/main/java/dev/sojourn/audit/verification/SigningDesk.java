package dev.sojourn.audit.verification;

import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.row.Head;
import java.time.Clock;
import java.util.ArrayList;

/** Where the chain of one ledger ends now, for those who keep it elsewhere. */
public final class SigningDesk {

    /**
     * Where it ends.
     *
     * @param recorded when the last event was recorded, as stored; empty for the empty ledger
     */
    public record End(Head head, String recorded) {}

    private final LedgerStore store;
    private final Clock clock;

    /** Of a ledger; the clock says when something was signed. */
    public SigningDesk(LedgerStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Where the chain ends, as far as it is safely on disk. */
    public End end() {
        var head = store.chainHead();
        if (head.position() == 0) {
            return new End(head, "");
        }
        var recorded = new ArrayList<String>();
        store.links(
                head.position() - 1,
                head.position(),
                link -> recorded.add(link.event().recorded()));
        return new End(head, recorded.get(0));
    }

    /** The same, signed. */
    public SignedHead sign(Signer signer) {
        return sign(signer, end());
    }

    /** An end that was asked for before, signed. */
    public SignedHead sign(Signer signer, End end) {
        return signer.sign(end.head(), end.recorded(), clock.instant());
    }
}
