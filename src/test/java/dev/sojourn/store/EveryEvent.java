package dev.sojourn.store;

import dev.sojourn.event.Event;
import dev.sojourn.event.form.EventCatalogue;
import dev.sojourn.event.form.EventText;
import dev.sojourn.event.form.Upcasters;
import dev.sojourn.store.row.Pending;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import org.springframework.transaction.support.TransactionTemplate;

/** Ledgers in which every type of event occurs, each as the example of its catalogue entry; nobody ruled that it may. */
public final class EveryEvent {

    private EveryEvent() {}

    /** So many events, type after type and over again, with all that a header can hold. */
    public static List<Pending> pending(int count) {
        var examples = new ArrayList<Event>();
        new TreeMap<>(EventCatalogue.types()).keySet().forEach(type -> examples.add(example(type)));
        var sequences = new HashMap<String, Long>();
        var pending = new ArrayList<Pending>();
        for (int n = 0; n < count; n++) {
            var event = examples.get(n % examples.size());
            long sequence = sequences.merge(event.subject().key(), 0L, (before, none) -> before + 1);
            boolean imported = n % 3 == 0;
            pending.add(new Pending(
                    event,
                    sequence,
                    null,
                    "kim",
                    "command-" + n,
                    imported ? "import-1" : null,
                    imported ? "row-" + n : null,
                    n % 7 == 6 ? (long) n : null));
        }
        return pending;
    }

    /** Appends them in one transaction. */
    public static void append(LedgerStore store, int count) {
        new TransactionTemplate(store.writes()).executeWithoutResult(running -> store.append(pending(count)));
    }

    private static Event example(String type) {
        try {
            return new EventText(Upcasters.CURRENT)
                    .read(type, "1", Files.readString(Path.of("events", type, "1.example.json")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
