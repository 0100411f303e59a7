package dev.sojourn.projection.day;

import dev.sojourn.projection.column.Block;
import dev.sojourn.projection.column.PackedDate;
import dev.sojourn.projection.person.States;
import java.time.LocalDate;
import java.util.stream.IntStream;

/**
 * What coarse dates leave open about the people of a block on one day.
 *
 * <p>A date is open if it stands for days on both sides of the day asked for: of the dates known to the year those of its
 * year, of those known to the month those of its month. Nearly everybody has none, or one: the end or the start of a
 * spell, or a handover, which is both. Then there are two readings: the date has come, which is the state as written, or
 * it has not, which is {@link #late}. Of whoever has more all spells are to be looked at ({@code Readings}).
 */
public final class OpenDates {

    /** There is one reading. */
    public static final byte SETTLED = 0;

    /** There are two: as written, and {@link #late}. */
    public static final byte TWO = 1;

    /** There may be more. */
    public static final byte MANY = 2;

    // What was seen of somebody: how many starts and ends are open, two of each standing for more, and beside it
    private static final int START = 1;
    private static final int STARTS = 3;
    private static final int END = 4;
    private static final int ENDS = 12;
    private static final int MIXED = 16; // dates known to the year and to the month, or doubtful ones
    private static final int ALONE = 32; // more than spells are to be looked at

    private final SpellPlane plane;
    private final int last;
    private final int[] open;
    private final int asKnownAt;
    private final byte[] seen = new byte[Block.SIZE];
    private final int[] late = new int[Block.SIZE]; // of those of whom something was seen

    OpenDates(int day, SpellPlane plane, int asKnownAt) {
        this.plane = plane;
        this.last = Slot.packed(day, 3);
        this.asKnownAt = asKnownAt;
        this.open = open(LocalDate.ofEpochDay(day));
        for (int date : open) {
            for (char rank : plane.coarse(date)) {
                look(rank);
            }
        }
        for (char place : plane.unsure()) {
            unsure(place);
        }
    }

    /** Goes through the spells of somebody who has, or had, one with an open date. */
    private void look(int rank) {
        int place = plane.place(rank);
        if (seen[place] != 0) {
            return; // for the other date
        }
        int found = 0;
        int which = -1;
        int decides = States.UNOBSERVED;
        for (int number = 0; number < plane.mostRows(); number++) {
            var slot = plane.slot(number);
            if (rank >= slot.length()) {
                break;
            }
            if (slot.believed(rank, asKnownAt)) {
                int start = which(slot.start(rank));
                int end = which(slot.end(rank));
                if (start >= 0) {
                    found = more(found, STARTS, START) | (which >= 0 && which != start ? MIXED : 0);
                    which = start;
                }
                if (end >= 0) {
                    found = more(found, ENDS, END) | (which >= 0 && which != end ? MIXED : 0);
                    which = end;
                }
                if (decides < 0 && start < 0 && slot.start(rank) <= last && (end >= 0 || last < slot.end(rank))) {
                    decides = slot.row(rank);
                }
            }
        }
        seen[place] = (byte) found;
        late[place] = decides;
    }

    /** Which of the open dates a date is; -1 for none. */
    private int which(int date) {
        for (int at = 0; at < open.length; at++) {
            if (open[at] == date) {
                return at;
            }
        }
        return -1;
    }

    private static int more(int found, int mask, int one) {
        return (found & mask) == 2 * one ? found : found + one;
    }

    /** The dates that stand for days on both sides of one: its year but on the last day of one, and its month likewise. */
    private static int[] open(LocalDate day) {
        var open = IntStream.builder();
        if (day.getDayOfYear() != day.lengthOfYear()) {
            open.add(Slot.packed((int) day.withDayOfYear(1).toEpochDay(), PackedDate.YEAR));
        }
        if (day.getDayOfMonth() != day.lengthOfMonth()) {
            open.add(Slot.packed((int) day.withDayOfMonth(1).toEpochDay(), PackedDate.MONTH));
        }
        return open.build().toArray();
    }

    /** Of somebody dates that look alike need not be the same, or belong to one spell. */
    private void unsure(int place) {
        seen[place] |= (byte) (seen[place] == 0 ? 0 : MIXED);
    }

    /** Of somebody more than the spells in the plane is to be looked at. */
    void alone(int place) {
        seen[place] |= ALONE;
    }

    /** Whether more than the spells of somebody is to be looked at: a career, those merged, or what came later. */
    public boolean isAlone(int place) {
        return (seen[place] & ALONE) != 0;
    }

    /** Whether there is more than one reading of somebody's spells, or may be. */
    public boolean any(int place) {
        return seen[place] != 0;
    }

    /** {@link #SETTLED}, {@link #TWO} or {@link #MANY}, by place in the block. */
    public byte readings(int place) {
        int all = seen[place];
        if (all == 0) {
            return SETTLED;
        }
        boolean one = (all & STARTS) <= START && (all & ENDS) <= END;
        return one && (all & (MIXED | ALONE)) == 0 ? TWO : MANY;
    }

    /** Of somebody with {@link #TWO}: the deciding row if the open date has not come by the day, or the state without one. */
    public int late(int place) {
        return late[place];
    }

    /**
     * The rows of the spells of somebody who {@link #isAlone is not alone}, in the order of their precedence; without
     * those of which no start is known.
     *
     * @param into room for {@link #mostSpells}
     * @return how many there are
     */
    public int spells(int place, int[] into) {
        return plane.believed(place, asKnownAt, into);
    }

    /** As many spells as anybody of the block can have. */
    public int mostSpells() {
        return plane.mostRows();
    }
}
