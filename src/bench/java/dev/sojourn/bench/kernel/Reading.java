package dev.sojourn.bench.kernel;

import dev.sojourn.analysis.count.Chosen;
import dev.sojourn.analysis.count.Lens;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.analysis.question.Rules;
import dev.sojourn.projection.View;
import dev.sojourn.projection.column.Block;
import java.util.Map;
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

/** Reading: one person, and one block of 4,096 people for a flow matrix. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Reading {

    private static final int RESEARCHERS = 50_000;
    private static final int DAY = (int) Filled.FIRST.toEpochDay();
    private static final Rules RULES = Rules.standard(new RegionMap("bench", Map.of()));

    private final int[] one = new int[Block.SIZE];
    private final int[] other = new int[Block.SIZE];
    private Filled filled;
    private View now;
    private int turn;

    /** Fills the timeline once. */
    @Setup
    public void fill() {
        filled = new Filled(RESEARCHERS);
        now = filled.timeline.now();
    }

    /** Where one person is: another each time. */
    @Benchmark
    public int person() {
        turn = (turn + 7_919) % RESEARCHERS;
        return now.states().deciding(turn, DAY);
    }

    /** The pairs of a block as known now, on two days that are kept. */
    @Benchmark
    public int[] blockKept() {
        return pairs(now);
    }

    /** The same at a past position, another each time: both days are worked out. */
    @Benchmark
    public int[] blockWorkedOut() {
        turn = (turn + 7_919) % RESEARCHERS;
        return pairs(filled.timeline.at(filled.timeline.position() - 10_000 - turn));
    }

    private int[] pairs(View view) {
        var before = new Lens(view, RULES, Filled.FIRST);
        var after = new Lens(view, RULES, Filled.LAST);
        var block = new Chosen(0, Block.SIZE, null);
        before.codes(Attribute.COUNTRY, block, one);
        after.codes(Attribute.COUNTRY, block, other);
        int width = after.values(Attribute.COUNTRY).length;
        int[] pairs = new int[before.values(Attribute.COUNTRY).length * width];
        for (int place = 0; place < Block.SIZE; place++) {
            pairs[one[place] * width + other[place]]++;
        }
        return pairs;
    }
}
