package dev.sojourn.analysis.count;

import dev.sojourn.analysis.question.Attribute;
import java.util.List;
import java.util.function.ToIntFunction;

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

    /** The texts of a cell's values, in the order of the attributes. */
    public List<String> texts(long cell) {
        var texts = new String[by.size()];
        long rest = cell;
        for (int at = by.size() - 1; at >= 0; at--) {
            int count = values.count(by.get(at));
            texts[at] = values.text(by.get(at), (int) (rest % count));
            rest /= count;
        }
        return List.of(texts);
    }
}
