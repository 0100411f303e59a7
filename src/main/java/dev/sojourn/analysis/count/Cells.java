package dev.sojourn.analysis.count;

import dev.sojourn.analysis.question.Attribute;
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

    /** The values of a cell by codes, in the order of the attributes, or states without one. */
    public int[] values(Lens lens, long cell) {
        int[] meant = new int[by.size()];
        long rest = cell;
        for (int at = meant.length - 1; at >= 0; at--) {
            int[] byCode = lens.values(by.get(at));
            meant[at] = byCode[(int) (rest % byCode.length)];
            rest /= byCode.length;
        }
        return meant;
    }

    /** The texts of values, in the order of the attributes. */
    public List<String> texts(int[] meant) {
        return IntStream.range(0, meant.length)
                .mapToObj(at -> values.text(by.get(at), meant[at]))
                .toList();
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
