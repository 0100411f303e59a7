package dev.sojourn.analysis;

import dev.sojourn.analysis.Flows.Cell;
import dev.sojourn.analysis.Flows.Value;
import dev.sojourn.analysis.count.Ranking;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What was counted of a flow, as an answer lists it. The values that occur are put in the order of their texts once;
 * pairs of them are then numbers in the order of their texts, too: places in a matrix where that is small, else sorted.
 */
final class FlowCells {

    /** Pairs of a matrix: of countries there are 15,000, which would take longer to sort than people to count. */
    private static final long SMALL = 1 << 17;

    private final String[] texts;
    private final long[] pairs; // ascending: from * texts + to; null for all there are
    private final int[] counts;
    private final int[] moved;
    private final int[] reclassified;

    FlowCells(FlowTally counted, IntFunction<String> textOf) {
        boolean[] comes = new boolean[counted.from().length];
        boolean[] goes = new boolean[counted.to().length];
        int[] size = {0};
        counted.forEach((from, to, count, moves, changes) -> {
            comes[from] = true;
            goes[to] = true;
            size[0]++;
        });
        int[] values = IntStream.concat(occurring(comes, counted.from()), occurring(goes, counted.to()))
                .distinct()
                .sorted()
                .toArray();
        var named = new String[values.length];
        Arrays.setAll(named, at -> textOf.apply(values[at]));
        int[] places = places(named);
        int[] fromPlaces = byCode(comes, counted.from(), values, places);
        int[] toPlaces = byCode(goes, counted.to(), values, places);
        texts = named.clone();
        Arrays.sort(texts);
        long width = texts.length;
        boolean small = width * width <= SMALL;
        long[] all = new long[small ? 0 : size[0]];
        if (!small) {
            int[] next = {0};
            counted.forEach(
                    (from, to, count, moves, changes) -> all[next[0]++] = fromPlaces[from] * width + toPlaces[to]);
        }
        pairs = small ? null : Arrays.stream(all).sorted().distinct().toArray();
        int pairsInAll = small ? (int) (width * width) : pairs.length;
        counts = new int[pairsInAll];
        moved = new int[pairsInAll];
        reclassified = new int[pairsInAll];
        counted.forEach((from, to, count, moves, changes) -> {
            long number = fromPlaces[from] * width + toPlaces[to];
            int pair = small ? (int) number : Arrays.binarySearch(pairs, number);
            counts[pair] += count;
            moved[pair] += moves;
            reclassified[pair] += changes;
        });
    }

    private static IntStream occurring(boolean[] occurs, int[] values) {
        return IntStream.range(0, values.length).filter(code -> occurs[code]).map(code -> values[code]);
    }

    /** The place of each text in the order of texts. */
    private static int[] places(String[] texts) {
        int[] places = new int[texts.length];
        int[] order = IntStream.range(0, texts.length)
                .boxed()
                .sorted(Comparator.comparing(at -> texts[at]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int place = 0; place < order.length; place++) {
            places[order[place]] = place;
        }
        return places;
    }

    private static int[] byCode(boolean[] occurs, int[] valueOf, int[] values, int[] places) {
        int[] byCode = new int[valueOf.length];
        Arrays.setAll(byCode, code -> occurs[code] ? places[Arrays.binarySearch(values, valueOf[code])] : -1);
        return byCode;
    }

    private int from(int at) { // a division of ints takes a fraction of one of longs
        return pairs == null ? at / texts.length : (int) (pairs[at] / texts.length);
    }

    private int to(int at) {
        return pairs == null ? at % texts.length : (int) (pairs[at] % texts.length);
    }

    /** Largest first, then by texts. */
    List<Cell> cells() {
        int[] order = Ranking.of(counts);
        var cells = new Cell[order.length];
        for (int at = 0; at < order.length; at++) {
            int pair = order[at];
            cells[at] = new Cell(texts[from(pair)], texts[to(pair)], counts[pair], moved[pair], reclassified[pair]);
        }
        return List.of(cells);
    }

    /** Largest first stock first, then by text. */
    List<Value> values() {
        int[] before = new int[texts.length];
        int[] after = new int[texts.length];
        int[] stayed = new int[texts.length];
        for (int pair = 0; pair < counts.length; pair++) {
            int from = from(pair);
            int to = to(pair);
            before[from] += counts[pair];
            after[to] += counts[pair];
            stayed[from] += from == to ? counts[pair] : 0;
        }
        return IntStream.range(0, texts.length)
                .mapToObj(at ->
                        new Value(texts[at], before[at], after[at], after[at] - stayed[at], before[at] - stayed[at]))
                .sorted(Comparator.comparingInt(Value::stockFrom).reversed()) // stable: in the order of texts
                .toList();
    }
}
