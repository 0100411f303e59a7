package dev.sojourn.analysis.path;

import dev.sojourn.analysis.count.Cells;
import dev.sojourn.analysis.count.Chosen;
import dev.sojourn.analysis.count.Lens;
import dev.sojourn.analysis.count.Staleness;
import dev.sojourn.analysis.path.Paths.Day;
import dev.sojourn.projection.column.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What one thread counts of paths. */
final class PathTally {

    /** The cells of two consecutive days, by their texts. */
    record Pair(List<String> from, List<String> to) {}

    private record Step(long from, long to) {}

    private final List<Lens> lenses;
    private final Cells cells;
    private final Paths.Question question;
    private final List<Map<Long, Integer>> nodes = new ArrayList<>();
    private final List<Map<Step, int[]>> steps = new ArrayList<>();
    private final Staleness[] staleness;
    private final int[] qualified;
    private final int[] uncertain;
    private final int[] codes = new int[Block.SIZE];
    private int[] rowsBefore = new int[Block.SIZE];
    private int[] rows = new int[Block.SIZE];
    private long[] cellsBefore = new long[Block.SIZE];
    private long[] here = new long[Block.SIZE];

    PathTally(List<Lens> lenses, Cells cells, Paths.Question question) {
        this.lenses = lenses;
        this.cells = cells;
        this.question = question;
        lenses.forEach(day -> {
            nodes.add(new HashMap<>());
            steps.add(new HashMap<>());
        });
        staleness = new Staleness[lenses.size()];
        Arrays.fill(staleness, Staleness.NONE);
        qualified = new int[lenses.size()];
        uncertain = new int[lenses.size()];
    }

    void count(Chosen people) {
        for (int day = 0; day < lenses.size(); day++) {
            var lens = lenses.get(day);
            swap();
            cells.of(lens, people, codes, here);
            lens.rows(people, rows);
            var doubts = lens.doubts(people);
            for (int at = 0; at < people.size(); at++) {
                nodes.get(day).merge(here[at], 1, Integer::sum);
                if (day > 0) {
                    // At one position each spell has one row, so another row is another spell.
                    var counts =
                            steps.get(day).computeIfAbsent(new Step(cellsBefore[at], here[at]), fresh -> new int[2]);
                    counts[0]++;
                    counts[1] += rows[at] >= 0 && rowsBefore[at] >= 0 && rows[at] != rowsBefore[at] ? 1 : 0;
                }
                uncertain[day] +=
                        doubts != null && cells.uncertain(lens, doubts, people.researcher(at), at, rows[at]) ? 1 : 0;
            }
            staleness[day] = staleness[day].and(Staleness.of(lens, people, rows, since(day), codes));
            qualified[day] += lens.qualified(people, codes);
        }
    }

    private void swap() {
        int[] oldRows = rowsBefore;
        rowsBefore = rows;
        rows = oldRows;
        long[] oldCells = cellsBefore;
        cellsBefore = here;
        here = oldCells;
    }

    private int since(int day) {
        return (int) Paths.carriedUpTo(question, day).toEpochDay();
    }

    static PathTally sum(List<PathTally> parts) {
        var sum = parts.get(0);
        parts.stream().skip(1).forEach(sum::add);
        return sum;
    }

    private void add(PathTally more) {
        for (int day = 0; day < staleness.length; day++) {
            var into = nodes.get(day);
            more.nodes.get(day).forEach((cell, count) -> into.merge(cell, count, Integer::sum));
            var links = steps.get(day);
            more.steps.get(day).forEach((step, counts) -> add(links, step, counts));
            staleness[day] = staleness[day].and(more.staleness[day]);
            qualified[day] += more.qualified[day];
            uncertain[day] += more.uncertain[day];
        }
    }

    private static <K> void add(Map<K, int[]> counts, K key, int[] more) {
        var sum = counts.computeIfAbsent(key, fresh -> new int[2]);
        sum[0] += more[0];
        sum[1] += more[1];
    }

    /** The cells of a day by their texts. */
    Map<List<String>, Integer> nodes(int day) {
        var texts = new HashMap<List<String>, Integer>();
        nodes.get(day).forEach((cell, count) -> texts.merge(text(day, cell), count, Integer::sum));
        return texts;
    }

    /** The steps to a day from the one before by their texts: how many, and how many by another spell. */
    Map<Pair, int[]> links(int day) {
        var texts = new HashMap<Pair, int[]>();
        steps.get(day)
                .forEach((step, counts) ->
                        add(texts, new Pair(text(day - 1, step.from()), text(day, step.to())), counts));
        return texts;
    }

    List<Day> days() {
        return IntStream.range(0, staleness.length)
                .mapToObj(day -> new Day(lenses.get(day).on(), staleness[day], qualified[day], uncertain[day]))
                .toList();
    }

    private List<String> text(int day, long cell) {
        return cells.texts(lenses.get(day), cell);
    }
}
