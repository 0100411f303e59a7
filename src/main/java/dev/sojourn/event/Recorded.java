package dev.sojourn.event;

/**
 * An event as it stands in the ledger.
 *
 * @param erased whether personal data was recorded with it and has been erased since, so that what is left of it is empty
 */
public record Recorded(Header header, Event event, boolean erased) {

    /** One of which nothing was erased. */
    public Recorded(Header header, Event event) {
        this(header, event, false);
    }

    /** Its place in the ledger. */
    public long position() {
        return header.position();
    }
}
