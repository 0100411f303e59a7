package dev.sojourn.command;

/** The subject has changed since the asker last saw it; nothing was recorded. */
public final class StaleVersion extends RuntimeException {

    private final long expected;
    private final long actual;

    public StaleVersion(long expected, long actual) {
        super("expected version " + expected + ", but it is at " + actual + ": read what changed and ask again");
        this.expected = expected;
        this.actual = actual;
    }

    /** The sequence the asker gave. */
    public long expected() {
        return expected;
    }

    /** The sequence of the subject's last event now; -1 if there is none. */
    public long actual() {
        return actual;
    }
}
