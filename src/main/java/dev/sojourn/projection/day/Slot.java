package dev.sojourn.projection.day;

/**
 * When the k-th rows of some researchers, side by side in columns, count: one slot of a {@link SpellPlane}.
 *
 * <p>The loop is the innermost of all. It is written so that the compiler vectorises it, which makes it five times as
 * fast: with masks instead of conditions (a number is negative where a condition holds, and shifting its sign makes a mask
 * of it), all columns at the same index and of one type, and in two steps, as of a shift the compiler has to see the type.
 * Numbers of 15 bits, whose differences fit 16, halve what is read, which is most of the cost. {@code src/bench} has it
 * in a benchmark of its own; look there after a change.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Slot(short[] start, short[] end, short[] from, short[] to) {

    int length() {
        return start.length;
    }

    /** Whether a row is believed at a position and covers a day, given as below; most fail at the end already. */
    boolean decides(int rank, short day, short position) {
        return end[rank] >= day && start[rank] < day && from[rank] < position && to[rank] >= position;
    }

    /**
     * Puts its number in {@code best} for every row that is believed at a position and covers a day.
     *
     * @param day one more than the number of the day
     * @param position the number of the first event that has not happened
     */
    void deciding(short number, short day, short position, short[] mask, short[] best) {
        short[] starts = start;
        short[] ends = end;
        short[] believedFrom = from;
        short[] believedTo = to;
        for (int rank = 0; rank < starts.length; rank++) {
            mask[rank] = (short) ((believedFrom[rank] - position)
                    & (position - 1 - believedTo[rank])
                    & (starts[rank] - day)
                    & (day - 1 - ends[rank]));
        }
        for (int rank = 0; rank < starts.length; rank++) {
            best[rank] = (short) (best[rank] ^ ((best[rank] ^ number) & (mask[rank] >> 15)));
        }
    }

    /** Marks those with a row that starts or ends on a day, by its number. */
    void mark(short day, boolean[] marks) {
        for (int rank = 0; rank < start.length; rank++) {
            marks[rank] |= start[rank] == day || end[rank] == day;
        }
    }
}
