package dev.sojourn.projection.day;

import dev.sojourn.projection.column.Block;
import dev.sojourn.projection.column.PackedDate;
import dev.sojourn.projection.person.SpellRows;
import java.util.Arrays;

/** The rows of the researchers of a block, each one's in the order of their precedence: what a plane is made of. */
final class Layout {

    private final SpellRows spells;
    private final int[] counts; // by place
    private int[] rows = new int[8 * Block.SIZE]; // those of a place together, first places first
    private int size;
    private final StringBuilder unsure = new StringBuilder(); // a growing list of chars

    Layout(int block, Standpoint standpoint) {
        spells = standpoint.spells();
        counts = new int[Block.size(block, standpoint.known())];
        for (int place = 0; place < counts.length; place++) {
            counts[place] = sorted((block << Block.BITS) + place, standpoint);
            if (anyUnsure(size - counts[place])) {
                unsure.append((char) place);
            }
        }
    }

    /** Adds the rows of one researcher; those without a start cover no day, and are left out. */
    private int sorted(int researcher, Standpoint standpoint) {
        int first = size;
        for (int row = spells.firstEver(researcher); row >= 0; row = spells.nextEver(row)) {
            if (spells.startDay(row) != PackedDate.UNKNOWN_DAY) {
                if (size == rows.length) {
                    rows = Arrays.copyOf(rows, size * 2);
                }
                int at = size++;
                while (at > first && standpoint.states().precedes(row, rows[at - 1])) {
                    rows[at] = rows[at - 1];
                    at--;
                }
                rows[at] = row;
            }
        }
        return size - first;
    }

    /** The places, those with most rows first; of equal numbers the lower place. */
    char[] order() {
        int[] next = Arrays.copyOf(lengths(), mostRows() + 1); // who has k rows comes behind those of the k-th slot
        char[] order = new char[counts.length];
        for (int place = 0; place < counts.length; place++) {
            order[next[counts[place]]++] = (char) place;
        }
        return order;
    }

    private int mostRows() {
        return Arrays.stream(counts).max().orElse(0);
    }

    /** How many people have a row in each slot, which are all who have more rows than its number. */
    private int[] lengths() {
        int[] lengths = new int[mostRows()];
        for (int count : counts) {
            for (int slot = 0; slot < count; slot++) {
                lengths[slot]++;
            }
        }
        return lengths;
    }

    /** All rows, the first ones of the places in their order, then the second ones, and so on. */
    Slot[] slots(char[] order) {
        int[] first = new int[counts.length];
        for (int place = 1; place < counts.length; place++) {
            first[place] = first[place - 1] + counts[place - 1];
        }
        int[] lengths = lengths();
        var slots = new Slot[lengths.length];
        for (int slot = 0; slot < slots.length; slot++) {
            int[] its = new int[lengths[slot]];
            for (int rank = 0; rank < its.length; rank++) {
                its[rank] = rows[first[order[rank]] + slot];
            }
            slots[slot] = new Slot(its, spells);
        }
        return slots;
    }

    private boolean anyUnsure(int from) {
        for (int at = from; at < size; at++) {
            if (unsure(rows[at])) {
                return true;
            }
        }
        return false;
    }

    private boolean unsure(int row) {
        return spells.qualified(row)
                || (spells.startDay(row) == spells.endDay(row) && spells.startForm(row) == spells.endForm(row));
    }

    /** As of {@link SpellPlane#unsure}. */
    char[] unsure() {
        return unsure.toString().toCharArray();
    }
}
