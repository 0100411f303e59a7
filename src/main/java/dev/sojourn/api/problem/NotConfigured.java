package dev.sojourn.api.problem;

/** The server was not told where to, or with what. */
public final class NotConfigured extends RuntimeException {

    /** With the setting that is missing. */
    public NotConfigured(String message) {
        super(message);
    }
}
