package dev.sojourn.projection;

import dev.sojourn.projection.column.IntColumn;
import java.time.Instant;

/** When each event was recorded: milliseconds since 1970 in two columns, by position, never decreasing. */
final class Moments {

    private final IntColumn high = new IntColumn();
    private final IntColumn low = new IntColumn();

    Moments() {
        add(Instant.EPOCH, 0);
    }

    void add(Instant recorded, int position) {
        long millis = recorded.toEpochMilli();
        high.set(position, (int) (millis >>> 32));
        low.set(position, (int) millis);
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
        return (long) high.get(position) << 32 | Integer.toUnsignedLong(low.get(position));
    }
}
