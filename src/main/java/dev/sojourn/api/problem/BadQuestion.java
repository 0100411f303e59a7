package dev.sojourn.api.problem;

/** A parameter of a question cannot be read, or is not one. */
public final class BadQuestion extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String parameter;

    public BadQuestion(String code, String parameter, String detail) {
        super(detail);
        this.code = code;
        this.parameter = parameter;
    }

    /** Stable, for programs. */
    String code() {
        return code;
    }

    /** Its name; null where several together are wrong. */
    String parameter() {
        return parameter;
    }
}
