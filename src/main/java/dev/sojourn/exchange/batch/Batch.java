package dev.sojourn.exchange.batch;

import java.time.Instant;

/**
 * One import, as it stands in the ledger.
 *
 * @param recorded when the ledger learned its first event; with recorded times kept, that is when its rows say
 * @param actor who imported
 * @param firstPosition of its first event
 * @param lastPosition of its last event; between the two there may be others'
 * @param events how many there are
 * @param undone how many of them do not count any more
 */
public record Batch(
        String id, Instant recorded, String actor, long firstPosition, long lastPosition, long events, long undone) {}
