package dev.sojourn.projection.person;

import dev.sojourn.projection.column.Block;
import java.util.Arrays;

/**
 * Gives out the numbers of rows, so that the rows of one block of researchers lie together however their events are
 * interleaved: each block has its own pages of 256 rows. A question that goes through a block then finds its rows in
 * the processor's cache; in the plain order of events each look would be one at main memory.
 */
final class RowPages {

    private static final int PAGE = 1 << 8;

    private int[] next = new int[0]; // by block: the next free row of its last page
    private int pages;

    /** Goes on where so many numbers of each block are given out; by block, one more than the highest. */
    void load(int[] beyond) {
        next = beyond;
        pages = Arrays.stream(beyond).max().orElse(0);
        pages = (pages + PAGE - 1) / PAGE;
    }

    int next(int researcher) {
        int block = Block.of(researcher);
        if (block >= next.length) {
            next = Arrays.copyOf(next, Math.max(block + 1, next.length + (next.length >> 1)));
        }
        if ((next[block] & (PAGE - 1)) == 0) {
            next[block] = PAGE * pages++;
        }
        return next[block]++;
    }

    RowPages fork() {
        var fork = new RowPages();
        fork.next = next.clone();
        fork.pages = pages;
        return fork;
    }
}
