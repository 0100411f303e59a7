package dev.sojourn.projection.column;

import java.util.Arrays;

/**
 * A growing column of ints in chunks, so that growth copies no data.
 *
 * <p>One thread writes. A reader takes {@link #chunks()} once, after it has read the timeline's position, and then sees
 * every row up to that position; rows written later may appear, and are told apart by their position.
 */
public final class IntColumn {

    public static final int BITS = 12;
    public static final int MASK = (1 << BITS) - 1;

    private volatile int[][] chunks = new int[0][];

    public int[][] chunks() {
        return chunks;
    }

    public int get(int row) {
        return chunks[row >>> BITS][row & MASK];
    }

    public void set(int row, int value) {
        if (row >>> BITS >= chunks.length) {
            grow(row >>> BITS);
        }
        chunks[row >>> BITS][row & MASK] = value;
    }

    private void grow(int last) {
        var grown = Arrays.copyOf(chunks, last + 1);
        for (int chunk = chunks.length; chunk <= last; chunk++) {
            grown[chunk] = new int[1 << BITS];
        }
        chunks = grown;
    }
}
