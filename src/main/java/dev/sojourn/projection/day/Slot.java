package dev.sojourn.projection.day;

import dev.sojourn.projection.person.SpellRows;

/**
 * One row of each of some people, side by side in columns: one slot of a {@link SpellPlane}.
 *
 * <p>The loops are the innermost of all. They are written so that the compiler vectorises them, which makes them five
 * times as fast: with masks instead of conditions (a number is negative where a condition holds, and shifting its sign
 * makes a mask of it), all columns at the same index, and so short that each can be unrolled. {@code src/bench} has them
 * in a benchmark of their own; look there after a change.
 */
final class Slot {

    /** Later than any day, but small enough for differences of packed dates not to overflow. */
    private static final int NEVER = 1 << 27;

    private final int[] start;
    private final int[] end;
    private final int[] from;
    private final int[] to;
    private final int[] row;

    /** The slot of some rows, by rank of their researchers. */
    Slot(int[] rows, SpellRows spells) {
        row = rows;
        start = new int[rows.length];
        end = new int[rows.length];
        from = new int[rows.length];
        to = new int[rows.length];
        for (int rank = 0; rank < rows.length; rank++) {
            start[rank] = packed(spells.startDay(rows[rank]), spells.startForm(rows[rank]));
            end[rank] = packed(spells.endDay(rows[rank]), spells.endForm(rows[rank]));
            from[rank] = spells.believedFrom(rows[rank]);
            to[rank] = spells.believedTo(rows[rank]);
        }
    }

    /** A day and, in the lowest two bits, how precisely it is known; packed dates are in the order of their days. */
    static int packed(int day, int form) {
        return day >= NEVER ? NEVER << 2 : day << 2 | (form & 3);
    }

    int length() {
        return row.length;
    }

    int row(int rank) {
        return row[rank];
    }

    boolean believed(int rank, int asKnownAt) {
        return from[rank] <= asKnownAt && asKnownAt < to[rank];
    }

    /** As {@link #packed}. */
    int start(int rank) {
        return start[rank];
    }

    /** As {@link #packed}. */
    int end(int rank) {
        return end[rank];
    }

    /** Whether a row is believed at a position and covers a day; most fail at the end already. */
    boolean decides(int rank, int day, int asKnownAt) {
        int last = packed(day, 3);
        return last < end[rank] && start[rank] <= last && believed(rank, asKnownAt);
    }

    /** Puts in {@code best} every row that is believed at a position and covers a day. */
    void deciding(int day, int asKnownAt, int[] best) {
        int[] starts = start;
        int[] ends = end;
        int[] believedFrom = from;
        int[] believedTo = to;
        int[] rows = row;
        int last = packed(day, 3);
        for (int rank = 0; rank < rows.length; rank++) {
            int believed = (believedFrom[rank] - asKnownAt - 1) & (asKnownAt - believedTo[rank]);
            int holds = (believed & (starts[rank] - last - 1) & (last - ends[rank])) >> 31;
            best[rank] ^= (best[rank] ^ rows[rank]) & holds;
        }
    }

    /** Bytes it takes. */
    long bytes() {
        return 20L * row.length;
    }
}
