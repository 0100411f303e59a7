package dev.sojourn.store;

import dev.sojourn.store.row.EventRow;
import dev.sojourn.store.row.Pending;
import java.time.Instant;
import java.util.List;

/**
 * Events with their places, recorded times and texts, personal data encrypted: ready to be appended after a position, as
 * long as nobody else appends there.
 */
public final class PreparedEvents {

    /** One of them, without its hash. */
    record Row(Pending event, Instant recorded, EventRow text) {}

    final long after;
    final Instant lastBefore;
    final List<Row> rows;
    /** How many keys of personal data there are by then, or -1 if these needed no new one. */
    final long keysMade;

    PreparedEvents(long after, Instant lastBefore, List<Row> rows, long keysMade) {
        this.after = after;
        this.lastBefore = lastBefore;
        this.rows = rows;
        this.keysMade = keysMade;
    }

    /** The position of the last one. */
    public long position() {
        return after + rows.size();
    }

    /** The recorded time of the last one. */
    public Instant recorded() {
        return rows.isEmpty() ? lastBefore : rows.get(rows.size() - 1).recorded();
    }
}
