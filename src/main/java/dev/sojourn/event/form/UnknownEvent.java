package dev.sojourn.event.form;

/**
 * A stored event that this version cannot read: its type is not in the catalogue, or no chain of upcasters leads from
 * its revision to the current one. Never skipped, since everything after it would be computed without it.
 */
public final class UnknownEvent extends RuntimeException {

    private final String type;
    private final String revision;

    /** Names what was found in the store. */
    public UnknownEvent(String type, String revision) {
        super("the catalogue of events has no " + type + " of revision " + revision
                + "; it was stored by another version of the program, or by none");
        this.type = type;
        this.revision = revision;
    }

    /** The type name as stored. */
    public String type() {
        return type;
    }

    /** The revision as stored, or null if there was none. */
    public String revision() {
        return revision;
    }
}
