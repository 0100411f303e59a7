package dev.sojourn.analysis.count;

import java.util.Arrays;
import java.util.List;

/**
 * How many people are in each cell: an array where it is small enough to stay in the processor's cache, else a table of
 * the cells that occur.
 */
public final class Counts {

    /** Cells of an array. */
    private static final int MOST = 1 << 20;

    private static final long FREE = -1;

    private final boolean array;
    private int[] scratch = {}; // of one block, all zero between two of them
    private long[] cells; // of the table, FREE where there is none
    private int[] counts;
    private int used;

    /** No counts yet, of so many cells, numbered from 0. */
    public Counts(long cells) {
        array = few(cells);
        this.cells = array ? new long[0] : free(1 << 12);
        counts = new int[array ? (int) cells : 1 << 12];
    }

    private static long[] free(int size) {
        long[] cells = new long[size];
        Arrays.fill(cells, FREE);
        return cells;
    }

    /** One person more in each of the first {@code size} cells of a list. */
    public void add(long[] list, int size) {
        if (array) {
            for (int at = 0; at < size; at++) {
                counts[(int) list[at]]++;
            }
        } else {
            for (int at = 0; at < size; at++) {
                add(list[at], 1);
            }
        }
    }

    /** Whether so many cells are so few that what is counted in them is worth keeping. */
    static boolean few(long cells) {
        return cells <= MOST;
    }

    /** What is in a list of {@link #few} cells, to be kept, with numbers counted beside; counts nothing here. */
    BlockTable table(long[] list, int size, int... beside) {
        if (scratch.length == 0) {
            scratch = new int[counts.length];
        }
        int[] occurring = new int[size];
        int found = 0;
        for (int at = 0; at < size; at++) {
            int cell = (int) list[at];
            occurring[found] = cell; // overwritten by the next if it is known: there is no branch to be foreseen
            found += scratch[cell] == 0 ? 1 : 0;
            scratch[cell]++;
        }
        var table = BlockTable.of(occurring, found, scratch, beside);
        for (int at = 0; at < found; at++) {
            scratch[occurring[at]] = 0;
        }
        return table;
    }

    /** What was counted of a block, so many times. */
    void add(BlockTable table, int times) {
        table.addTo(counts, times);
    }

    /** The same, of {@link #few} cells, to be added to. */
    Counts copy() {
        var copy = new Counts(0);
        copy.counts = counts.clone();
        return copy;
    }

    /** Bytes they take. */
    long bytes() {
        return 4L * counts.length + 8L * cells.length;
    }

    private void add(long cell, int count) {
        if (array) {
            counts[(int) cell] += count;
            return;
        }
        int slot = slot(cell);
        if (cells[slot] == FREE) {
            cells[slot] = cell;
            if (++used > cells.length / 2) {
                grow();
                slot = slot(cell);
            }
        }
        counts[slot] += count;
    }

    private int slot(long cell) {
        int mask = cells.length - 1;
        int slot = (int) ((cell * 0x9E3779B97F4A7C15L) >>> 40) & mask; // Fibonacci hashing spreads neighbours
        while (cells[slot] != FREE && cells[slot] != cell) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] before = cells;
        int[] countsBefore = counts;
        cells = free(before.length * 2);
        counts = new int[cells.length];
        for (int at = 0; at < before.length; at++) {
            if (before[at] != FREE) {
                int slot = slot(before[at]);
                cells[slot] = before[at];
                counts[slot] = countsBefore[at];
            }
        }
    }

    /** What several threads counted, in one. */
    public static Counts sum(List<Counts> parts) {
        var sum = parts.get(0);
        parts.stream().skip(1).forEach(part -> part.forEach(sum::add));
        return sum;
    }

    /** Takes a cell and how many people are in it. */
    @FunctionalInterface
    public interface Sink {
        void take(long cell, int count);
    }

    /** Goes through the cells with anybody in them. */
    public void forEach(Sink sink) {
        for (int at = 0; at < counts.length; at++) {
            if (counts[at] != 0) {
                sink.take(array ? at : cells[at], counts[at]);
            }
        }
    }
}
