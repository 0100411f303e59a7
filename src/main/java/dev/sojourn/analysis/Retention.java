package dev.sojourn.analysis;

import dev.sojourn.analysis.count.Base;
import dev.sojourn.analysis.count.Condition;
import dev.sojourn.analysis.count.Days;
import dev.sojourn.analysis.count.Lens;
import dev.sojourn.analysis.count.Selection;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Filter;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.projection.View;
import java.time.LocalDate;
import java.util.List;

/**
 * Who of those that had a value on one day has it on a later one.
 *
 * <p>The <em>base</em> are the people who satisfy the conditions and {@code held} on {@code from}. At the end point each
 * is exactly one of: retained, at another value, unknown, unobserved, inactive. Somebody who left and came back is
 * retained: it is the state at the end point that counts.
 *
 * @param asked the question again
 * @param held the condition that makes the base and is looked at again
 * @param from first day
 * @param conditionsOnLater whether a condition looks at a day after {@code from}, so that the base was chosen knowing
 *     what came later
 * @param base how many people are in the base
 * @param baseUncertain how many people are in the base in some readings of coarse dates and not in others
 * @param end the end point
 * @param series one point for each anniversary of {@code from} and the end point, the first with everybody retained
 * @param whereUnknown those left out only because an attribute of a condition is not known
 */
public record Retention(
        Asked asked,
        Filter held,
        LocalDate from,
        boolean conditionsOnLater,
        int base,
        int baseUncertain,
        RetentionPoint end,
        List<RetentionPoint> series,
        int whereUnknown) {

    /** The question. */
    public record Question(Population population, Filter held, LocalDate from, LocalDate to) {

        /**
         * Checks that the days follow each other, and that what is held can be followed.
         *
         * @throws IllegalArgumentException if {@code to} is before {@code from}, {@code held} names a day of its own, or
         *     an attribute that can have several values
         */
        public Question {
            Days.inOrder(from, to);
            if (held.day() != null) {
                throw new IllegalArgumentException("held is looked at on from and to; it takes no day of its own");
            }
            if (held.attribute() == Attribute.GROUP) {
                throw new IllegalArgumentException("held needs an attribute with one value; put group into where");
            }
        }
    }

    /**
     * Answers.
     *
     * @throws IllegalArgumentException if the cohort, or a value of a condition, does not exist
     */
    public static Retention of(View believed, Question question) {
        var view = question.population().rules().of(believed);
        var population = question.population();
        var people = Selection.of(view, population, question.from());
        var held = Condition.of(view, population.rules(), question.held(), question.from());
        var base = Base.of(people, held, new Lens(view, population.rules(), question.from()));
        var points = Days.from(question.from(), question.to()).stream()
                .map(day -> RetentionTally.of(view, question, base, day))
                .toList();
        return new Retention(
                Asked.of(view, population, question.to()),
                question.held(),
                question.from(),
                population.where().stream()
                        .anyMatch(filter -> filter.day() != null && filter.day().isAfter(question.from())),
                base.size(),
                base.uncertain(),
                points.get(points.size() - 1),
                points,
                people.unknown());
    }
}
