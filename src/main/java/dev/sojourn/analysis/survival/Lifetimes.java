package dev.sojourn.analysis.survival;

import dev.sojourn.analysis.count.Base;
import dev.sojourn.analysis.count.Condition;
import dev.sojourn.analysis.count.Lens;
import dev.sojourn.analysis.count.Parts;
import dev.sojourn.analysis.count.Selection;
import dev.sojourn.analysis.count.Staleness;
import dev.sojourn.analysis.course.Courses;
import dev.sojourn.analysis.question.Rules;
import dev.sojourn.analysis.survival.Survival.Unit;
import dev.sojourn.projection.View;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How long everybody in the base of a survival stayed.
 *
 * @param view what counts under the question's rules
 * @param to the last day looked at
 * @param base those who are followed
 * @param list one for each of them
 * @param unit days if all dates that matter are known to the day, else years
 * @param courses how they were followed
 * @param end how fresh what is known of them on the last day is
 * @param whereUnknown those left out only because an attribute of a condition is not known
 */
public record Lifetimes(
        View view,
        LocalDate to,
        Base base,
        List<Lifetime> list,
        Unit unit,
        Courses courses,
        Staleness end,
        int whereUnknown) {

    /**
     * Follows them.
     *
     * @throws IllegalArgumentException if the cohort, or a value of a condition, does not exist
     */
    public static Lifetimes of(View view, Survival.Question question) {
        var population = question.population();
        var from = question.from();
        var to = question.lastDay(view);
        var people = Selection.of(view, population, from);
        var held = Condition.of(view, population.rules(), question.held(), from);
        var base = Base.of(people, held, new Lens(view, population.rules(), from));
        var courses =
                new Courses(view, followed(population.rules()), question.held().attribute(), from, to);
        var last = new Lens(view, population.rules(), to);
        var tallies = Parts.of(base.blocks(), Tally::new, (tally, block) -> {
            var chosen = base.in(block);
            int[] rows = new int[chosen.size()];
            last.rows(chosen, rows);
            tally.end = tally.end.and(Staleness.of(
                    last, chosen, rows, Staleness.carriedUpTo(population.rules(), from, to), new int[chosen.size()]));
            for (int at = 0; at < chosen.size(); at++) {
                int researcher = chosen.researcher(at);
                tally.lifetimes.add(Lifetime.of(view, held, researcher, courses.of(researcher), to));
                tally.coarse |= courses.coarse(researcher);
            }
        });
        return new Lifetimes(
                view,
                to,
                base,
                tallies.stream().flatMap(tally -> tally.lifetimes.stream()).toList(),
                tallies.stream().anyMatch(tally -> tally.coarse) ? Unit.YEARS : Unit.DAYS,
                courses,
                Staleness.sum(tallies.stream().map(tally -> tally.end).toList()),
                people.unknown());
    }

    /** Once in the base, people are followed by what is known; what is only carried forward is left to censoring. */
    private static Rules followed(Rules rules) {
        return new Rules(
                rules.place(), rules.phdOut(), null, Rules.Carried.COUNT, rules.reviewedOnly(), rules.regions());
    }

    /** What one thread finds. */
    private static final class Tally {
        private final List<Lifetime> lifetimes = new ArrayList<>();
        private Staleness end = Staleness.NONE;
        private boolean coarse;
    }
}
