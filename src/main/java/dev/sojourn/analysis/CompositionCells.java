package dev.sojourn.analysis;

import dev.sojourn.analysis.Composition.Cell;
import dev.sojourn.analysis.count.Cells;
import dev.sojourn.analysis.count.Counts;
import dev.sojourn.analysis.count.Lens;
import dev.sojourn.analysis.count.Ranking;
import dev.sojourn.analysis.count.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What was counted of a composition: the cells of values, and the states without one; each text is made once. */
final class CompositionCells {

    /** Combinations of values that are dealt out; sorting 15,000 takes longer than counting a million people. */
    private static final int SMALL = 1 << 17;

    private final List<String[]> texts = new ArrayList<>(); // of each attribute, by code
    private final List<int[]> codes = new ArrayList<>(); // of each cell of values, in the order of their texts
    private final int[] counts;
    private int unknown;

    CompositionCells(Cells by, Lens lens, Counts counted) {
        var found = new ArrayList<int[]>(); // codes, and the count after them
        int[] sizes = by.sizes(lens);
        counted.forEach((cell, count) -> {
            int[] its = by.codes(sizes, cell);
            switch (by.state(its)) {
                case Values.UNKNOWN -> unknown += count;
                case Values.UNOBSERVED, Values.INACTIVE -> {} // counted by their staleness
                default -> {
                    its[its.length - 1] = count;
                    found.add(its);
                }
            }
        });
        var places = by.places(lens, found, texts);
        codes.addAll(ordered(found, places));
        counts = codes.stream().mapToInt(its -> its[its.length - 1]).toArray();
    }

    /** In the order of their texts: dealt out where there is a place for every combination of them, else sorted. */
    private static List<int[]> ordered(List<int[]> found, List<int[]> places) {
        long[] widths = new long[places.size()];
        double room = 1;
        for (int at = 0; at < widths.length; at++) {
            widths[at] = 1L + Arrays.stream(places.get(at)).max().orElse(0);
            room *= widths[at];
        }
        if (room > SMALL) {
            found.sort(byTexts(places));
            return found;
        }
        var dealt = new int[(int) room][];
        for (int[] its : found) {
            long place = 0;
            for (int at = 0; at < widths.length; at++) {
                place = place * widths[at] + places.get(at)[its[at]];
            }
            dealt[(int) place] = its;
        }
        return Arrays.stream(dealt).filter(Objects::nonNull).toList();
    }

    private static Comparator<int[]> byTexts(List<int[]> places) {
        return (one, other) -> {
            for (int at = 0; at < places.size(); at++) {
                int order = places.get(at)[one[at]] - places.get(at)[other[at]];
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
    }

    int unknown() {
        return unknown;
    }

    /** Largest first, then by texts. */
    List<Cell> listed(int known) {
        var cells = new Cell[counts.length];
        int[] order = Ranking.of(counts);
        for (int at = 0; at < order.length; at++) {
            int[] its = codes.get(order[at]);
            var names = new String[texts.size()];
            Arrays.setAll(names, attribute -> texts.get(attribute)[its[attribute]]);
            cells[at] = new Cell(List.of(names), new Share(counts[order[at]], known));
        }
        return List.of(cells);
    }
}
