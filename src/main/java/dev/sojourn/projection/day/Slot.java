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

    /** Of what was seen to be open: bits for the number of starts; those of the number of ends are above. */
    static final int END = 8;

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

    /** Puts in {@code best} every row that is believed at a position and covers a day. */
    void deciding(int day, int asKnownAt, int[] best) {
        deciding(start, end, day, asKnownAt, best);
    }

    private void deciding(int[] starts, int[] ends, int day, int asKnownAt, int[] best) {
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

    /** Adds to {@code seen} the believed starts and ends that equal an open date. */
    void open(int date, int asKnownAt, int[] seen) {
        open(start, date, asKnownAt, 0, seen);
        open(end, date, asKnownAt, END, seen);
    }

    private void open(int[] dates, int date, int asKnownAt, int shift, int[] seen) {
        int[] believedFrom = from;
        int[] believedTo = to;
        for (int rank = 0; rank < believedFrom.length; rank++) {
            int believed = (believedFrom[rank] - asKnownAt - 1) & (asKnownAt - believedTo[rank]);
            // Both differences are negative for equal dates alone.
            int equal = believed & (dates[rank] - date - 1) & (date - dates[rank] - 1);
            seen[rank] += equal >>> 31 << shift;
        }
    }

    /**
     * Puts in {@code late} every row that is believed at a position and covers a day if no open date has come by it.
     *
     * @param starts room for as many numbers as there are ranks, as {@code ends}
     */
    void late(int day, int[] open, int asKnownAt, int[] starts, int[] ends, int[] late) {
        postpone(start, open[0], starts);
        postpone(end, open[0], ends);
        for (int more = 1; more < open.length; more++) {
            postpone(starts, open[more], starts);
            postpone(ends, open[more], ends);
        }
        deciding(starts, ends, day, asKnownAt, late);
    }

    private void postpone(int[] dates, int open, int[] into) {
        for (int rank = 0; rank < row.length; rank++) {
            int date = dates[rank];
            into[rank] = date | ((date - open - 1) & (open - date - 1)) >>> 31 << 29;
        }
    }

    /** Bytes it takes. */
    long bytes() {
        return 20L * row.length;
    }
}
