package dev.sojourn.projection.column;

import java.util.Arrays;

/** A growing column of references; written and read as {@link IntColumn} is. */
public final class ObjectColumn<T> {

    private volatile Object[][] chunks = new Object[0][];

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
        }
        chunks[chunk][row & IntColumn.MASK] = value;
    }
}
