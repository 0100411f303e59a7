package dev.sojourn.api.problem;

/** A write on something that exists came without {@code If-Match}. */
public final class VersionNeeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public VersionNeeded() {
        super("If-Match is needed: the ETag that GET gave for it, so that nobody's change is overwritten");
    }
}
