package dev.sojourn.api.problem;

/** A body that can be read, but whose values do not make a command. */
public final class BadBody extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadBody(String detail) {
        super(detail);
    }
}
