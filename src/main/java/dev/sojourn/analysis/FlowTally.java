package dev.sojourn.analysis;

import dev.sojourn.analysis.count.Chosen;
import dev.sojourn.analysis.count.Counts;
import dev.sojourn.analysis.count.Lens;
import dev.sojourn.analysis.count.Staleness;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.projection.column.Block;
import dev.sojourn.projection.day.Coding;
import dev.sojourn.projection.day.Tables;
import java.util.List;

/**
 * What one thread counts of a flow. A cell is a pair of codes, and whether another spell decides on the last day than on
 * the first: three numbers in one, so that counting a person is adding to an array.
 */
final class FlowTally {

    private final Attribute by;
    private final Lens before;
    private final Lens after;
    private final int since;
    private final Tables.Use kept;
    private final long width;
    private final Counts counts;
    private final int[] rowsBefore = new int[Block.SIZE];
    private final int[] rowsAfter = new int[Block.SIZE];
    private final int[] codesBefore = new int[Block.SIZE];
    private final int[] codesAfter = new int[Block.SIZE];
    private final long[] cells = new long[Block.SIZE];
    private Staleness staleness = Staleness.NONE;
    private int uncertain;
    private int qualified;

    FlowTally(Attribute by, Lens before, Lens after, int since, Tables.Use kept) {
        this.kept = kept;
        this.by = by;
        this.before = before;
        this.after = after;
        this.since = since;
        this.width = after.values(by).length;
        this.counts = new Counts(before.values(by).length * width * 2);
    }

    int uncertain() {
        return uncertain;
    }

    Staleness staleness() {
        return staleness;
    }

    int qualified() {
        return qualified;
    }

    /** One more block, or what was counted of it before. */
    void count(Chosen people) {
        if (kept == null || !counts.few()) {
            add(look(people));
            counts.add(cells, people.size());
        } else {
            var table = kept.of(people.block(), () -> {
                int[] beside = look(people);
                return counts.table(cells, people.size(), beside);
            });
            counts.add(table);
            add(table.sums());
        }
    }

    private void add(int[] beside) {
        staleness = staleness.and(Staleness.of(beside));
        uncertain += beside[Staleness.NUMBERS];
        qualified += beside[Staleness.NUMBERS + 1];
    }

    /** Fills in the cells; answers what is counted beside them. */
    private int[] look(Chosen people) {
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
        boolean[] marks = new boolean[people.size()];
        if (first != null) {
            first.mark(by, rowsBefore, codesBefore, marks);
        }
        if (last != null) {
            last.mark(by, rowsAfter, codesAfter, marks);
        }
        int count = 0;
        for (boolean mark : marks) {
            count += mark ? 1 : 0;
        }
        return count;
    }

    /** What all threads counted. */
    static Counted sum(List<FlowTally> tallies) {
        var one = tallies.get(0);
        return new Counted(
                one.before.values(one.by),
                one.after.values(one.by),
                Counts.sum(tallies.stream().map(tally -> tally.counts).toList()));
    }

    /**
     * The counts of a flow.
     *
     * @param from the value of each code of the first day
     * @param to the value of each code of the last day
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Counted(int[] from, int[] to, Counts counts) {

        /** Takes what was counted of a pair of codes: those who moved apart from those who did not. */
        interface Sink {
            void take(int from, int to, int count, int moved, int reclassified);
        }

        void forEach(Sink sink) {
            counts.forEach((cell, count) -> {
                int origin = (int) (cell / 2 / to.length);
                int destination = (int) (cell / 2 % to.length);
                boolean spells = observed(origin) && observed(destination);
                boolean moved = spells && cell % 2 != 0;
                boolean reclassified = spells && !moved && from[origin] != to[destination];
                sink.take(origin, destination, count, moved ? count : 0, reclassified ? count : 0);
            });
        }

        private static boolean observed(int code) {
            return code != Coding.UNOBSERVED && code != Coding.INACTIVE;
        }
    }
}
