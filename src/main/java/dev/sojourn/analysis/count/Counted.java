package dev.sojourn.analysis.count;

import dev.sojourn.projection.day.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * What was counted of all people of a question.
 *
 * @param counts how many are in each cell; not to be added to
 * @param sums what was counted beside; not to be written to
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Counted(Counts counts, int[] sums) implements Tables.Table {

    /**
     * Counts, or takes what was counted before.
     *
     * @param kept null if nothing is to be kept
     * @param people of each block
     * @param cells how many there are
     * @param beside how many numbers are counted beside
     * @param looks one for each thread
     */
    public static Counted of(
            Tables.Use kept,
            int blocks,
            IntFunction<Chosen> people,
            long cells,
            int beside,
            Supplier<? extends Look> looks) {
        var counting = new Counting(blocks, people, cells, beside, looks);
        return kept == null || !Counts.few(cells) ? counting.atOnce() : kept.of(blocks, counting);
    }

    @Override
    public long bytes() {
        return counts.bytes() + 4L * sums.length;
    }

    private record Counting(
            int blocks, IntFunction<Chosen> people, long cells, int beside, Supplier<? extends Look> looks)
            implements Tables.Counting<BlockTable, Counted> {

        @Override
        public List<BlockTable> count(int[] some) {
            var tables = new BlockTable[some.length];
            Parts.of(some.length, Tally::new, (tally, at) -> tables[at] = tally.table(people.apply(some[at])));
            return Arrays.asList(tables);
        }

        @Override
        public Counted sum(List<BlockTable> all) {
            return patched(new Counted(new Counts(cells), new int[beside]), List.of(), all, all);
        }

        @Override
        public Counted patched(Counted sum, List<BlockTable> gone, List<BlockTable> come, List<BlockTable> all) {
            var counts = sum.counts.copy();
            int[] sums = sum.sums.clone();
            for (var table : gone) {
                counts.add(table, -1);
                Counted.add(table.sums(), -1, sums);
            }
            for (var table : come) {
                counts.add(table, 1);
                Counted.add(table.sums(), 1, sums);
            }
            return new Counted(counts, sums);
        }

        @Override
        public Counted atOnce() {
            var tallies = Parts.of(blocks, Tally::new, (tally, block) -> tally.add(people.apply(block)));
            int[] sums = new int[beside];
            tallies.forEach(tally -> Counted.add(tally.sums, 1, sums));
            return new Counted(
                    Counts.sum(tallies.stream().map(tally -> tally.counts).toList()), sums);
        }

        /** What one thread counts. */
        private final class Tally {

            private final Look look = looks.get();
            private final Counts counts = new Counts(cells);
            private long[] each = {}; // with room for the largest block so far
            private final int[] sums = new int[beside];

            BlockTable table(Chosen people) {
                int[] numbers = look(people);
                return counts.table(each, people.size(), numbers);
            }

            void add(Chosen people) {
                Counted.add(look(people), 1, sums);
                counts.add(each, people.size());
            }

            private int[] look(Chosen people) {
                each = each.length < people.size() ? new long[people.size()] : each;
                return look.at(people, each);
            }
        }
    }

    private static void add(int[] numbers, int times, int[] sums) {
        for (int at = 0; at < sums.length; at++) {
            sums[at] += times * numbers[at];
        }
    }
}
