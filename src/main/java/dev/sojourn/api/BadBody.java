package dev.sojourn.api;

/** A body that can be read, but whose values do not make a command. */
final class BadBody extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadBody(String detail) {
        super(detail);
    }
}
