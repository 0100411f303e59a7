package dev.sojourn.projection.day;

import dev.sojourn.projection.column.Block;
import dev.sojourn.projection.person.SpellRows;
import dev.sojourn.projection.person.States;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The spells of one block of researchers, laid out so that the processor goes through them without branches.
 *
 * <p>Which of two spells takes precedence depends on neither the day nor the position. So each researcher's rows, those
 * that are no longer believed among them, are sorted by it once, and the k-th ones of all researchers stand side by side,
 * those with most rows first: a pass from the last slot to the first, in which whatever is believed at a position and
 * covers the day overwrites what was there, leaves the deciding one. So any day and any position up to that of the plane
 * cost the same. A loop by researcher costs several times as much, for its branches cannot be foreseen ({@code
 * Kernels}, "flows by country, known 2021-01-01"). What a deciding row says is laid out beside it for the same reason: rows
 * of the same person are far from each other.
 */
final class SpellPlane {

    /** Dates known to the year or the month of which is kept what they leave open. */
    private static final int COARSE = 32;

    private static final ThreadLocal<short[][]> SCRATCH =
            ThreadLocal.withInitial(() -> new short[2][Block.SIZE]); // the numbers of slots, and masks

    private final int position;
    private final char[] order; // the researchers of the block by place, those with most rows first
    private final char[] ranks; // of each place: where it stands in the order
    private final char[] many; // by place those with more rows than there are slots; they have none
    private final DayNumbers days;
    private final EventNumbers events;
    private final Slot[] slots; // each no longer than the one before
    private final int[] first; // where the rows of a slot begin
    private final int[] rows; // and at the end, as in the following two, "none"
    private final int[] institutions; // as of Decided
    private final char[] observed;
    private final Map<Integer, CoarseDate> coarse = new ConcurrentHashMap<>(); // those asked for, by packed date

    /** Lays out a block, as believed at any position up to a standpoint. */
    SpellPlane(int block, Standpoint standpoint) {
        var layout = new Layout(block, standpoint);
        var spells = standpoint.spells();
        position = standpoint.position();
        order = layout.order();
        ranks = new char[order.length];
        for (int rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = (char) rank;
        }
        many = layout.many();
        first = layout.first();
        rows = Arrays.copyOf(layout.rows(order), none() + 1);
        rows[none()] = States.UNOBSERVED;
        days = DayNumbers.of(rows, none(), spells);
        short[] start = new short[none()];
        short[] end = new short[none()];
        for (int at = 0; at < start.length; at++) {
            start[at] = days.of(spells.startDay(rows[at]));
            end[at] = days.of(spells.endDay(rows[at]));
        }
        short[] from = new short[none()];
        short[] to = new short[none()];
        events = EventNumbers.of(rows, places(), spells, from, to);
        institutions = new int[rows.length];
        observed = new char[rows.length];
        for (int at = 0; at < rows.length; at++) {
            institutions[at] = Decided.institution(rows[at], spells);
            observed[at] = (char) Proof.OBSERVED.codeOf(spells, rows[at]);
        }
        slots = new Slot[first.length - 1];
        for (int slot = 0; slot < slots.length; slot++) {
            int last = first[slot + 1];
            slots[slot] = new Slot(
                    Arrays.copyOfRange(start, first[slot], last),
                    Arrays.copyOfRange(end, first[slot], last),
                    Arrays.copyOfRange(from, first[slot], last),
                    Arrays.copyOfRange(to, first[slot], last));
        }
    }

    /** Where the row of whoever has none stands, behind those of all slots. */
    private int none() {
        return first[first.length - 1];
    }

    private char[] places() {
        char[] places = new char[none()];
        for (int slot = 0; slot + 1 < first.length; slot++) {
            System.arraycopy(order, 0, places, first[slot], first[slot + 1] - first[slot]);
        }
        return places;
    }

    /** The position as of which it was laid out. */
    int position() {
        return position;
    }

