package dev.sojourn.store.row;

/** A stored event that cannot be read: of an unknown type or revision, or malformed. Whoever reads must stop there. */
public final class UnreadableEvent extends RuntimeException {

    private final long position;

    /** The event at a position, of a type and revision as stored; the cause never quotes the payload. */
    public UnreadableEvent(long position, String type, String revision, String problem) {
        super("the event at position " + position + ", a " + type + " of revision " + revision + ", cannot be read: "
                + problem);
        this.position = position;
    }

    /** Where it is; events before it can be read. */
    public long position() {
        return position;
    }
}
