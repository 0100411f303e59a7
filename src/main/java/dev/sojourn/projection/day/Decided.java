package dev.sojourn.projection.day;

import dev.sojourn.projection.column.Block;
import dev.sojourn.projection.person.SpellRows;
import dev.sojourn.projection.person.States;
import java.util.Arrays;

/**
 * By place in a block what decides on a day, and what most questions ask of it.
 *
 * @param rows those that decide, or the states without one
 * @param institutions {@link Coding#FIRST} and the number of that of the row, or the code of the state without one
 * @param observed as the codes of {@link Proof#OBSERVED}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Decided(int[] rows, int[] institutions, char[] observed) {

    /** Nobody has a spell. */
    Decided() {
        this(new int[Block.SIZE], new int[Block.SIZE], new char[Block.SIZE]);
        Arrays.fill(rows, States.UNOBSERVED);
        Arrays.fill(institutions, Coding.UNOBSERVED);
        Arrays.fill(observed, (char) Coding.UNOBSERVED);
    }

    void set(int place, int row, int institution, char seen) {
        rows[place] = row;
        institutions[place] = institution;
        observed[place] = seen;
    }

    /** As {@link #institutions}. */
    static int institution(int row, SpellRows spells) {
        return row < 0 ? -1 - row : Coding.FIRST + spells.institution(row);
    }

    /** Somebody's row, or state without one. */
    void set(int place, int row, SpellRows spells) {
        set(place, row, institution(row, spells), (char) Proof.OBSERVED.codeOf(spells, row));
    }
}
