package dev.sojourn.cli;

/** What was asked cannot be done as asked; printed as one line, with the way out, and exit code 2. */
public final class InputError extends RuntimeException {
    /** A complaint and what to do about it. */
    public InputError(String message) {
        super(message);
    }
}
