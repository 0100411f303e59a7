package dev.sojourn.study;

/** The file of figures cannot be used; the message names the file, the figure and the field. */
public final class BadFigures extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    BadFigures(String message, Throwable cause) {
        super(message, cause);
    }
}
