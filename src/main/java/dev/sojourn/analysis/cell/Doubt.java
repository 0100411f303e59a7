package dev.sojourn.analysis.cell;

import dev.sojourn.analysis.count.Lens;
import java.util.Set;

/** The numbers that tell how sure a state is; the same in all answers. */
final class Doubt {
    private Doubt() {}

    /**
     * Adds those that count somebody.
     *
     * @param row the deciding row, or a state without one
     * @param since the day, since 1970, after which something must have shown the spell to be true
     */
    static void add(Set<String> numbers, Lens lens, int row, int since, boolean uncertain) {
        if (row >= 0 && !lens.observedAfter(row, since)) {
            numbers.add("carried");
        }
        if (lens.qualified(row)) {
            numbers.add("qualified");
        }
        if (uncertain) {
            numbers.add("uncertain");
        }
    }
}
