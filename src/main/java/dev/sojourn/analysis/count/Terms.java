package dev.sojourn.analysis.count;

import dev.sojourn.analysis.question.Population;
import dev.sojourn.analysis.question.UnknownCohort;
import dev.sojourn.event.value.Role;
import dev.sojourn.projection.View;
import dev.sojourn.projection.person.States;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a question asks of people, whether they are taken one at a time ({@link Judge}) or by block ({@link Selection}).
 *
 * @param conditions all of which must hold
 * @param first how people look on the first day
 */
record Terms(View view, Population population, List<Condition> conditions, Lens first) {

    /** The terms, where conditions that name no day of their own hold on the first day. */
    static Terms of(View view, Population population, LocalDate firstDay) {
        var conditions = population.where().stream()
                .map(filter -> Condition.of(view, population.rules(), filter, firstDay))
                .toList();
        return new Terms(view, population, conditions, new Lens(view, population.rules(), firstDay));
    }

    /**
     * The members of the cohort, each person once, ascending.
     *
     * @throws UnknownCohort if it is not defined as known in the view
     */
    int[] members() {
        return view.members(population.cohort())
                .orElseThrow(() -> new UnknownCohort(population.cohort(), view.position()));
    }

    /** Whether the rules leave somebody out whose deciding row on the first day is known. */
    boolean leftOut(int row) {
        return population.rules().phdOut()
                && row > States.UNOBSERVED
                && view.spells().role(row) == Role.PHD_STUDENT;
    }

    /** The conditions and one more, those of one day together. */
    Collection<List<Condition>> byDay(Condition held) {
        return Stream.concat(conditions.stream(), Stream.of(held))
                .collect(Collectors.groupingBy(Condition::day, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /**
     * Whether some readings of the dates have a member of the cohort in and others out, given one more condition on the
     * first day. Readings of one day are tried together; those of several days as if no date were open on two of them.
     */
    boolean uncertain(int researcher, Condition held) {
        boolean possible = true;
        boolean certain = true;
        for (var sameDay : byDay(held)) {
            boolean onFirst = sameDay.contains(held);
            var verdicts = sameDay.get(0).readings(researcher).stream()
                    .map(reading -> (!onFirst || (reading.row() >= 0 && !leftOut(reading.row())))
                            && sameDay.stream().allMatch(condition -> condition.holds(researcher, reading)))
                    .collect(Collectors.toSet());
            possible &= verdicts.contains(true);
            certain &= !verdicts.contains(false);
        }
        return possible && !certain;
    }
}
