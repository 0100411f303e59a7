package dev.sojourn.api.problem;

/** A write on something that exists came without {@code If-Match}. */
public final class VersionNeeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public VersionNeeded() {
        super("If-Match is needed: the ETag that GET on the researcher gave, so that nobody's change is overwritten");
    }
}
