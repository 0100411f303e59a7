package dev.sojourn.analysis.count;

import dev.sojourn.projection.day.Tables;

/**
 * What was counted of the people of one block: the cells with anybody in them, how many are in each, and numbers beside.
 *
 * @param cells by number
 * @param counts of each of them; a block has at most 4,096 people
 * @param sums what else was counted, in the order of whoever counts
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record BlockTable(int[] cells, char[] counts, int[] sums) implements Tables.Table {

    @Override
    public long bytes() {
        return 64 + 6L * cells.length + 4L * sums.length;
    }
}
