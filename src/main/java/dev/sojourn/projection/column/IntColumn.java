package dev.sojourn.projection.column;

import dev.sojourn.store.saved.SnapshotIn;
import dev.sojourn.store.saved.SnapshotOut;
import java.util.Arrays;

/**
 * A growing column of ints in chunks, so that growth copies no data.
 *
 * <p>One thread writes. A reader takes {@link #chunks()} once, after it has read the timeline's position, and then sees
 * every row up to that position; rows written later may appear, and are told apart by their position.
 *
 * <p>A {@link #fork} shares its chunks until one of the two writes to one, which then gets a copy of its own.
 */
public final class IntColumn {

    public static final int BITS = 12;
    public static final int MASK = (1 << BITS) - 1;

    private volatile int[][] chunks = new int[0][];
    private boolean[] shared = {}; // by chunk; those beyond are its own

    public int[][] chunks() {
        return chunks;
    }

    public int get(int row) {
        return chunks[row >>> BITS][row & MASK];
    }

    public void set(int row, int value) {
        if (row >>> BITS >= chunks.length) {
            grow(row >>> BITS);
        } else if (row >>> BITS < shared.length && shared[row >>> BITS]) {
            own(row >>> BITS);
        }
        chunks[row >>> BITS][row & MASK] = value;
    }

    /** The same column for another writer, which this one does not see; to be called by the writer of this one. */
    public IntColumn fork() {
        var fork = new IntColumn();
        fork.chunks = chunks;
        shared = new boolean[chunks.length];
        Arrays.fill(shared, true);
        fork.shared = shared.clone();
        return fork;
    }

    /** The list of chunks is copied, too: readers of the one before keep it, and nobody sees half a chunk. */
    private void own(int chunk) {
        var mine = chunks.clone();
        mine[chunk] = mine[chunk].clone();
        chunks = mine;
        shared[chunk] = false;
    }

    /** How many rows there is room for by now. */
    public int size() {
        return chunks.length << BITS;
    }

    /** Writes the rows up to a size. */
    public void save(SnapshotOut out, int size) {
        out.number(size);
        int[][] all = chunks;
        for (int chunk = 0; chunk << BITS < size; chunk++) {
            out.plain(all[chunk], Math.min(1 << BITS, size - (chunk << BITS)));
        }
    }

    /** Reads what was saved into an empty column; answers the size. */
    public int load(SnapshotIn in) {
        int size = in.number();
        if (size > 0) {
            grow((size - 1) >>> BITS);
        }
        for (int chunk = 0; chunk << BITS < size; chunk++) {
            in.plain(chunks[chunk], Math.min(1 << BITS, size - (chunk << BITS)));
        }
        return size;
    }

    private void grow(int last) {
        var grown = Arrays.copyOf(chunks, last + 1);
        for (int chunk = chunks.length; chunk <= last; chunk++) {
            grown[chunk] = new int[1 << BITS];
        }
        chunks = grown;
    }
}
