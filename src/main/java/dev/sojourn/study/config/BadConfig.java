package dev.sojourn.study.config;

/** A file of questions or rules cannot be used; the message names the file, the place in it and the field. */
public final class BadConfig extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    public BadConfig(String message, Throwable cause) {
        super(message, cause);
    }
}
