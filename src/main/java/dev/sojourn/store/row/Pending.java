package dev.sojourn.store.row;

import dev.sojourn.event.Event;
import java.time.Instant;
import java.util.Objects;

/**
 * An event to append.
 *
 * @param sequence its number within its subject, from 0: one more than the subject's last
 * @param recorded when the ledger learned it, or null for now; at most now and never before the event ahead of it
 * @param actor who records it
 * @param commandId the command that caused it
 * @param importBatch the import it comes with, or null
 * @param importRow the fingerprint of the imported row it comes from, or null
 * @param undoes the position of the event that it undoes, or null
 * @param request keyed hash of the request it comes of, or null
 */
public record Pending(
        Event event,
        long sequence,
        Instant recorded,
        String actor,
        String commandId,
        String importBatch,
        String importRow,
        Long undoes,
        String request) {

    /** One that comes of no request that could be repeated. */
    public Pending(
            Event event,
            long sequence,
            Instant recorded,
            String actor,
            String commandId,
            String importBatch,
            String importRow,
            Long undoes) {
        this(event, sequence, recorded, actor, commandId, importBatch, importRow, undoes, null);
    }

    /** Event, actor and command id are required. */
    public Pending {
        Objects.requireNonNull(event, "event");
        if (actor == null || commandId == null) {
            throw new IllegalArgumentException("an event needs an actor and a command id");
        }
    }
}
