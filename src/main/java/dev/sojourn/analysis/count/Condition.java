package dev.sojourn.analysis.count;

import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Filter;
import dev.sojourn.analysis.question.Rules;
import dev.sojourn.projection.View;
import dev.sojourn.projection.person.States;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** A filter made ready for one view: its day fixed, its values looked up. */
public final class Condition {

    /** Whether a condition holds for somebody. */
    enum Holds {
        YES,
        NO,
        NOT_KNOWN
    }

    private final Filter filter;
    private final Lens lens;
    private final int[] values; // ascending
    private final int[] byCode;

    private Condition(Filter filter, Lens lens, int[] values) {
        this.filter = filter;
        this.lens = lens;
        this.values = values;
        this.byCode = byCode(filter, lens, values);
    }

    /**
     * Makes a filter ready.
     *
     * @throws IllegalArgumentException if a value of it does not exist
     */
    public static Condition of(View view, Rules rules, Filter filter, LocalDate firstDay) {
        return on(new Lens(view, rules, filter.day() == null ? firstDay : filter.day()), view, rules, filter);
    }

    /**
     * Makes a filter ready for the day of a lens, whatever day it names itself.
     *
     * @throws IllegalArgumentException if a value of it does not exist
     */
    public static Condition on(Lens lens, View view, Rules rules, Filter filter) {
        var names = new Values(view, rules.regions());
        int[] values = filter.attribute() == Attribute.GROUP
                ? new int[0]
                : filter.values().stream()
                        .mapToInt(text -> names.number(filter.attribute(), text))
                        .sorted()
                        .toArray();
        return new Condition(filter, lens, values);
    }

    /** What was asked for; where it names no day, that of the first day. */
    Filter filter() {
        return filter;
    }

    Holds holds(int researcher) {
        return holds(researcher, lens.deciding(researcher));
    }

    /** For a researcher whose deciding row on the condition's day is known. */
    Holds holds(int researcher, int row) {
        if (filter.attribute() == Attribute.GROUP) {
            return verdict(lens.inGroup(filter.values(), row), row);
        }
        return verdict(
                always()
                        ? lens.origin(filter.attribute(), researcher)
                        : lens.value(filter.attribute(), researcher, row));
    }

    /** Verdicts as bits: of several conditions all must say yes, and one no outweighs whatever is not known. */
    static final int YES = 3;

    static final int NOT_KNOWN = 2;

    /** Joins to the verdicts of others on some people those of this condition. */
    void judge(Chosen people, int[] codes, int[] verdicts) {
        if (filter.attribute() == Attribute.GROUP) {
            lens.groups(filter.values(), people, codes);
        } else if (always()) {
            lens.origins(filter.attribute(), people, codes);
        } else {
            lens.codes(filter.attribute(), people, codes);
        }
        join(people, codes, verdicts);
    }

    /** As {@link #judge}, but somebody without a deciding spell on the day holds nothing, not even an origin. */
    void judgeHeld(Chosen people, int[] codes, int[] verdicts) {
        lens.codes(filter.attribute(), people, codes);
        join(people, codes, verdicts);
    }

    private void join(Chosen people, int[] codes, int[] verdicts) {
        for (int at = 0; at < people.size(); at++) {
            verdicts[at] &= byCode[codes[at]];
        }
    }

    private static int[] byCode(Filter filter, Lens lens, int[] values) {
        boolean group = filter.attribute() == Attribute.GROUP;
        int[] meant = group ? new int[] {-1, -2, -3, 0, 1} : lens.values(filter.attribute());
        int[] verdicts = new int[meant.length];
        for (int code = 0; code < meant.length; code++) {
            int value = meant[code];
            boolean named = group ? value == 1 : among(values, value);
            boolean unknown = value == Values.UNKNOWN || value == Values.UNOBSERVED;
            verdicts[code] = unknown ? NOT_KNOWN : value >= 0 && named != filter.negated() ? YES : 0;
        }
        return verdicts;
    }

    /** Whether the deciding row tells all; flags are those of any covering spell. */
    boolean byRow() {
        return filter.attribute() != Attribute.FOUNDER && filter.attribute() != Attribute.LEADERSHIP;
    }

    /** How people look on the condition's day. */
    Lens lens() {
        return lens;
    }

    /** In a reading of the dates of the condition's day; not known reads as not holding. */
    boolean holds(int researcher, Lens.Reading reading) {
        var holds = filter.attribute() == Attribute.GROUP
                ? verdict(lens.inGroup(filter.values(), reading), reading.row())
                : verdict(
                        always()
                                ? lens.origin(filter.attribute(), researcher)
                                : lens.value(filter.attribute(), researcher, reading));
        return holds == Holds.YES;
    }

    /** When it must hold, as a day since 1970. */
    int day() {
        return lens.day();
    }

    /** What the readings of the dates of its day make of a researcher. */
    List<Lens.Reading> readings(int researcher) {
        return lens.readings(researcher);
    }

    /** Where somebody took a degree is known, or not, whatever is known of the day. */
    private boolean always() {
        return filter.attribute() == Attribute.ORIGIN || filter.attribute() == Attribute.ORIGIN_REGION;
    }

    /** Whether a value meets the condition; a state without a value does not. */
    public boolean names(int value) {
        return value >= 0 && among(values, value) != filter.negated();
    }

    /** The same of the value that a code of the attribute stands for on the day. */
    public boolean namesCoded(int code) {
        return byCode[code] == YES;
    }

    private static boolean among(int[] values, int value) {
        return Arrays.binarySearch(values, value) >= 0;
    }

    private Holds verdict(int value) {
        if (value == Values.UNKNOWN || value == Values.UNOBSERVED) {
            return Holds.NOT_KNOWN;
        }
        return names(value) ? Holds.YES : Holds.NO;
    }

    private Holds verdict(Boolean member, int row) {
        if (member == null) {
            return Holds.NOT_KNOWN;
        }
        return row != States.INACTIVE && member != filter.negated() ? Holds.YES : Holds.NO;
    }
}
