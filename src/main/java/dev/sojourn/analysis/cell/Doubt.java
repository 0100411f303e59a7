package dev.sojourn.analysis.cell;

import dev.sojourn.analysis.count.Lens;
import dev.sojourn.analysis.count.Staleness;
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
    static void add(Set<String> numbers, Lens lens, int researcher, int row, int since, boolean uncertain) {
        staleness(numbers, lens, researcher, row, since, "");
        if (lens.qualified(row)) {
            numbers.add("qualified");
        }
        if (uncertain) {
            numbers.add("uncertain");
        }
    }

    /** Of these, how fresh what is known is; each name after {@code before}. */
    static void staleness(Set<String> numbers, Lens lens, int researcher, int row, int since, String before) {
        var fresh = Staleness.of(lens, researcher, row, since);
        add(numbers, before + "confirmed", fresh.confirmed());
        add(numbers, before + "carried", fresh.carried());
        add(numbers, before + "unobserved", fresh.unobserved());
        add(numbers, before + "inactive", fresh.inactive());
        add(numbers, before + "searched", fresh.searched());
        add(numbers, before + "unchecked", fresh.unchecked());
    }

    private static void add(Set<String> numbers, String number, int counts) {
        if (counts > 0) {
            numbers.add(number);
        }
    }
}
