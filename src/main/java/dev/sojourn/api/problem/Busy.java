package dev.sojourn.api.problem;

/** What was asked for is done once at a time, or not more often, and is under way; 503 with {@code Retry-After}. */
public final class Busy extends RuntimeException {

    private static final int SECONDS = 10;

    private final String code;
    private final int seconds;

    /** With a stable code, and what to do about it; to be asked again in ten seconds. */
    public Busy(String code, String message) {
        this(code, message, SECONDS);
    }

    /** To be asked again in so many seconds. */
    public Busy(String code, String message, int seconds) {
        super(message);
        this.code = code;
        this.seconds = seconds;
    }

    String code() {
        return code;
    }

    int seconds() {
        return seconds;
    }
}
