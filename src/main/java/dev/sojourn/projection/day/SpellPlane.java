package dev.sojourn.projection.day;

import dev.sojourn.projection.column.Block;
import dev.sojourn.projection.person.States;
import java.util.Arrays;

/**
 * The spells of one block of researchers, laid out so that the processor goes through them without branches.
 *
 * <p>Which of two spells takes precedence depends on neither the day nor the position. So each researcher's rows, those
 * that are no longer believed among them, are sorted by it once, and the k-th ones of all researchers stand side by side,
 * those with most rows first: a pass from the last slot to the first, in which whatever is believed at a position and
 * covers the day overwrites what was there, leaves the deciding one. So any day and any position up to that of the plane
 * cost the same. A loop by researcher costs several times as much, for its branches cannot be foreseen ({@code
 * Kernels}, "flows by country, known 2021-01-01").
 */
final class SpellPlane {

    private static final ThreadLocal<int[]> SCRATCH = ThreadLocal.withInitial(() -> new int[Block.SIZE]);

    private final int position;
    private final char[] order; // the researchers of the block by place, those with most rows first
    private final char[] ranks; // of each place: where it stands in the order
    private final Slot[] slots; // each no longer than the one before
    private final char[] unsure; // see unsure()
    private final CoarseDates coarse;

    /** Lays out a block, as believed at any position up to a standpoint. */
    SpellPlane(int block, Standpoint standpoint) {
        var layout = new Layout(block, standpoint);
        position = standpoint.position();
        order = layout.order();
        ranks = new char[order.length];
        for (int rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = (char) rank;
        }
        slots = layout.slots(order);
        unsure = layout.unsure();
        coarse = new CoarseDates(slots);
    }

    /** The position as of which it was laid out. */
    int position() {
        return position;
    }

    /**
     * The deciding row of each researcher of the block on a day, by spells alone, as believed at a position up to that of
     * the plane; {@link States#UNOBSERVED} where there is none.
     *
     * @param into by place in the block
     */
    void deciding(int day, int asKnownAt, int[] into) {
        int[] best = SCRATCH.get();
        Arrays.fill(best, 0, order.length, States.UNOBSERVED);
        for (int slot = slots.length - 1; slot >= 0; slot--) {
            slots[slot].deciding(day, asKnownAt, best);
        }
        for (int place = 0; place < ranks.length; place++) {
            into[place] = best[ranks[place]];
        }
        Arrays.fill(into, ranks.length, into.length, States.UNOBSERVED);
    }

    /** The same for one researcher alone, where they are few; by place in the block. */
    int deciding(int place, int day, int asKnownAt) {
        int rank = place < ranks.length ? ranks[place] : order.length;
        for (int slot = 0; slot < slots.length && rank < slots[slot].length(); slot++) {
            if (slots[slot].decides(rank, day, asKnownAt)) {
                return slots[slot].row(rank);
            }
        }
        return States.UNOBSERVED;
    }

    /** By rank those who have, or had, a spell that starts or ends on a date known to the year or month; ascending. */
    char[] coarse(int date) {
        return coarse.of(date);
    }

    int place(int rank) {
        return order[rank];
    }

    Slot slot(int number) {
        return slots[number];
    }

    /** The rows of somebody believed at a position, in the order of their precedence; answers how many there are. */
    int believed(int place, int asKnownAt, int[] into) {
        int rank = ranks[place];
        int size = 0;
        for (int slot = 0; slot < slots.length && rank < slots[slot].length(); slot++) {
            if (slots[slot].believed(rank, asKnownAt)) {
                into[size++] = slots[slot].row(rank);
            }
        }
        return size;
    }

    /** How many rows somebody can have at most. */
    int mostRows() {
        return slots.length;
    }

    /**
     * Those of whom the number of open dates does not tell the readings: who have a date that was marked as approximate or
     * uncertain, or a spell that starts and ends in one year or month. By place; not to be written to.
     */
    char[] unsure() {
        return unsure;
    }

    /** Bytes it takes. */
    long bytes() {
        return Arrays.stream(slots).mapToLong(Slot::bytes).sum()
                + 4L * order.length
                + 2L * unsure.length
                + coarse.bytes();
    }
}
