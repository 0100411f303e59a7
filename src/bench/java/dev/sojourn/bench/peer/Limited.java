package dev.sojourn.bench.peer;

import dev.sojourn.bench.peer.Contender.Asking;
import dev.sojourn.bench.report.Cell;
import dev.sojourn.bench.report.Stopwatch;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Asks within limits of time: who takes longer for one answer is stopped, and did not finish. */
final class Limited implements AutoCloseable {

    private static final int TRIES = 11;

    private static final long LOOK_MILLIS = 200;

    private final int seconds;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    private volatile Asking asked; // null while nobody is asked
    private volatile long began;

    /**
     * Limits.
     *
     * @param seconds for one answer; all tries of it together may take a quarter of that, or one try
     */
    Limited(int seconds) {
        this.seconds = seconds;
        var unused = watch.scheduleAtFixedRate(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Looks whether somebody takes too long: from time to time, so that asking costs nothing more. */
    private void look() {
        var now = asked;
        if (now != null && late()) {
            try {
                now.cancel();
            } catch (Exception e) {
                System.err.println("a question could not be stopped: " + e);
            }
        }
    }

    private boolean late() {
        return System.nanoTime() - began > seconds * 1_000_000_000L;
    }

    /** The question took too long. */
    static final class TooLong extends Exception {
        private static final long serialVersionUID = 1L;

        TooLong(Throwable cause) {
            super(cause);
        }
    }

    /** Milliseconds. */
    Cell time(Asking asking, IntFunction<Map<String, Integer>> parameters) throws Exception {
        try {
            return new Stopwatch(TRIES, Math.max(1, seconds / 4)).time(turn -> {
                try {
                    ask(asking, parameters.apply(turn));
                } catch (Exception e) {
                    throw new Failed(e);
                }
            });
        } catch (Failed e) {
            if (e.getCause() instanceof TooLong) {
                return Cell.missing("N/A (over " + seconds + " s)");
            }
            throw e;
        }
    }

    /** One answer. */
    Object ask(Asking asking, Map<String, Integer> parameters) throws Exception {
        began = System.nanoTime();
        asked = asking;
        try {
            return asking.ask(parameters);
        } catch (Exception e) {
            throw late() ? new TooLong(e) : e;
        } finally {
            asked = null;
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(Exception cause) {
            super(cause);
        }
    }
}
