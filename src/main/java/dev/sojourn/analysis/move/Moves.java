package dev.sojourn.analysis.move;

import dev.sojourn.analysis.Asked;
import dev.sojourn.analysis.count.Days;
import dev.sojourn.analysis.count.Lens;
import dev.sojourn.analysis.count.Parts;
import dev.sojourn.analysis.count.Selection;
import dev.sojourn.analysis.count.Staleness;
import dev.sojourn.analysis.count.Values;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.projection.View;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Moves between two days, at any step, where flows compare the two days alone.
 *
 * <p>A <em>move</em> is a change from one known value to another by another spell; what happens between, unobserved or
 * unknown, does not matter. The same spell whose institution changes is <em>reclassified</em> and moves nobody. The base
 * are those whose value is known on {@code from}.
 *
 * <ul>
 *   <li>first move: from where to where the base moved first;
 *   <li>circulated: those of whom a later move leads back to the value that the first one left;
 *   <li>abroad: those whose value on {@code from} is not that of their origin, both known; returned: those of them of whom
 *       any move leads there. Only for country, site and region.
 * </ul>
 *
 * @param asked the question again
 * @param from first day
 * @param to last day
 * @param by the attribute
 * @param total the people asked about
 * @param base those whose value is known on {@code from}
 * @param unknown those who had a spell on {@code from}, but no known value
 * @param unobserved those whom no spell covered on {@code from}
 * @param inactive those whose career had ended by {@code from}
 * @param end how fresh what is known of the base on {@code to} is; carried are those whose spell nothing showed to be true
 *     after {@code from}, or within {@code maxAge}
 * @param moved those of the base who moved at least once
 * @param circulated those who came back
 * @param circulatedThere those of them who are there on {@code to}
 * @param returns coming home; null where the attribute has no origin
 * @param moves all moves
 * @param reclassified changes of value without a move
 * @param whereUnknown those left out only because an attribute of a condition is not known
 * @param first first moves by pair, largest first, then by values
 * @param steps all moves by pair, likewise; one person can be in several
 * @param years first moves by the year by which they had certainly happened
 */
public record Moves(
        Asked asked,
        LocalDate from,
        LocalDate to,
        Attribute by,
        int total,
        int base,
        int unknown,
        int unobserved,
        int inactive,
        Staleness end,
        int moved,
        int circulated,
        int circulatedThere,
        Returns returns,
        int moves,
        int reclassified,
        int whereUnknown,
        List<Pair> first,
        List<Pair> steps,
        Map<Integer, Integer> years) {

    /** The question. */
    public record Question(Population population, LocalDate from, LocalDate to, Attribute by) {

        /**
         * Checks that the days follow each other, and that there can be moves.
         *
         * @throws IllegalArgumentException if {@code to} is before {@code from}, or the attribute never changes or can
         *     have several values
         */
        public Question {
            Days.inOrder(from, to);
            if (by == Attribute.GROUP || by == Attribute.ORIGIN || by == Attribute.ORIGIN_REGION) {
                throw new IllegalArgumentException(
                        "moves need an attribute with one value that can change, not " + by.text());
            }
        }

        /** The day, since 1970, after which something must have shown a spell on the last day true; else it is carried. */
        public int carriedUpTo() {
            return Staleness.carriedUpTo(population.rules(), from, to);
        }

        /** The attribute that an origin has in the same terms; null where there is none. */
        public Attribute home() {
            return switch (by) {
                case COUNTRY, SITE -> Attribute.ORIGIN;
                case REGION -> Attribute.ORIGIN_REGION;
                default -> null;
            };
        }
    }

    /** From one value to another. */
    public record Pair(String from, String to, int count) {}

    /**
     * Coming home.
     *
     * @param abroad those of the base whose value on {@code from} is not that of their origin
     * @param returned those of them of whom any move leads to their origin
     * @param there those of the returned who are there on {@code to}
     * @param originUnknown those of the base whose origin is not known
     */
    public record Returns(int abroad, int returned, int there, int originUnknown) {}

    /**
     * Answers.
     *
     * @throws IllegalArgumentException if the cohort, or a value of a condition, does not exist
     */
    public static Moves of(View believed, Question question) {
        var view = question.population().rules().of(believed);
        var population = question.population();
        var rules = population.rules();
        var people = Selection.of(view, population, question.from());
        var journeys = new Journeys(view, question);
        var last = new Lens(view, rules, question.to());
        int since = question.carriedUpTo();
        var tally = MoveTally.sum(Parts.of(people.blocks(), MoveTally::new, (own, block) -> {
            var chosen = people.in(block);
            for (int at = 0; at < chosen.size(); at++) {
                int researcher = chosen.researcher(at);
                var journey = journeys.of(researcher);
                own.count(journey, Staleness.of(last, researcher, journey.end().row(), since));
            }
        }));
        var values = new Values(view, rules.regions());
        return new Moves(
                Asked.of(view, population, question.to()),
                question.from(),
                question.to(),
                question.by(),
                people.size(),
                tally.base,
                tally.unknown,
                tally.unobserved,
                tally.inactive,
                tally.end,
                tally.moved,
                tally.circulated,
                tally.circulatedThere,
                question.home() == null
                        ? null
                        : new Returns(tally.abroad, tally.returned, tally.returnedThere, tally.homeless),
                tally.moves,
                tally.reclassified,
                people.unknown(),
                MoveTally.pairs(tally.first, question.by(), values),
                MoveTally.pairs(tally.steps, question.by(), values),
                Map.copyOf(tally.years));
    }
}