    /** Whether it tells of a day what decides. */
    boolean tells(int day) {
        return days.tells(day);
    }

    /** By place those of whom it does not tell what decides at a position, beside {@link #many}. */
    char[] unclear(int asKnownAt) {
        return events.unclear(asKnownAt);
    }

    /** By place those with so many rows that it does not tell of them; not to be written to. */
    char[] many() {
        return many;
    }

    /**
     * What decides for each researcher of the block on a day, by spells alone, as believed at a position up to that of the
     * plane. Whoever has no spell is given the row behind all slots, so that there is no branch to be foreseen.
     */
    void deciding(int day, int asKnownAt, Decided into) {
        short[] best = SCRATCH.get()[0];
        short[] mask = SCRATCH.get()[1];
        Arrays.fill(best, 0, order.length, (short) slots.length);
        short asked = (short) (days.of(day) + 1);
        short reached = events.after(asKnownAt);
        for (int slot = slots.length - 1; slot >= 0; slot--) {
            slots[slot].deciding((short) slot, asked, reached, mask, best);
        }
        int[] ranked = new int[first.length]; // all bits of a rank count in a slot, and none behind them
        Arrays.fill(ranked, 0, slots.length, -1);
        for (int rank = 0; rank < order.length; rank++) {
            int at = first[best[rank]] + (rank & ranked[best[rank]]);
            into.set(order[rank], rows[at], institutions[at], observed[at]);
        }
    }

    /** The deciding row of one researcher alone, where they are few; by place in the block. */
    int deciding(int place, int day, int asKnownAt) {
        int rank = place < ranks.length ? ranks[place] : order.length;
        short asked = (short) (days.of(day) + 1);
        short reached = events.after(asKnownAt);
        for (int slot = 0; slot < slots.length && rank < slots[slot].length(); slot++) {
            if (slots[slot].decides(rank, asked, reached)) {
                return rows[first[slot] + rank];
            }
        }
        return States.UNOBSERVED;
    }

    /** Where a row stands of those laid out of somebody; of {@link States#UNOBSERVED} behind them. */
    int find(int rank, int row) {
        for (int slot = 0; slot < slots.length && rank < slots[slot].length(); slot++) {
            if (rows[first[slot] + rank] == row) {
                return first[slot] + rank;
            }
        }
        return none();
    }

    /** What stands somewhere: a row, or a state without one. */
    int row(int at) {
        return rows[at];
    }

    /** Its institution, as of {@link Decided#institutions}. */
    int institution(int at) {
        return institutions[at];
    }

    /**
     * What a date known to the year or the month leaves open.
     *
     * @param date packed
     * @param spells that see all rows of the plane
     */
    CoarseDate coarse(int date, Supplier<SpellRows> spells) {
        var kept = coarse.get(date);
        if (kept == null) {
            kept = new CoarseDate(date, this, spells.get());
            if (coarse.size() >= COARSE) {
                coarse.clear(); // whatever is asked for again is worked out again
            }
            coarse.put(date, kept);
        }
        return kept;
    }

    /** By rank those who may have a row that starts or ends on a day; all who have one are among them. */
    boolean[] dated(int day) {
        boolean[] marks = new boolean[order.length];
        for (var slot : slots) {
            slot.mark(days.of(day), marks);
        }
        return marks;
    }

    int place(int rank) {
        return order[rank];
    }

    /** The rows of somebody, those that are no longer believed among them, by precedence; answers how many there are. */
    int rows(int rank, int[] into) {
        int size = 0;
        while (size < slots.length && rank < slots[size].length()) {
            into[size] = rows[first[size] + rank];
            size++;
        }
        return size;
    }

    /** How many rows somebody can have at most. */
    int mostRows() {
        return slots.length;
    }

    /** Bytes it takes. */
    long bytes() {
        return 18L * rows.length
                + 4L * order.length
                + events.bytes()
                + coarse.values().stream().mapToLong(CoarseDate::bytes).sum();
    }
}
