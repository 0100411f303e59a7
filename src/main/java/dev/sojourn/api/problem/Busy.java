package dev.sojourn.api.problem;

/** What was asked for is done once at a time, or not more often, and is under way; 503 with {@code Retry-After}. */
public final class Busy extends RuntimeException {

    private final String code;

    /** With a stable code, and what to do about it. */
    public Busy(String code, String message) {
        super(message);
        this.code = code;
    }

    String code() {
        return code;
    }
}
