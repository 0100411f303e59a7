package dev.sojourn.event;

import java.time.Instant;

/**
 * What the event store says of an event, beside its payload.
 *
 * @param position its place in the ledger: 1, 2, 3 and so on, without gaps
 * @param recorded when the ledger learned it, UTC, milliseconds, never before the one at the position before
 * @param sequence its number within its subject, from 0
 * @param actor who recorded it
 * @param commandId the command that caused it; the same one never causes it twice
 * @param importBatch the import it came with, or null
 * @param importRow the fingerprint of the imported row it came from, or null
 * @param undoes the position of the event that it undoes, or null
 */
public record Header(
        long position,
        Instant recorded,
        long sequence,
        String actor,
        String commandId,
        String importBatch,
        String importRow,
        Long undoes) {

    /** The same, for an event that counts again from another position on, since what undid it was undone. */
    public Header countingFrom(long another) {
        return new Header(another, recorded, sequence, actor, commandId, importBatch, importRow, undoes);
    }
}
