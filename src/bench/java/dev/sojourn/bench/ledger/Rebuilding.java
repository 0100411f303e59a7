package dev.sojourn.bench.ledger;

import dev.sojourn.bench.report.Row;
import dev.sojourn.bench.report.Section;
import dev.sojourn.projection.Follower;
import dev.sojourn.store.LedgerStore;
import java.time.Clock;
import java.util.function.Consumer;

/** The read model from all events of a ledger, beside a select and a JSON parse of the same rows. */
public final class Rebuilding implements Section {

    private static final int ROUNDS = 3;
    private static final double GOAL = 0.5;

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public void measure(int researchers, Consumer<Row> rows) {
        var rates = new Rates(name(), researchers);
        try (var store = LedgerStore.open(LedgerOnDisk.folder(researchers), Clock.systemUTC())) {
            long head = store.head();
            double[] raw = new double[ROUNDS];
            double[] ours = new double[ROUNDS];
            double most = 0;
            for (int round = -1; round < ROUNDS; round++) { // the first one to warm up
                long began = System.nanoTime();
                RawRows.read(store, head);
                double rawRate = head / ((System.nanoTime() - began) / 1e9);
                try (var memory = new MostInUse()) {
                    began = System.nanoTime();
                    var follower = Follower.of(store);
                    double rate = head / ((System.nanoTime() - began) / 1e9);
                    if (follower.timeline().position() != head) {
                        throw new IllegalStateException("not all events were read");
                    }
                    most = memory.megabytes();
                    if (round >= 0) {
                        raw[round] = rawRate;
                        ours[round] = rate;
                    }
                }
            }
            rows.accept(rates.beside("events read into the read model", ours, raw, GOAL));
            rows.accept(rates.amount("the same, a million events", 1e6 / Rates.median(ours), "s", null));
            rows.accept(
                    rates.amount("most memory in use meanwhile, a thousand events", most * 1000 / head, "MB", null));
        }
    }
}
