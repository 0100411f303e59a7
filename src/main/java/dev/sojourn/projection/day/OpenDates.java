package dev.sojourn.projection.day;

import dev.sojourn.projection.column.Block;
import dev.sojourn.projection.column.PackedDate;
import dev.sojourn.projection.person.States;
import java.time.LocalDate;
import java.util.Arrays;
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

    // What was seen of somebody: how many starts and ends are open, by Slot, and beside it
    private static final int STARTS = (1 << Slot.END) - 1;
    private static final int COUNTS = (1 << (2 * Slot.END)) - 1;
    private static final int MIXED = 1 << 24; // dates known to the year and to the month, or doubtful ones
    private static final int ALONE = 1 << 25; // more than spells are to be looked at

    private final SpellPlane plane;
    private final int asKnownAt;
    private final int[] seen = new int[Block.SIZE];
    private final int[] late = new int[Block.SIZE];

    OpenDates(int day, SpellPlane plane, int asKnownAt) {
        this.plane = plane;
        this.asKnownAt = asKnownAt;
        int[] open = open(LocalDate.ofEpochDay(day));
        Arrays.fill(late, States.UNOBSERVED);
        plane.late(day, open, asKnownAt, late);
        for (int date : open) {
            int[] more = new int[Block.SIZE];
            plane.open(date, asKnownAt, more);
            for (int place = 0; place < more.length; place++) {
                seen[place] = (seen[place] + more[place]) | (seen[place] != 0 && more[place] != 0 ? MIXED : 0);
            }
        }
        for (char place : plane.unsure()) {
            unsure(place);
        }
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
        seen[place] |= seen[place] == 0 ? 0 : MIXED;
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
        int starts = all & STARTS;
        int ends = (all & COUNTS) >>> Slot.END;
        return starts <= 1 && ends <= 1 && (all & ~COUNTS) == 0 ? TWO : MANY;
    }

    /** The deciding row if an open date has not come by the day, or the state without one. */
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
