package dev.sojourn.store.saved;

import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.store.LedgerStore;
import java.util.Optional;

/** Opens what was encrypted under the keys of people, when somebody asks for it, as long as the ledger is open. */
public final class Unsealing {

    private final LedgerStore store;

    Unsealing(LedgerStore store) {
        this.store = store;
    }

    /** What was sealed; empty if the key was destroyed since. */
    public <T> Optional<T> open(ResearcherId whose, byte[] sealed, Class<T> type) {
        return store.unseal(whose, sealed).map(clear -> SnapshotOut.JSON.readValue(clear, type));
    }
}
