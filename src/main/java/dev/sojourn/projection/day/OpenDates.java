package dev.sojourn.projection.day;

import dev.sojourn.projection.column.Block;
import dev.sojourn.projection.column.PackedDate;
import dev.sojourn.projection.person.SpellRows;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What coarse dates leave open about the people of a block on one day.
 *
 * <p>A date is open if it stands for days on both sides of the day asked for: of the dates known to the year those of its
 * year, of those known to the month those of its month. Of nearly everybody no date is open, or none that makes a
 * difference to which spell decides; of the others the rows are listed that decide in some reading, and the few of whom
 * more than spells is to be looked at are left to the general rules ({@code Readings}).
 */
public final class OpenDates {

    /** {@link #of} of somebody of whom there is one reading only. */
    public static final int SETTLED = -1;

    /** {@link #of} of somebody of whom more than the spells is to be looked at: a career, those merged, what came later. */
    public static final int ALONE = -2;

    private final short[] numbers =
            new short[Block.SIZE]; // by place: 0, ALONE, or one more than the number in the list
    private char[] places = new char[64];
    private int[] begin = new int[65];
    private int[] rows = new int[128];
    private int[] institutions = new int[128];
    private int size;

    /**
     * Of a day.
     *
     * @param asKnownAt a position up to that of the plane
     * @param spells that see all rows of the plane
     */
    OpenDates(int day, SpellPlane plane, int asKnownAt, Supplier<SpellRows> spells) {
        for (int date : open(LocalDate.ofEpochDay(day))) {
            plane.coarse(date, spells).tell(day, asKnownAt, plane, this);
        }
    }

    /** The dates that stand for days on both sides of one: its year but on the last day of one, and its month likewise. */
    private static int[] open(LocalDate day) {
        var open = IntStream.builder();
        if (day.getDayOfYear() != day.lengthOfYear()) {
            open.add(CoarseDate.packed((int) day.withDayOfYear(1).toEpochDay(), PackedDate.YEAR));
        }
        if (day.getDayOfMonth() != day.lengthOfMonth()) {
            open.add(CoarseDate.packed((int) day.withDayOfMonth(1).toEpochDay(), PackedDate.MONTH));
        }
        return open.build().toArray();
    }

    /** Lists somebody; some numbers in an array tell where the rows stand in the plane. */
    void add(int place, int[] all, int first, int beyond, SpellPlane plane) {
        if (size == places.length) {
            places = Arrays.copyOf(places, size * 2);
            begin = Arrays.copyOf(begin, size * 2 + 1);
        }
        int end = begin[size];
        if (end + beyond - first > rows.length) {
            rows = Arrays.copyOf(rows, (end + beyond - first) * 2);
            institutions = Arrays.copyOf(institutions, rows.length);
        }
        for (int at = first; at < beyond; at++) {
            rows[end] = plane.row(all[at]);
            institutions[end++] = plane.institution(all[at]);
        }
        places[size++] = (char) place;
        begin[size] = end;
        numbers[place] = (short) size;
    }

    /** Of somebody more than the spells in the plane is to be looked at. */
    void alone(int place) {
        numbers[place] = ALONE;
    }

    /** The number of somebody in the list, {@link #SETTLED} or {@link #ALONE}. */
    public int of(int place) {
        return numbers[place] == ALONE ? ALONE : numbers[place] - 1;
    }

    /** How many are in the list: those who have an open date, and some who turned out to be {@link #ALONE}. */
    public int size() {
        return size;
    }

    /** The place in the block of somebody in the list. */
    public int place(int number) {
        return places[number];
    }

    /** Where the rows of somebody in the list begin, those of the next one being behind them; of the size: all. */
    public int begin(int number) {
        return begin[number];
    }

    /** The rows, or states without one, that decide in the readings of those in the list; not to be written to. */
    public int[] rows() {
        return rows;
    }

    /** Of each of {@link #rows}, as of {@link DayStates#institutions}; not to be written to. */
    public int[] institutions() {
        return institutions;
    }
}
