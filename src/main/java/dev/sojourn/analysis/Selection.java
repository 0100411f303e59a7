package dev.sojourn.analysis;

import dev.sojourn.event.Role;
import dev.sojourn.projection.States;
import dev.sojourn.projection.View;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The people a question is about: the members of the cohort for whom every condition holds.
 *
 * <p>A condition on an attribute that is not known, because it is unknown or the person unobserved on that day, does not
 * hold; people who would be in if such attributes had the value asked for, and are out for no other reason, are counted.
 */
final class Selection {

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
                .filter(researcher -> !leftOut(researcher))
                .filter(this::selects)
                .toArray();
    }

    /**
     * Selects.
     *
     * @param firstDay when conditions hold that name no day of their own
     * @throws UnknownCohort if the cohort is not defined as known in the view
     */
    static Selection of(View view, Population population, LocalDate firstDay) {
        return new Selection(view, population, firstDay);
    }

    /** The people, by number, ascending. */
    int[] people() {
        return people;
    }

    /** How many are out only because an attribute is not known. */
    int unknown() {
        return unknown;
    }

    /** Whether some readings of the dates have a member of the cohort in and others out, given one more condition. */
    boolean uncertain(int researcher, Condition held) {
        if (leftOut(researcher)) {
            return false;
        }
        var in = Set.of(true);
        for (var condition : conditions) {
            in = and(in, condition.possible(researcher));
        }
        return and(in, held.possible(researcher)).size() > 1;
    }

    private static Set<Boolean> and(Set<Boolean> some, Set<Boolean> others) {
        var both = new HashSet<Boolean>();
        some.forEach(one -> others.forEach(other -> both.add(one && other)));
        return both;
    }

    /** All members of the cohort, selected or not. */
    IntStream everybody() {
        return Arrays.stream(view.members(population.cohort())
                .orElseThrow(() -> new UnknownCohort(population.cohort(), view.position())));
    }

    private boolean leftOut(int researcher) {
        if (!population.rules().phdOut()) {
            return false;
        }
        int row = first.deciding(researcher);
        return row > States.UNOBSERVED && view.spells().role(row) == Role.PHD_STUDENT;
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
