package dev.sojourn.store.check;

/** What was given as the next event of a chain is not. */
public final class BrokenChain extends RuntimeException {

    private final long position;

    /** With the position where it should have stood, and what is wrong. */
    public BrokenChain(long position, String problem) {
        super("position " + position + ": " + problem);
        this.position = position;
    }

    /** Where it should have stood; all events before it were good. */
    public long position() {
        return position;
    }
}
