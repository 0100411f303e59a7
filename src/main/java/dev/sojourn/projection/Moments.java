package dev.sojourn.projection;

import dev.sojourn.projection.column.IntColumn;
import dev.sojourn.store.saved.SnapshotIn;
import dev.sojourn.store.saved.SnapshotOut;
import java.time.Instant;

/**
 * When each event was recorded: milliseconds since 1970 by position, never decreasing. Their lower half stands in a
 * column; the upper half changes every 50 days, and so stands where it changes.
 */
final class Moments {

    private final IntColumn low;
    private final IntColumn changedAt; // the positions from which another upper half holds
    private final IntColumn high;
    private volatile int changes;

    Moments() {
        this(new IntColumn(), new IntColumn(), new IntColumn());
        add(Instant.EPOCH, 0);
    }

    private Moments(IntColumn low, IntColumn changedAt, IntColumn high) {
        this.low = low;
        this.changedAt = changedAt;
        this.high = high;
    }

    /** The same moments for another writer. */
    Moments fork() {
        var fork = new Moments(low.fork(), changedAt.fork(), high.fork());
        fork.changes = changes;
        return fork;
    }

    void add(Instant recorded, int position) {
        long millis = recorded.toEpochMilli();
        low.set(position, (int) millis);
        int upper = (int) (millis >>> 32);
        int next = changes;
        if (next == 0 || high.get(next - 1) != upper) {
            changedAt.set(next, position);
            high.set(next, upper);
            changes = next + 1;
        }
    }

    /** Writes those up to a position. */
    void save(SnapshotOut out, int position) {
        low.save(out, position + 1);
        int said = changes;
        while (changedAt.get(said - 1) > position) {
            said--;
        }
        changedAt.save(out, said);
        high.save(out, said);
    }

    /** Reads what was saved. */
    void load(SnapshotIn in) {
        low.load(in);
        changedAt.load(in);
        changes = high.load(in);
    }

    Instant recordedAt(int position) {
        return Instant.ofEpochMilli(millis(position));
    }

    /** The last position up to {@code head} recorded at or before a moment; 0 if there is none. */
    int lastAtOrBefore(Instant moment, int head) {
        int first = 0; // every position up to here is at or before it
        int beyond = head + 1;
        while (beyond - first > 1) {
            int middle = (first + beyond) >>> 1;
            if (recordedAt(middle).isAfter(moment)) {
                beyond = middle;
            } else {
                first = middle;
            }
        }
        return first;
    }

    private long millis(int position) {
        int change = changes - 1;
        while (changedAt.get(change) > position) {
            change--;
        }
        return (long) high.get(change) << 32 | Integer.toUnsignedLong(low.get(position));
    }
}
