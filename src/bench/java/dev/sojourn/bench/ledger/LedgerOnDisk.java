package dev.sojourn.bench.ledger;

import dev.sojourn.bench.ReferenceSet;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Identity;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.row.Pending;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.support.TransactionTemplate;

/** The reference set as a ledger in a folder, with a name and an identifier for each person. */
final class LedgerOnDisk {

    private static final Path LEDGERS = Path.of("target", "bench", "ledgers");
    /** Large, since each batch writes most pages of the indexes again. */
    private static final int BATCH = 50_000;

    private final Map<String, Long> sequences = new HashMap<>();
    private final List<Pending> pending = new ArrayList<>(BATCH);
    private final LedgerStore store;
    private int people;

    private LedgerOnDisk(LedgerStore store) {
        this.store = store;
    }

    /**
     * The folder of the ledger of so many researchers; made if there is none, which takes a minute for a million events, and
     * kept, so that the next run is quicker.
     */
    static Path folder(int researchers) {
        var folder = LEDGERS.resolve(Integer.toString(researchers));
        try (var store = LedgerStore.open(folder, Clock.systemUTC())) {
            if (store.head() == 0) {
                var ledger = new LedgerOnDisk(store);
                new ReferenceSet(researchers, 42).events(ledger::add);
                ledger.flush();
            }
        }
        return folder;
    }

    private void add(Recorded recorded) {
        var event = named(recorded.event());
        long sequence = sequences.merge(event.subject().key(), 0L, (last, first) -> last + 1);
        var header = recorded.header();
        pending.add(new Pending(event, sequence, header.recorded(), "generator", "c", null, null, null));
        if (pending.size() == BATCH) {
            flush();
        }
    }

    private Event named(Event event) {
        if (!(event instanceof ResearcherRegistered registered)) {
            return event;
        }
        people++;
        var name = Names.of("Given" + people % 997 + " Family" + people % 20_011);
        var identifier = new Identifier("dblp", people % 310 + "/" + people);
        return new ResearcherRegistered(
                registered.researcher(), new Identity(name, List.of(identifier), null, null, null));
    }

    private void flush() {
        if (!pending.isEmpty()) {
            new TransactionTemplate(store.writes()).executeWithoutResult(running -> store.append(pending));
            pending.clear();
        }
    }
}
