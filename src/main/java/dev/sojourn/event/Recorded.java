package dev.sojourn.event;

/** An event as it stands in the ledger. */
public record Recorded(Header header, Event event) {

    /** Its place in the ledger. */
    public long position() {
        return header.position();
    }
}
