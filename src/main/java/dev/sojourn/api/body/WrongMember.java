package dev.sojourn.api.body;

/** Thrown by the constructor of a body: a member does not fit the others, or a rule that only this body has. */
public final class WrongMember extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String member;

    /**
     * Blames a member.
     *
     * @param detail what is wrong with it, and what to write instead
     */
    public WrongMember(String member, String detail) {
        super(detail);
        this.member = member;
    }

    String member() {
        return member;
    }
}
