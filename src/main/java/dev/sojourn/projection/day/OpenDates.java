package dev.sojourn.projection.day;

import dev.sojourn.projection.column.Block;
import dev.sojourn.projection.column.PackedDate;
import dev.sojourn.projection.person.States;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * What coarse dates leave open about the people of a block on one day.
 *
 * <p>A date is open if it stands for days on both sides of the day asked for: of the dates known to the year those of its
 * year, of those known to the month those of its month. Nearly everybody has none, or one: the end or the start of a
 * spell, or a handover, which is both. Then there are two readings: the date has come, which is the state as written, or
 * it has not, which is {@link #late}. Whoever has more is to be looked at one by one ({@code Readings}).
 */
public final class OpenDates {

    /** There is one reading. */
    public static final byte SETTLED = 0;

    /** There are two: as written, and {@link #late}. */
    public static final byte TWO = 1;

    /** There may be more. */
    public static final byte MANY = 2;

    // What was seen of somebody: how many starts, how many ends, and of what kind.
    private static final int START = 1;
    private static final int END = 1 << 8;
    private static final int COUNTS = (1 << 16) - 1;
    private static final int OF_YEAR = 1 << 16;
    private static final int OF_MONTH = 1 << 17;
    private static final int OLDER = 1 << 18;
    private static final int SEVERAL = 1 << 19;

    private static final int QUALIFIED = 1 << 4;

    private final int day;
    private final int year; // the first day of a year that is open; of none if the day is its last
    private final int month;
    private final int[] seen = new int[Block.SIZE];
    private final int[] late = new int[Block.SIZE];

    OpenDates(int day) {
        this.day = day;
        var asked = LocalDate.ofEpochDay(day);
        year = asked.getDayOfYear() == asked.lengthOfYear()
                ? Integer.MIN_VALUE
                : (int) asked.withDayOfYear(1).toEpochDay();
        month = asked.getDayOfMonth() == asked.lengthOfMonth()
                ? Integer.MIN_VALUE
                : (int) asked.withDayOfMonth(1).toEpochDay();
        Arrays.fill(late, States.UNOBSERVED);
    }

    /** How the dates of a spell were written, in one byte: two bits each, and whether one is marked as not sure. */
    static byte forms(int start, int end) {
        boolean qualified = PackedDate.qualified(start) || PackedDate.qualified(end);
        return (byte) ((start & 3) | ((end & 3) << 2) | (qualified ? QUALIFIED : 0));
    }

    /** Takes in the next spell of somebody, the one that takes precedence last. */
    void spell(int place, int row, int start, int end, int forms) {
        int opens = open(start, forms & 3, START) | open(end, (forms >>> 2) & 3, END);
        boolean starts = (opens & START) != 0;
        boolean ends = (opens & END) != 0;
        if (opens != 0) {
            boolean unclear = (starts && ends) || (forms & QUALIFIED) != 0;
            seen[place] = (seen[place] + (opens & COUNTS)) | (opens & ~COUNTS) | (unclear ? SEVERAL : 0);
        }
        if (start <= day && !starts && (day < end || ends)) {
            late[place] = row;
        }
    }

    private int open(int date, int precision, int what) {
        if (date == year && precision == PackedDate.YEAR) {
            return what | OF_YEAR;
        }
        return date == month && precision == PackedDate.MONTH ? what | OF_MONTH : 0;
    }

    /** Somebody has one more spell, whose precedence among those taken in is not known. */
    void older(int place, int start, int startForm, int end, int endForm) {
        int opens = open(start, startForm & 3, START) | open(end, endForm & 3, END);
        seen[place] |= opens == 0 ? OLDER : SEVERAL;
    }

    /** Somebody has to be looked at one by one. */
    void several(int place) {
        seen[place] |= SEVERAL;
    }

    /** {@link #SETTLED}, {@link #TWO} or {@link #MANY}, by place in the block. */
    public byte readings(int place) {
        int all = seen[place];
        if ((all & (COUNTS | SEVERAL)) == 0) {
            return SETTLED;
        }
        int starts = all & 0xff;
        int ends = (all & COUNTS) >>> 8;
        boolean oneDate = starts <= 1 && ends <= 1 && (all & OF_YEAR) * 2 != (all & OF_MONTH);
        return oneDate && (all & (SEVERAL | OLDER)) == 0 ? TWO : MANY;
    }

    /** The deciding row if an open date has not come by the day, or the state without one. */
    public int late(int place) {
        return late[place];
    }
}
