package dev.sojourn.projection.day;

import dev.sojourn.projection.person.SpellRows;

/**
 * A way to number what deciding rows say, so that counting is adding to an array. Codes from {@link #FIRST} on are values;
 * below it stand the states without one.
 *
 * <p>A row never changes, so its code is worked out once and kept with the day; codings that are equal must give equal
 * codes.
 */
public interface Coding {

    /** There is a spell, but its value is not known. */
    int UNKNOWN = 0;

    /** No spell covers the day. */
    int UNOBSERVED = 1;

    /** The career has ended. */
    int INACTIVE = 2;

    /** The first code of a value. */
    int FIRST = 3;

    /** One more than the largest code. */
    int size();

    /** The code of a row, {@link #UNKNOWN} or at least {@link #FIRST}. */
    int code(SpellRows spells, int row);

    /**
     * The codes by institution, if nothing else of a row makes a difference; else null. That of an institution stands at
     * {@link #FIRST} and its number, those of states without a spell at themselves, so that looking up needs no condition.
     * Not to be written to.
     */
    default int[] byInstitution() {
        return null;
    }

    /**
     * The codes of the first so many deciding rows or states without one; to be overridden where one loop serves better.
     *
     * @param into may be the rows themselves
     */
    default void codes(SpellRows spells, int[] rows, int size, int[] into) {
        for (int at = 0; at < size; at++) {
            into[at] = codeOf(spells, rows[at]);
        }
    }

    /** The code of a deciding row or of a state without one, as {@code States} numbers them. */
    default int codeOf(SpellRows spells, int row) {
        return row >= 0 ? code(spells, row) : -1 - row;
    }
}
