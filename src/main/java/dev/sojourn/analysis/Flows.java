package dev.sojourn.analysis;

import dev.sojourn.analysis.count.Days;
import dev.sojourn.analysis.count.Lens;
import dev.sojourn.analysis.count.Selection;
import dev.sojourn.analysis.count.Staleness;
import dev.sojourn.analysis.count.Values;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.projection.View;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who went from where to where between two days: a count for every ordered pair of values, the diagonal and the states
 * without a value (unknown, unobserved, inactive) included.
 *
 * <p>For each value, over all states: stock on the last day = stock on the first day + in - out.
 *
 * @param asked the question again
 * @param from first day
 * @param to last day
 * @param by the attribute
 * @param total the people asked about
 * @param uncertain those whose pair depends on how coarse dates are read
 * @param staleness how fresh what is known of them on the last day is; carried are those whose spell nothing showed to be
 *     true after the first day, or within {@code maxAge}
 * @param qualified those whose spell on the last day has a date that was written as approximate or uncertain
 * @param whereUnknown those left out only because an attribute of a condition is not known
 * @param cells largest first, then by values
 * @param values the stocks and flows of each value, largest first stock first, then by value
 */
public record Flows(
        Asked asked,
        LocalDate from,
        LocalDate to,
        Attribute by,
        int total,
        int uncertain,
        Staleness staleness,
        int qualified,
        int whereUnknown,
        List<Cell> cells,
        List<Value> values) {

    /** The question. */
    public record Question(Population population, LocalDate from, LocalDate to, Attribute by) {

        /**
         * Checks that the days follow each other.
         *
         * @throws IllegalArgumentException if {@code to} is before {@code from}
         */
        public Question {
            Days.inOrder(from, to);
        }
    }

    /**
     * One ordered pair.
     *
     * @param moved how many have another deciding spell on the last day
     * @param reclassified how many have the same, but its institution has another value
     */
    public record Cell(String from, String to, int count, int moved, int reclassified) {}

    /** One value: its stocks on both days, and who came and went. */
    public record Value(String value, int stockFrom, int stockTo, int in, int out) {

        /** Those who came less those who went. */
        public int net() {
            return in - out;
        }

        /** Those who came and those who went. */
        public int gross() {
            return in + out;
        }

        /** Those who came, per head of the first stock, so that it can be more than 1. */
        public Share inRate() {
            return new Share(in, stockFrom);
        }

        /** The share of the first stock that went. */
        public Share outRate() {
            return new Share(out, stockFrom);
        }

        /** What the stock grew by, per head of the first; below 0 where it shrank. */
        public Share netRate() {
            return new Share(net(), stockFrom);
        }
    }

    /**
     * Answers.
     *
     * @throws IllegalArgumentException if the cohort, or a value of a condition, does not exist
     */
    public static Flows of(View believed, Question question) {
        var view = question.population().rules().of(believed);
        var people = Selection.of(view, question.population(), question.from());
        var rules = question.population().rules();
        return between(
                view, question, people, new Lens(view, rules, question.from()), new Lens(view, rules, question.to()));
    }

    /** The same between consecutive anniversaries of the first day, up to the last; the people are chosen once. */
    public static List<Flows> yearly(View believed, Question question) {
        var view = question.population().rules().of(believed);
        var people = Selection.of(view, question.population(), question.from());
        var lenses = Days.from(question.from(), question.to()).stream()
                .map(day -> new Lens(view, question.population().rules(), day))
                .toList();
        return IntStream.range(1, lenses.size())
                .parallel() // where all is kept, writing the answers down is what takes time
                .mapToObj(at -> between(view, question, people, lenses.get(at - 1), lenses.get(at)))
                .toList();
    }

    private static Flows between(View view, Question question, Selection people, Lens before, Lens after) {
        var rules = question.population().rules();
        var values = new Values(view, rules.regions());
        values.count(question.by());
        int since = Staleness.carriedUpTo(rules, before.on(), after.on());
        var kept = people.tables("flows", question.by(), before.on(), after.on());
        var tally = FlowTally.of(question.by(), before, after, since, people, kept);
        var cells = new FlowCells(tally, value -> values.text(question.by(), value));
        return new Flows(
                Asked.of(view, question.population(), after.on()),
                before.on(),
                after.on(),
                question.by(),
                people.size(),
                tally.uncertain(),
                tally.staleness(),
                tally.qualified(),
                people.unknown(),
                cells.cells(),
                cells.values());
    }
}
