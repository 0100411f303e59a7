package dev.sojourn.study.rule;

/** One parameter of a question cannot be read; the message begins with its name. */
public final class BadParameter extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final String parameter;
    private final String complaint;

    public BadParameter(String parameter, String complaint, Throwable cause) {
        super(parameter + ": " + complaint, cause);
        this.parameter = parameter;
        this.complaint = complaint;
    }

    /** Its name, as over HTTP. */
    public String parameter() {
        return parameter;
    }

    /** What is wrong, without the name. */
    public String complaint() {
        return complaint;
    }
}
