package dev.sojourn.projection;

import dev.sojourn.event.value.Id;
import dev.sojourn.exchange.LedgerLines;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.row.Pending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A program that goes on writing the events of the reference ledger where it was killed, with a snapshot of the read model
 * as often as there can be one, and says each head acknowledged to it.
 */
final class SnapshottingProgram {

    /** Events of one transaction. */
    static final int TOGETHER = 10;

    private static final int FEW = 20;

    private SnapshottingProgram() {}

    /** Directory of the ledger, and how many events there are to write. */
    public static void main(String[] args) throws IOException {
        var directory = Path.of(args[0]);
        var reference = reference().subList(0, Integer.parseInt(args[1]));
        try (var store = LedgerStore.open(directory, Clock.systemUTC());
                var follower = Follower.of(store, directory, FEW)) {
            System.out.println("began " + follower.snapshot() + " " + store.head() + ".");
            var transaction = new TransactionTemplate(store.writes());
            for (int at = (int) store.head(); at < reference.size(); at += TOGETHER) {
                var next = reference.subList(at, Math.min(at + TOGETHER, reference.size()));
                transaction.executeWithoutResult(running -> store.append(next));
                System.out.println("safe " + store.chainHead() + ".");
            }
        }
        System.out.println("done");
    }

    /** All events of the reference ledger, in its order. */
    static List<Pending> reference() throws IOException {
        Map<Id, Long> sequences = new HashMap<>();
        var events = new ArrayList<Pending>();
        try (var lines = Files.newBufferedReader(Path.of("events/reference/ledger.jsonl"))) {
            LedgerLines.read("ledger.jsonl", lines, line -> {
                long sequence = sequences.merge(line.event().subject(), 0L, (last, first) -> last + 1);
                events.add(new Pending(
                        line.event(),
                        sequence,
                        line.recorded(),
                        line.actor(),
                        line.commandId(),
                        null,
                        null,
                        line.undoes()));
            });
        }
        return events;
    }
}
