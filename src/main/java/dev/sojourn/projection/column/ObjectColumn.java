package dev.sojourn.projection.column;

import java.util.Arrays;

/** A growing column of references; written and read as {@link IntColumn} is. */
public final class ObjectColumn<T> {

    private volatile Object[][] chunks = new Object[0][];
    private boolean[] shared = {};

    @SuppressWarnings("unchecked") // only set() puts anything in
    public T get(int row) {
        return (T) chunks[row >>> IntColumn.BITS][row & IntColumn.MASK];
    }

    public void set(int row, T value) {
        int chunk = row >>> IntColumn.BITS;
        if (chunk >= chunks.length) {
            var grown = Arrays.copyOf(chunks, chunk + 1);
            for (int added = chunks.length; added <= chunk; added++) {
                grown[added] = new Object[1 << IntColumn.BITS];
            }
            chunks = grown;
        } else if (chunk < shared.length && shared[chunk]) {
            var mine = chunks.clone();
            mine[chunk] = mine[chunk].clone();
            chunks = mine;
            shared[chunk] = false;
        }
        chunks[chunk][row & IntColumn.MASK] = value;
    }

    /** The same references for another writer, as {@link IntColumn#fork}. */
    public ObjectColumn<T> fork() {
        var fork = new ObjectColumn<T>();
        fork.chunks = chunks;
        shared = new boolean[chunks.length];
        Arrays.fill(shared, true);
        fork.shared = shared.clone();
        return fork;
    }
}
