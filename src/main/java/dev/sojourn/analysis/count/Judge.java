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

/** {@link Selection} for one person at a time: whether a question is about somebody, and why not. */
public final class Judge {

    /** What becomes of somebody. */
    public enum Verdict {
        /** Not in the cohort. */
        NO_MEMBER,
        /** A member who fails a condition, or whom the rules leave out. */
        OUT,
        /** A member who is out only because an attribute of a condition is not known. */
        NOT_KNOWN,
        /** One whom the question is about. */
        IN
    }

    private final View view;
    private final Population population;
    private final List<Condition> conditions;
    private final Lens first;
    private final int[] members; // null for everyone

    /**
     * A judge.
     *
     * @param firstDay when conditions hold that name no day of their own
     * @throws UnknownCohort if the cohort is not defined as known in the view
     */
    public Judge(View view, Population population, LocalDate firstDay) {
        this.view = view;
        this.population = population;
        this.first = new Lens(view, population.rules(), firstDay);
        this.conditions = population.where().stream()
                .map(filter -> Condition.of(view, population.rules(), filter, firstDay))
                .toList();
        this.members = view.members(population.cohort())
                .orElseThrow(() -> new UnknownCohort(population.cohort(), view.position()));
    }

    /** The members of the cohort, each person once, ascending. */
    public IntStream members() {
        return Arrays.stream(members);
    }

    /** How people look on the first day. */
    public Lens first() {
        return first;
    }

    /** Judges somebody. */
    public Verdict of(int researcher) {
        if (Arrays.binarySearch(members, researcher) < 0) {
            return Verdict.NO_MEMBER;
        }
        if (leftOut(first.deciding(researcher))) {
            return Verdict.OUT;
        }
        var verdict = Verdict.IN;
        for (var condition : conditions) {
            switch (condition.holds(researcher)) {
                case NO -> {
                    return Verdict.OUT;
                }
                case NOT_KNOWN -> verdict = Verdict.NOT_KNOWN;
                default -> {}
            }
        }
        return verdict;
    }

    /** Whether somebody holds one more condition, on its day, by a spell that decides there. */
    public boolean holds(Condition held, int researcher) {
        return held.lens().deciding(researcher) >= 0 && held.holds(researcher) == Condition.Holds.YES;
    }

    /** Whether some readings of the dates have a member in and others out, given one more condition on the first day. */
    public boolean uncertain(int researcher, Condition held) {
        var days = Stream.concat(conditions.stream(), Stream.of(held))
                .collect(Collectors.groupingBy(Condition::day, LinkedHashMap::new, Collectors.toList()));
        boolean possible = true;
        boolean certain = true;
        for (var sameDay : days.values()) {
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

    private boolean leftOut(int row) {
        return population.rules().phdOut()
                && row > States.UNOBSERVED
                && view.spells().role(row) == Role.PHD_STUDENT;
    }
}
