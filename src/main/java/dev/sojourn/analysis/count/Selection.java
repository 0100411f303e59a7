package dev.sojourn.analysis.count;

import dev.sojourn.analysis.question.Population;
import dev.sojourn.analysis.question.UnknownCohort;
import dev.sojourn.event.value.Role;
import dev.sojourn.projection.View;
import dev.sojourn.projection.person.States;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The people a question is about: the members of the cohort for whom every condition holds.
 *
 * <p>A condition on an attribute that is not known, because it is unknown or the person unobserved on that day, does not
 * hold; people who would be in if such attributes had the value asked for, and are out for no other reason, are counted.
 */
public final class Selection {

    private final View view;
    private final Population population;
    private final List<Condition> conditions;
    private final Lens first;
    private final int[] people;
    private int unknown;

    private Selection(View view, Population population, LocalDate firstDay) {
        this.view = view;
        this.population = population;
        this.first = new Lens(view, population.rules(), firstDay);
        this.conditions = population.where().stream()
                .map(filter -> Condition.of(view, population.rules(), filter, firstDay))
                .toList();
        this.people = everybody()
                .filter(researcher -> !population.rules().phdOut() || !leftOut(first.deciding(researcher)))
                .filter(this::selects)
                .toArray();
    }

    /**
     * Selects.
     *
     * @param firstDay when conditions hold that name no day of their own
     * @throws UnknownCohort if the cohort is not defined as known in the view
     */
    public static Selection of(View view, Population population, LocalDate firstDay) {
        return new Selection(view, population, firstDay);
    }

    /** The people, by number, ascending. */
    public int[] people() {
        return people;
    }

    /** How many are out only because an attribute is not known. */
    public int unknown() {
        return unknown;
    }

    /**
     * Whether some readings of the dates have a member of the cohort in and others out, given one more condition. Readings
     * of one day are tried together; those of several days as if no date were open on two of them.
     */
    boolean uncertain(int researcher, Condition held) {
        var days = Stream.concat(conditions.stream(), Stream.of(held))
                .collect(Collectors.groupingBy(Condition::day, LinkedHashMap::new, Collectors.toList()));
        boolean possible = true;
        boolean certain = true;
        for (var sameDay : days.values()) {
            boolean first = sameDay.contains(held);
            var verdicts = sameDay.get(0).readings(researcher).stream()
                    .map(reading -> (!first || (reading.row() >= 0 && !leftOut(reading.row())))
                            && sameDay.stream().allMatch(condition -> condition.holds(researcher, reading)))
                    .collect(Collectors.toSet());
            possible &= verdicts.contains(true);
            certain &= !verdicts.contains(false);
        }
        return possible && !certain;
    }

    /** All members of the cohort, selected or not. */
    IntStream everybody() {
        return Arrays.stream(view.members(population.cohort())
                .orElseThrow(() -> new UnknownCohort(population.cohort(), view.position())));
    }

    /** Whether the rules leave somebody out whose deciding row on the first day is known. */
    private boolean leftOut(int row) {
        return population.rules().phdOut()
                && row > States.UNOBSERVED
                && view.spells().role(row) == Role.PHD_STUDENT;
    }

    private boolean selects(int researcher) {
        boolean undecided = false;
        for (var condition : conditions) {
            var holds = condition.holds(researcher);
            if (holds == Condition.Holds.NO) {
                return false;
            }
            undecided |= holds == Condition.Holds.NOT_KNOWN;
        }
        if (undecided) {
            unknown++;
        }
        return !undecided;
    }
}
