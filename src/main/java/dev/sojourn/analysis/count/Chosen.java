package dev.sojourn.analysis.count;

import dev.sojourn.projection.column.Block;

/**
 * The people chosen of one block.
 *
 * @param block which
 * @param size how many
 * @param places where they stand in it, ascending; null for all of a full block
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Chosen(int block, int size, int[] places) {

    /** The place in the block of the one at some place in the list. */
    public int place(int at) {
        return places == null ? at : places[at];
    }

    /** The number of the researcher at some place in the list. */
    public int researcher(int at) {
        return (block << Block.BITS) + place(at);
    }
}
