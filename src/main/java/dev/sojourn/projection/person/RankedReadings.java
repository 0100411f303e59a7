package dev.sojourn.projection.person;

import java.util.Arrays;

/**
 * The rules of {@link Readings} for somebody whose spells are known in the order of their precedence, and of whom nothing
 * else is to be looked at: the rows that decide in some reading. Makes few objects, for of a million people some 100,000
 * are to be asked about. One thread uses it.
 */
public final class RankedReadings {

    private static final int NOT = 0;
    private static final int PERHAPS = 1;
    private static final int SURELY = 2;

    /** A day lies within one year and one month, and a date has one of three qualifiers. */
    private static final int MOST_SHARED = 6;

    private final SpellRows spells;
    private final int[] rows;
    private final long[] starts; // as of Readings.key
    private final long[] ends;
    private final int[] started; // by the day asked for
    private final int[] ended;
    private final long[] shared = new long[MOST_SHARED]; // the open dates at which one spell hands over to another
    private int sharing;
    private int[] found = new int[8];
    private int size;

    /** For people with at most so many spells each. */
    public RankedReadings(SpellRows spells, int mostSpells) {
        this.spells = spells;
        rows = new int[mostSpells];
        starts = new long[mostSpells];
        ends = new long[mostSpells];
        started = new int[mostSpells];
        ended = new int[mostSpells];
    }

    /** Where the rows of the one to be asked about are put, those that take precedence first. */
    public int[] rows() {
        return rows;
    }

    /** Which of the first so many rows, or {@link States#UNOBSERVED}, decide on a day in some reading; each once. */
    public int[] deciding(int count, int day) {
        for (int at = 0; at < count; at++) {
            int row = rows[at];
            starts[at] = Readings.key(spells.startDay(row), spells.startForm(row));
            ends[at] = Readings.key(spells.endDay(row), spells.endForm(row));
            started[at] = come(spells.startDay(row), spells.startForm(row), day);
            ended[at] = come(spells.endDay(row), spells.endForm(row), day);
        }
        share(count);
        size = 0;
        for (int choice = 0; choice < 1 << sharing; choice++) {
            int covers = NOT;
            for (int at = 0; at < count && covers != SURELY; at++) {
                covers = covers(at, count, choice);
                if (covers != NOT) {
                    find(rows[at]);
                }
            }
            if (covers != SURELY) {
                find(States.UNOBSERVED);
            }
        }
        return Arrays.copyOf(found, size);
    }

    /** Whether a date has come by a day; perhaps, while it goes on. */
    private static int come(int date, int form, int day) {
        return Readings.open(date, form, day) ? PERHAPS : date <= day ? SURELY : NOT;
    }

    private void find(int row) {
        for (int at = 0; at < size; at++) {
            if (found[at] == row) {
                return;
            }
        }
        if (size == found.length) {
            found = Arrays.copyOf(found, size * 2);
        }
        found[size++] = row;
    }

    private void share(int count) {
        sharing = 0;
        for (int at = 0; at < count; at++) {
            if (ended[at] == PERHAPS && bit(ends[at]) < 0 && met(ends[at], at, count, starts)) {
                shared[sharing++] = ends[at];
            }
        }
    }

    private int bit(long date) {
        for (int bit = 0; bit < sharing; bit++) {
            if (shared[bit] == date) {
                return bit;
            }
        }
        return -1;
    }

    private int covers(int at, int count, int choice) {
        int start = chosen(started[at], starts[at], choice, at, count, ends);
        if (start == NOT) {
            return NOT;
        }
        int end = chosen(ended[at], ends[at], choice, at, count, starts);
        return end == SURELY ? NOT : start == SURELY && end == NOT ? SURELY : PERHAPS;
    }

    /** Whether a date has come under a choice for the shared ones, of which it is one only if another spell meets it. */
    private int chosen(int come, long date, int choice, int at, int count, long[] others) {
        int bit = come == PERHAPS && met(date, at, count, others) ? bit(date) : -1;
        return bit < 0 ? come : (choice >>> bit & 1) != 0 ? SURELY : NOT;
    }

    /** Whether another spell than one has a date among its own. */
    private static boolean met(long date, int except, int count, long[] others) {
        for (int at = 0; at < count; at++) {
            if (at != except && others[at] == date) {
                return true;
            }
        }
        return false;
    }
}
