package dev.sojourn.projection.person;

import java.util.function.IntUnaryOperator;

/**
 * The rules of {@link Readings} for somebody whose spells are known in the order of their precedence, and of whom nothing
 * else is to be looked at: whether a value that the deciding row tells is the same in all readings. Makes no objects, for
 * of a million people some 30,000 are to be asked about. One thread uses it.
 */
public final class RankedReadings {

    /** The value of a row that has several by itself. */
    public static final int SEVERAL = Integer.MIN_VALUE;

    private static final int NOT = 0;
    private static final int PERHAPS = 1;
    private static final int SURELY = 2;

    /** A day lies within one year and one month, and a date has one of three qualifiers. */
    private static final int MOST_SHARED = 6;

    private final SpellRows spells;
    private final int day;
    private final int[] rows;
    private final int[] starts; // days, and forms beside
    private final int[] ends;
    private final int[] startForms;
    private final int[] endForms;
    private final long[] shared = new long[MOST_SHARED]; // the open dates at which one spell hands over to another
    private int sharing;

    /** For people with at most so many spells each. */
    public RankedReadings(SpellRows spells, int day, int mostSpells) {
        this.spells = spells;
        this.day = day;
        rows = new int[mostSpells];
        starts = new int[mostSpells];
        ends = new int[mostSpells];
        startForms = new int[mostSpells];
        endForms = new int[mostSpells];
    }

    /** Where the rows of the one to be asked about are put, those that take precedence first. */
    public int[] rows() {
        return rows;
    }

    /**
     * Whether the readings of the first so many rows differ in a value.
     *
     * @param valueOf the value of a deciding row, or of {@link States#UNOBSERVED}; {@link #SEVERAL} if it has more
     */
    public boolean differ(int size, IntUnaryOperator valueOf) {
        for (int at = 0; at < size; at++) {
            starts[at] = spells.startDay(rows[at]);
            ends[at] = spells.endDay(rows[at]);
            startForms[at] = spells.startForm(rows[at]);
            endForms[at] = spells.endForm(rows[at]);
        }
        share(size);
        int first = SEVERAL; // none yet
        for (int choice = 0; choice < 1 << sharing; choice++) {
            boolean decided = false;
            for (int at = 0; at <= size && !decided; at++) {
                int covers = at == size ? SURELY : covers(at, size, choice);
                if (covers != NOT) {
                    int value = valueOf.applyAsInt(at == size ? States.UNOBSERVED : rows[at]);
                    if (value == SEVERAL || (first != SEVERAL && value != first)) {
                        return true;
                    }
                    first = value;
                    decided = covers == SURELY;
                }
            }
        }
        return false;
    }

    private void share(int size) {
        sharing = 0;
        for (int at = 0; at < size; at++) {
            if (Readings.open(ends[at], endForms[at], day)
                    && bit(ends[at], endForms[at]) < 0
                    && met(ends[at], endForms[at], at, size, starts, startForms)) {
                shared[sharing++] = Readings.key(ends[at], endForms[at]);
            }
        }
    }

    private int bit(int date, int form) {
        for (int bit = 0; bit < sharing; bit++) {
            if (shared[bit] == Readings.key(date, form)) {
                return bit;
            }
        }
        return -1;
    }

    private int covers(int at, int size, int choice) {
        int started = come(starts[at], startForms[at], choice, at, size, ends, endForms);
        if (started == NOT) {
            return NOT;
        }
        int ended = come(ends[at], endForms[at], choice, at, size, starts, startForms);
        return ended == SURELY ? NOT : started == SURELY && ended == NOT ? SURELY : PERHAPS;
    }

    /** Whether a date has come under a choice for the shared ones, of which it is one only if another spell meets it. */
    private int come(int date, int form, int choice, int at, int size, int[] others, int[] otherForms) {
        if (!Readings.open(date, form, day)) {
            return date <= day ? SURELY : NOT;
        }
        int bit = met(date, form, at, size, others, otherForms) ? bit(date, form) : -1;
        return bit < 0 ? PERHAPS : (choice >>> bit & 1) != 0 ? SURELY : NOT;
    }

    /** Whether another spell than one has a date among its own. */
    private static boolean met(int date, int form, int except, int size, int[] others, int[] otherForms) {
        for (int at = 0; at < size; at++) {
            if (at != except && others[at] == date && otherForms[at] == form) {
                return true;
            }
        }
        return false;
    }
}
