package dev.sojourn.projection.day;

import dev.sojourn.projection.column.Block;
import dev.sojourn.projection.column.PackedDate;
import dev.sojourn.projection.person.SpellRows;
import java.util.Arrays;

/** The rows of the researchers of a block, each one's in the order of their precedence: what a plane is made of. */
final class Layout {

    /** More rows than anybody has but by a mistake; slots are kept for all of a block. */
    private static final int MOST_ROWS = 250;

    private final SpellRows spells;
    private final int[] counts; // by place
    private final StringBuilder many = new StringBuilder(); // a growing list of chars
    private int[] rows = new int[8 * Block.SIZE]; // those of a place together, first places first
    private int size;

    Layout(int block, Standpoint standpoint) {
        spells = standpoint.spells();
        counts = new int[Block.size(block, standpoint.known())];
        for (int place = 0; place < counts.length; place++) {
            int first = size;
            counts[place] = sorted((block << Block.BITS) + place, standpoint);
            if (counts[place] > MOST_ROWS) {
                counts[place] = 0;
                size = first;
                many.append((char) place);
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

    /** Where the rows of each slot begin, and one number more: how many there are. */
    int[] first() {
        int[] lengths = lengths();
        int[] first = new int[lengths.length + 1];
        for (int slot = 0; slot < lengths.length; slot++) {
            first[slot + 1] = first[slot] + lengths[slot];
        }
        return first;
    }

    /** All rows, the first ones of the places in their order, then the second ones, and so on. */
    int[] rows(char[] order) {
        int[] begin = new int[counts.length];
        for (int place = 1; place < counts.length; place++) {
            begin[place] = begin[place - 1] + counts[place - 1];
        }
        int[] all = new int[size];
        int next = 0;
        int slot = 0;
        for (int length : lengths()) {
            for (int rank = 0; rank < length; rank++) {
                all[next++] = rows[begin[order[rank]] + slot];
            }
            slot++;
        }
        return all;
    }

    /** By place those with more than {@link #MOST_ROWS}, of whom none is in a slot. */
    char[] many() {
        return many.toString().toCharArray();
    }
}
