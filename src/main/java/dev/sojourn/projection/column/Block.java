package dev.sojourn.projection.column;

/**
 * People are counted in blocks of 4,096, by number. What a question needs of one block stays in a processor's own cache,
 * two threads take different blocks, and what an event changes is one block and no other.
 */
public final class Block {

    public static final int BITS = IntColumn.BITS;
    public static final int SIZE = 1 << BITS;
    public static final int MASK = SIZE - 1;

    private Block() {}

    /** The block of a researcher. */
    public static int of(int researcher) {
        return researcher >>> BITS;
    }

    /** How many blocks so many researchers fill, the last one perhaps in part. */
    public static int count(int researchers) {
        return (researchers + MASK) >>> BITS;
    }

    /** How many of so many researchers are in a block. */
    public static int size(int block, int researchers) {
        return Math.min(SIZE, researchers - (block << BITS));
    }
}
