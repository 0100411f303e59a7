package dev.sojourn.bench.report;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** Measures work that can be done again and again: in milliseconds, the median of some tries. */
public final class Stopwatch {

    /** So that what takes microseconds is not lost in the clock. */
    private static final long LEAST_NANOS = 2_000_000;

    /** Before that the compiler has not done its work on what takes microseconds. */
    private static final long WARM_NANOS = 1_500_000_000;

    private final int tries;
    private final long patience;
    private long began;
    private int turn;
    private int calls;

    /**
     * A watch.
     *
     * @param tries at most so many, after as many to warm up, and more if they are short
     * @param patience seconds for all of them; a third of it goes into warming up at most
     */
    public Stopwatch(int tries, int patience) {
        this.tries = tries;
        this.patience = patience * 1_000_000_000L;
    }

    /** Does some work, which is told how often it was done before. */
    public Cell time(IntConsumer work) {
        began = System.nanoTime();
        turn = 0;
        calls = 1;
        double first = once(work);
        for (int round = 0; (round < tries || elapsed() < WARM_NANOS) && elapsed() < patience / 3; round++) {
            once(work);
        }
        double[] took = new double[tries];
        int done = 0;
        do {
            took[done++] = once(work);
        } while (done < tries && elapsed() < patience);
        Arrays.sort(took, 0, done);
        return new Cell(took[done / 2], took[0], first, done, null);
    }

    /** Milliseconds of one call. */
    private double once(IntConsumer work) {
        long start = System.nanoTime();
        for (int call = 0; call < calls; call++) {
            work.accept(turn++);
        }
        long nanos = Math.max(1, System.nanoTime() - start);
        double each = nanos / (double) calls;
        calls = (int) Math.max(1, Math.min(100_000, LEAST_NANOS / each));
        return each / 1e6;
    }

    private long elapsed() {
        return System.nanoTime() - began;
    }
}
