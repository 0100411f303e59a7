package dev.sojourn.bench.ledger;

import dev.sojourn.bench.report.Row;
import dev.sojourn.bench.report.Section;
import dev.sojourn.command.curation.Curation;
import dev.sojourn.projection.Follower;
import dev.sojourn.projection.Timeline;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.saved.SnapshotFile;
import java.io.IOException;
import java.time.Clock;
import java.util.function.Consumer;

/** How long a ledger takes to be ready for questions and commands when there is a snapshot of its read model. */
public final class Starting implements Section {

    private static final int ROUNDS = 3;
    private static final double GOAL = 3;
    private static final double GOAL_EVENTS = 5e6;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public void measure(int researchers, Consumer<Row> rows) throws IOException {
        var rates = new Rates(name(), researchers);
        var folder = LedgerOnDisk.folder(researchers);
        long head;
        long began = System.nanoTime();
        try (var store = LedgerStore.open(folder, Clock.systemUTC())) {
            Curation.open(store, folder, Clock.systemUTC()).close();
            double lookups = (System.nanoTime() - began) / 1e9;
            rows.accept(rates.amount("look-ups checked, or built if they were not", lookups, "s", null));
            head = store.head();
            var timeline = Follower.of(store).timeline();
            began = System.nanoTime();
            long size = new SnapshotFile(Timeline.SNAPSHOT, folder, store)
                    .write(head, () -> false, out -> timeline.save(out, (int) head));
            rows.accept(rates.amount("snapshot written", (System.nanoTime() - began) / 1e9, "s", null));
            rows.accept(rates.amount("its size", size / 1e6, "MB", null));
        }
        double[] opened = new double[ROUNDS];
        double[] reading = new double[ROUNDS];
        double[] writing = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            began = System.nanoTime();
            try (var store = LedgerStore.open(folder, Clock.systemUTC())) {
                opened[round] = (System.nanoTime() - began) / 1e9;
                var follower = Follower.of(store, folder);
                reading[round] = (System.nanoTime() - began) / 1e9;
                if (follower.snapshot() != head) {
                    throw new IllegalStateException("the snapshot was not used");
                }
                Curation.open(store, folder, Clock.systemUTC()).close();
                writing[round] = (System.nanoTime() - began) / 1e9;
            }
        }
        rows.accept(rates.amount("ledger opened and checked", Rates.median(opened), "s", null));
        rows.accept(rates.amount(
                String.format(java.util.Locale.ROOT, "ready for questions, of %,d events", head),
                Rates.median(reading),
                "s",
                head <= GOAL_EVENTS * 1.1 ? GOAL : null));
        rows.accept(rates.amount("ready for commands as well", Rates.median(writing), "s", null));
    }
}
