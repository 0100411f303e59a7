package dev.sojourn.analysis;

import dev.sojourn.analysis.Composition.Cell;
import dev.sojourn.analysis.count.Cells;
import dev.sojourn.analysis.count.Counts;
import dev.sojourn.analysis.count.Lens;
import dev.sojourn.analysis.count.Ranking;
import dev.sojourn.analysis.count.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What was counted of a composition: the cells of values, and the states without one. The values that occur are put in the
 * order of their texts once; combinations of them are then numbers in the order of their texts, too: places in an array
 * where there are few, else sorted.
 */
final class CompositionCells {

    /** Combinations of values that have a place each; sorting 15,000 takes longer than counting a million people. */
    private static final int SMALL = 1 << 17;

    private final List<String[]> texts; // of each attribute, those that occur, in their order
    private final long[] numbers; // ascending; null for all there are
    private final int[] counts;
    private int unknown;

    CompositionCells(Cells by, Lens lens, Counts counted) {
        var each = new Each(by.sizes(lens));
        counted.forEach((cell, count) -> {
            int state = by.state(by.codes(each.sizes, cell, each.codes));
            if (state >= 0) {
                each.add(count);
            } else {
                unknown += state == Values.UNKNOWN ? count : 0; // the others are counted by their staleness
            }
        });
        var named = by.texts(lens, each.occurs);
        texts = named.stream().map(CompositionCells::sorted).toList();
        int[][] places = new int[texts.size()][];
        long room = 1;
        for (int attribute = 0; attribute < places.length; attribute++) {
            places[attribute] = places(named.get(attribute), texts.get(attribute));
            room *= texts.get(attribute).length; // at most as many as codes, whose combinations can be counted
        }
        long[] all = each.numbers(places, texts);
        numbers = room <= SMALL ? null : Arrays.stream(all).sorted().toArray();
        counts = new int[numbers == null ? (int) room : numbers.length];
        for (int at = 0; at < all.length; at++) {
            counts[numbers == null ? (int) all[at] : Arrays.binarySearch(numbers, all[at])] = each.counts[at];
        }
    }

    private static String[] sorted(String[] named) {
        return Arrays.stream(named).filter(Objects::nonNull).sorted().toArray(String[]::new);
    }

    /** The place of the text of each code that occurs. */
    private static int[] places(String[] named, String[] sorted) {
        int[] places = new int[named.length];
        Arrays.setAll(places, code -> named[code] == null ? -1 : Arrays.binarySearch(sorted, named[code]));
        return places;
    }

    /** The cells in which all values are known. */
    private static final class Each {

        final int[] sizes; // how many codes each attribute has
        final int[] codes; // of the cell in hand
        final boolean[][] occurs; // by attribute and code
        int[] all = new int[1 << 12]; // the codes of each cell, one after the other
        int[] counts = new int[1 << 12];
        int size;

        Each(int[] sizes) {
            this.sizes = sizes;
            codes = new int[sizes.length];
            occurs = Arrays.stream(sizes).mapToObj(boolean[]::new).toArray(boolean[][]::new);
        }

        /** Adds the cell in hand. */
        void add(int count) {
            if (size == counts.length) {
                counts = Arrays.copyOf(counts, size * 2);
            }
            if ((size + 1) * codes.length > all.length) {
                all = Arrays.copyOf(all, all.length * 2 + codes.length);
            }
            for (int at = 0; at < codes.length; at++) {
                occurs[at][codes[at]] = true;
                all[size * codes.length + at] = codes[at];
            }
            counts[size++] = count;
        }

        /** The numbers of the cells, by the places of their texts. */
        long[] numbers(int[][] places, List<String[]> texts) {
            long[] numbers = new long[size];
            for (int attribute = 0; attribute < codes.length; attribute++) {
                int[] own = places[attribute];
                int width = texts.get(attribute).length;
                for (int at = 0; at < size; at++) {
                    numbers[at] = numbers[at] * width + own[all[at * codes.length + attribute]];
                }
            }
            return numbers;
        }
    }

    int unknown() {
        return unknown;
    }

    /** Largest first, then by texts. */
    List<Cell> listed(int known) {
        int[] order = Ranking.of(counts);
        var cells = new Cell[order.length];
        for (int at = 0; at < order.length; at++) {
            int place = order[at];
            cells[at] = new Cell(values(numbers == null ? place : numbers[place]), new Share(counts[place], known));
        }
        return List.of(cells);
    }

    private List<String> values(long number) {
        if (numbers == null && texts.size() == 2) { // the usual large answer: a division of ints, and no array
            var last = texts.get(1);
            return List.of(texts.get(0)[(int) number / last.length], last[(int) number % last.length]);
        }
        long rest = number;
        var values = new String[texts.size()];
        for (int at = values.length - 1; at >= 0; at--) {
            var own = texts.get(at);
            values[at] = own[(int) (rest % own.length)];
            rest /= own.length;
        }
        return List.of(values);
    }
}
