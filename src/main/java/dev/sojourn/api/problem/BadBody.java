package dev.sojourn.api.problem;

import java.util.List;

/** A body that cannot be read, or whose values do not make a command. */
public final class BadBody extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Flaw> flaws;

    /** Something is wrong with the values as a whole. */
    public BadBody(String detail) {
        this(List.of(new Flaw("", null, detail)));
    }

    /**
     * Says what is wrong.
     *
     * @param flaws at least one
     */
    public BadBody(List<Flaw> flaws) {
        super(flaws.get(0).detail() + (flaws.size() == 1 ? "" : " (and " + (flaws.size() - 1) + " more: see errors)"));
        this.flaws = List.copyOf(flaws);
    }

    /** What is wrong, in the order of the body. */
    List<Flaw> flaws() {
        return flaws;
    }
}
