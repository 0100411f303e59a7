package dev.sojourn.analysis;

import dev.sojourn.projection.States;
import dev.sojourn.projection.View;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** A filter made ready for one view: its day fixed, its values looked up. */
final class Condition {

    /** Whether a condition holds for somebody. */
    enum Holds {
        YES,
        NO,
        NOT_KNOWN
    }

    private final Filter filter;
    private final Lens lens;
    private final Set<Integer> values;

    private Condition(Filter filter, Lens lens, Set<Integer> values) {
        this.filter = filter;
        this.lens = lens;
        this.values = values;
    }

    /**
     * Makes a filter ready.
     *
     * @throws IllegalArgumentException if a value of it does not exist
     */
    static Condition of(View view, Rules rules, Filter filter, LocalDate firstDay) {
        var names = new Values(view, rules.regions());
        var values = filter.attribute() == Attribute.GROUP
                ? Set.<Integer>of()
                : filter.values().stream()
                        .map(text -> names.number(filter.attribute(), text))
                        .collect(Collectors.toSet());
        return new Condition(filter, new Lens(view, rules, filter.day() == null ? firstDay : filter.day()), values);
    }

    Holds holds(int researcher) {
        return holds(researcher, lens.deciding(researcher));
    }

    /** For a researcher whose deciding row on the condition's day is known. */
    Holds holds(int researcher, int row) {
        if (filter.attribute() == Attribute.GROUP) {
            Boolean member = false;
            for (var group : filter.values()) {
                var in = lens.inGroup(group, row);
                if (in == null) {
                    return Holds.NOT_KNOWN;
                }
                member |= in;
            }
            return verdict(member, row);
        }
        return verdict(value(researcher, row));
    }

    /** The value looked at, for a researcher whose deciding row on the condition's day is known. */
    int value(int researcher, int row) {
        return always() ? lens.origin(filter.attribute(), researcher) : lens.value(filter.attribute(), researcher, row);
    }

    /** The values that the readings of the dates give. */
    Set<Integer> possibleValues(int researcher) {
        return always()
                ? Set.of(lens.origin(filter.attribute(), researcher))
                : lens.possible(filter.attribute(), researcher);
    }

    /** Where somebody took a degree is known, or not, whatever is known of the day. */
    private boolean always() {
        return filter.attribute() == Attribute.ORIGIN || filter.attribute() == Attribute.ORIGIN_REGION;
    }

    /** What the readings of the dates make of it; not known reads as not holding. */
    Set<Boolean> possible(int researcher) {
        var found = new HashSet<Boolean>();
        if (filter.attribute() == Attribute.GROUP) {
            lens.possiblyInGroups(filter.values(), researcher)
                    .forEach(member -> found.add(member != null && member != filter.negated()));
        } else {
            possibleValues(researcher).forEach(value -> found.add(verdict(value) == Holds.YES));
        }
        return found;
    }

    /** Whether a value meets the condition; a state without a value does not. */
    boolean names(int value) {
        return value >= 0 && values.contains(value) != filter.negated();
    }

    private Holds verdict(int value) {
        if (value == Values.UNKNOWN || value == Values.UNOBSERVED) {
            return Holds.NOT_KNOWN;
        }
        return names(value) ? Holds.YES : Holds.NO;
    }

    private Holds verdict(boolean member, int row) {
        return row != States.INACTIVE && member != filter.negated() ? Holds.YES : Holds.NO;
    }
}
