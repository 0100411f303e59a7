package dev.sojourn.projection.day;

import dev.sojourn.projection.person.SpellRows;
import java.util.Arrays;

/**
 * Numbers days so that they take 15 bits: those of some 90 years around the middle of what the spells of a block are
 * about. Earlier and later ones, and "never", stand at the ends, which tells all that matters of days in between.
 *
 * @param before the day with the number 0
 */
record DayNumbers(int before) {

    private static final int MOST = Short.MAX_VALUE;
    private static final int SAMPLE = 255;

    /** Those for the first so many rows, all of which have a start. */
    static DayNumbers of(int[] rows, int size, SpellRows spells) {
        int step = 1 + size / SAMPLE;
        int[] starts = new int[(size + step - 1) / step];
        Arrays.setAll(starts, at -> spells.startDay(rows[at * step]));
        Arrays.sort(starts);
        return new DayNumbers(starts.length == 0 ? 0 : starts[starts.length / 2] - MOST / 2);
    }

    /** The number of a day. */
    short of(int day) {
        return (short) Math.max(0, Math.min((long) day - before, MOST));
    }

    /** Whether numbers tell what is before a day and what is not. */
    boolean tells(int day) {
        return day > before && day < before + MOST - 1;
    }
}
