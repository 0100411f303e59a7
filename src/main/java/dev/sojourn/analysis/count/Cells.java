package dev.sojourn.analysis.count;

import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.projection.day.Coding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * The cells of an answer by one or more attributes, as numbers: from 0 a combination of values, below it a state in
 * which not all of them are known.
 */
public final class Cells {

    private final List<Attribute> by;
    private final Values values;

    /**
     * Cells by some attributes.
     *
     * @throws IllegalArgumentException for none, for the same one twice, or for one that can have several values
     */
    public Cells(List<Attribute> by, Values values) {
        if (by.isEmpty() || by.stream().distinct().count() != by.size()) {
            throw new IllegalArgumentException("by needs one or more attributes, each once");
        }
        by.forEach(values::count);
        this.by = by;
        this.values = values;
    }

    /** How many cells there are when values are codes, the states without a value among them. */
    public long size(Lens lens) {
        long size = 1;
        for (var attribute : by) {
            try {
                size = Math.multiplyExact(size, (long) lens.values(attribute).length);
            } catch (ArithmeticException beyond) {
                throw new IllegalArgumentException("by " + by + " has more cells than can be counted", beyond);
            }
        }
        return size;
    }

    /** The cells of some people by their codes, side by side. */
    public void of(Lens lens, Chosen people, int[] codes, long[] cells) {
        Arrays.fill(cells, 0, people.size(), 0);
        for (var attribute : by) {
            lens.codes(attribute, people, codes);
            long values = lens.values(attribute).length;
            for (int at = 0; at < people.size(); at++) {
                cells[at] = cells[at] * values + codes[at];
            }
        }
    }

    /** How many codes each attribute has. */
    public int[] sizes(Lens lens) {
        return by.stream().mapToInt(attribute -> lens.values(attribute).length).toArray();
    }

    /** The codes of a cell, in the order of the attributes; put into an array, and that is answered. */
    public int[] codes(int[] sizes, long cell, int[] codes) {
        long rest = cell;
        for (int at = by.size() - 1; at >= 0; at--) {
            if (rest <= Integer.MAX_VALUE) { // a division of ints takes a fraction of one of longs
                codes[at] = (int) rest % sizes[at];
                rest = (int) rest / sizes[at];
            } else {
                codes[at] = (int) (rest % sizes[at]);
                rest /= sizes[at];
            }
        }
        return codes;
    }

    /** The state that stands for all of a cell, or a number from 0 if all its codes are values. */
    public int state(int[] codes) {
        int lowest = 0; // a state without a spell stands in all attributes alike
        for (int at = 0; at < by.size(); at++) {
            lowest = Math.min(lowest, codes[at] < Coding.FIRST ? -1 - codes[at] : 0);
        }
        return lowest;
    }

    /** The texts of a cell, in the order of the attributes; where not all values are known, its state alone. */
    public List<String> texts(Lens lens, long cell) {
        int[] codes = codes(sizes(lens), cell, new int[by.size()]);
        int state = state(codes);
        return state < 0
                ? List.of(Values.state(state))
                : IntStream.range(0, by.size())
                        .mapToObj(at -> values.text(by.get(at), lens.values(by.get(at))[codes[at]]))
                        .toList();
    }

    /** Somebody's cell in words: {@code before} and the values with commas between; where not all are known, the state. */
    public String words(Lens lens, int researcher, int row, String before) {
        if (row < 0) {
            return Values.state(row);
        }
        var texts = new ArrayList<String>();
        for (var attribute : by) {
            int value = lens.value(attribute, researcher, row);
            if (value < 0) {
                return Values.state(value);
            }
            texts.add(values.text(attribute, value));
        }
        return before + String.join(",", texts);
    }

    /** For each attribute the texts of its codes; null where one does not occur. */
    public List<String[]> texts(Lens lens, boolean[][] occurs) {
        var texts = new ArrayList<String[]>();
        for (int at = 0; at < by.size(); at++) {
            var attribute = by.get(at);
            int[] meant = lens.values(attribute);
            boolean[] its = occurs[at];
            var own = new String[meant.length];
            Arrays.setAll(own, code -> its[code] ? values.text(attribute, meant[code]) : null);
            texts.add(own);
        }
        return texts;
    }

    /** Whether somebody's cell depends on how coarse dates are read. */
    public boolean uncertain(Lens lens, Doubts doubts, int researcher, int at, int row) {
        if (by.size() == 1) {
            return doubts.matter(by.get(0), at, row);
        }
        // Several attributes can be unknown each for itself and yet make one cell, so the cells are compared.
        return !doubts.none(at, row) && lens.uncertain(this, researcher);
    }

    /** The cell of somebody, given the value of each attribute. */
    public long cell(ToIntFunction<Attribute> valueOf) {
        long cell = 0;
        boolean known = true;
        for (var attribute : by) {
            int value = valueOf.applyAsInt(attribute);
            if (value == Values.UNOBSERVED || value == Values.INACTIVE) {
                return value;
            }
            known &= value != Values.UNKNOWN;
            cell = cell * values.count(attribute) + value;
        }
        return known ? cell : Values.UNKNOWN;
    }
}
