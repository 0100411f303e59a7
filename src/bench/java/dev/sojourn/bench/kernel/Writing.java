package dev.sojourn.bench.kernel;

import dev.sojourn.projection.View;
import dev.sojourn.projection.column.Block;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Taking in one event, and what the next reader of a kept day waits for it. The ledger grows while it is measured. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 10, batchSize = Writing.EVENTS)
@Measurement(iterations = 10, batchSize = Writing.EVENTS)
public class Writing {

    /** In one shot; divide what is reported by it. */
    static final int EVENTS = 10_000;

    private Filled filled;

    /** Fills the timeline, and has a day kept. */
    @Setup
    public void fill() {
        filled = new Filled(50_000);
        read(filled.timeline.now());
    }

    /** Ten thousand events. */
    @Benchmark
    public void events() {
        filled.timeline.on(filled.next());
    }

    /** Ten thousand events, with the first block of a day read after each. */
    @Benchmark
    public int eventsEachRead() {
        filled.timeline.on(filled.next());
        return read(filled.timeline.now());
    }

    private static int read(View view) {
        return view.day(Filled.FIRST).rows(0)[Block.SIZE - 1];
    }
}
