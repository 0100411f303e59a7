package dev.sojourn.analysis;

import dev.sojourn.analysis.count.Chosen;
import dev.sojourn.analysis.count.Counted;
import dev.sojourn.analysis.count.Lens;
import dev.sojourn.analysis.count.Look;
import dev.sojourn.analysis.count.Selection;
import dev.sojourn.analysis.count.Staleness;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.projection.column.Block;
import dev.sojourn.projection.day.Coding;
import dev.sojourn.projection.day.Tables;

/**
 * What was counted of a flow. A cell is a pair of codes, and whether another spell decides on the last day than on the
 * first: three numbers in one, so that counting a person is adding to an array.
 *
 * @param from the value of each code of the first day
 * @param to the value of each code of the last day
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FlowTally(int[] from, int[] to, Counted counted) {

    /** Counts, or takes what was counted before. */
    static FlowTally of(Attribute by, Lens before, Lens after, int since, Selection people, Tables.Use kept) {
        int[] from = before.values(by);
        int[] to = after.values(by);
        long cells = (long) from.length * to.length * 2;
        return new FlowTally(
                from,
                to,
                Counted.of(
                        kept,
                        people.blocks(),
                        people::in,
                        cells,
                        Staleness.NUMBERS + 2,
                        () -> new Pairs(by, before, after, since, people.most())));
    }

    Staleness staleness() {
        return Staleness.of(counted.sums());
    }

    int uncertain() {
        return counted.sums()[Staleness.NUMBERS];
    }

    int qualified() {
        return counted.sums()[Staleness.NUMBERS + 1];
    }

    /** Takes what was counted of a pair of codes: those who moved apart from those who did not. */
    interface Sink {
        void take(int from, int to, int count, int moved, int reclassified);
    }

    void forEach(Sink sink) {
        counted.counts().forEach((cell, count) -> {
            long pair = cell >>> 1;
            int origin = pair <= Integer.MAX_VALUE ? (int) pair / to.length : (int) (pair / to.length);
            int destination = (int) (pair - (long) origin * to.length);
            boolean spells = observed(origin) && observed(destination);
            boolean moved = spells && cell % 2 != 0;
            boolean reclassified = spells && !moved && from[origin] != to[destination];
            sink.take(origin, destination, count, moved ? count : 0, reclassified ? count : 0);
        });
    }

    private static boolean observed(int code) {
        return code != Coding.UNOBSERVED && code != Coding.INACTIVE;
    }

    /** How one thread looks at people. */
    private static final class Pairs implements Look {

        private final Attribute by;
        private final Lens before;
        private final Lens after;
        private final int since;
        private final long width;
        private final int[] rowsBefore;
        private final int[] rowsAfter;
        private final int[] codesBefore;
        private final int[] codesAfter;

        Pairs(Attribute by, Lens before, Lens after, int since, int most) {
            this.by = by;
            this.before = before;
            this.after = after;
            this.since = since;
            this.width = after.values(by).length;
            this.rowsBefore = new int[most];
            this.rowsAfter = new int[most];
            this.codesBefore = new int[most];
            this.codesAfter = new int[most];
        }

        @Override
        public int[] at(Chosen people, long[] cells) {
            before.rows(people, rowsBefore);
            after.rows(people, rowsAfter);
            before.codes(by, people, codesBefore);
            after.codes(by, people, codesAfter);
            for (int at = 0; at < people.size(); at++) {
                // At one position each spell has one row, so another row is another spell.
                int moved = rowsBefore[at] == rowsAfter[at] ? 0 : 1;
                cells[at] = (codesBefore[at] * width + codesAfter[at]) * 2 + moved;
            }
            int open = uncertain(people); // before the codes are overwritten
            var fresh = Staleness.of(after, people, rowsAfter, since, codesAfter);
            return fresh.numbers(open, after.qualified(people, codesAfter));
        }

        private int uncertain(Chosen people) {
            var first = before.doubts(people);
            var last = after.doubts(people);
            if (first == null && last == null) {
                return 0;
            }
            boolean[] marks = new boolean[Block.SIZE];
            if (first != null) {
                first.mark(by, rowsBefore, codesBefore, marks);
            }
            if (last != null) {
                last.mark(by, rowsAfter, codesAfter, marks);
            }
            int count = 0;
            for (int at = 0; at < people.size(); at++) {
                count += marks[people.place(at)] ? 1 : 0;
            }
            return count;
        }
    }
}
