package dev.sojourn.analysis.count;

import dev.sojourn.projection.day.Tables;

/**
 * What was counted of the people of one block: the cells with anybody in them, how many are in each, and numbers beside.
 * There is one of each block and kept question, so they are to be small: few people are together in a cell.
 *
 * @param cells by number, if all there are fit; those with many people several times
 * @param large the same where there are more cells; else none
 * @param counts of each of them, as numbers without a sign
 * @param sums what else was counted, in the order of whoever counts
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record BlockTable(char[] cells, int[] large, byte[] counts, int[] sums) implements Tables.Table {

    /** The largest count of an entry. */
    private static final int MOST = 255;

    /**
     * The table of some cells.
     *
     * @param size how many of the cells in the list count
     * @param all the count of each cell, by number
     */
    static BlockTable of(int[] list, int size, int[] all, int[] sums) {
        int entries = 0;
        for (int at = 0; at < size; at++) {
            entries += (all[list[at]] + MOST - 1) / MOST;
        }
        boolean small = all.length <= Character.MAX_VALUE + 1;
        var table =
                new BlockTable(new char[small ? entries : 0], new int[small ? 0 : entries], new byte[entries], sums);
        int next = 0;
        for (int at = 0; at < size; at++) {
            for (int rest = all[list[at]]; rest > 0; rest -= MOST) {
                if (small) {
                    table.cells[next] = (char) list[at];
                } else {
                    table.large[next] = list[at];
                }
                table.counts[next++] = (byte) Math.min(rest, MOST);
            }
        }
        return table;
    }

    /** Adds what was counted, so many times, to the count of each cell by number. */
    void addTo(int[] all, int times) {
        for (int at = 0; at < cells.length; at++) {
            all[cells[at]] += times * Byte.toUnsignedInt(counts[at]);
        }
        for (int at = 0; at < large.length; at++) {
            all[large[at]] += times * Byte.toUnsignedInt(counts[at]);
        }
    }

    @Override
    public long bytes() {
        return 96 + 2L * cells.length + 4L * large.length + counts.length + 4L * sums.length;
    }
}
