package dev.sojourn.analysis;

import dev.sojourn.analysis.count.Days;
import dev.sojourn.analysis.count.Lens;
import dev.sojourn.analysis.count.Selection;
import dev.sojourn.analysis.count.Values;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.projection.View;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
 * @param carried those whose spell on the last day nothing showed to be true after the first, or within {@code maxAge}
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
        int carried,
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
    }

    /**
     * Answers.
     *
     * @throws IllegalArgumentException if the cohort, or a value of a condition, does not exist
     */
    public static Flows of(View view, Question question) {
        return between(view, question, question.from(), question.to());
    }

    /** The same between consecutive anniversaries of the first day, up to the last; the people are chosen once. */
    public static List<Flows> yearly(View view, Question question) {
        Selection.of(view, question.population(), question.from()); // refuses what cannot be asked, of no years, too
        var days = Days.from(question.from(), question.to());
        var years = new ArrayList<Flows>();
        for (int at = 1; at < days.size(); at++) {
            years.add(between(view, question, days.get(at - 1), days.get(at)));
        }
        return years;
    }

    private static Flows between(View view, Question question, LocalDate from, LocalDate to) {
        var rules = question.population().rules();
        var people = Selection.of(view, question.population(), question.from());
        var values = new Values(view, rules.regions());
        values.count(question.by());
        var before = new Lens(view, rules, from);
        var after = new Lens(view, rules, to);
        int since = (int) (rules.maxAge() == null ? from : to.minus(rules.maxAge())).toEpochDay();
        Map<Long, int[]> pairs = new HashMap<>(); // pair: count, moved, reclassified
        int uncertain = 0;
        int carried = 0;
        int qualified = 0;
        for (int researcher : people.people()) {
            int first = before.deciding(researcher);
            int last = after.deciding(researcher);
            int origin = before.value(question.by(), researcher, first);
            int destination = after.value(question.by(), researcher, last);
            var counts = pairs.computeIfAbsent(pair(origin, destination), another -> new int[3]);
            counts[0]++;
            if (first >= 0 && last >= 0) {
                if (!view.spells().spell(first).equals(view.spells().spell(last))) {
                    counts[1]++;
                } else if (origin != destination) {
                    counts[2]++;
                }
            }
            boolean several = before.possible(question.by(), researcher).size() > 1
                    || after.possible(question.by(), researcher).size() > 1;
            uncertain += several ? 1 : 0;
            carried += last >= 0 && !after.observedAfter(last, since) ? 1 : 0;
            qualified += after.qualified(last) ? 1 : 0;
        }
        var cells = cells(question.by(), values, pairs);
        return new Flows(
                Asked.of(view, question.population(), to),
                from,
                to,
                question.by(),
                people.people().length,
                uncertain,
                carried,
                qualified,
                people.unknown(),
                cells,
                values(cells));
    }

    private static long pair(int from, int to) {
        return (long) from << 32 | Integer.toUnsignedLong(to);
    }

    private static List<Cell> cells(Attribute by, Values values, Map<Long, int[]> pairs) {
        return pairs.entrySet().stream()
                .map(entry -> new Cell(
                        values.text(by, (int) (entry.getKey() >> 32)),
                        values.text(by, entry.getKey().intValue()),
                        entry.getValue()[0],
                        entry.getValue()[1],
                        entry.getValue()[2]))
                .sorted(Comparator.comparingInt(Cell::count)
                        .reversed()
                        .thenComparing(Cell::from)
                        .thenComparing(Cell::to))
                .toList();
    }

    private static List<Value> values(List<Cell> cells) {
        Map<String, int[]> stocks = new TreeMap<>(); // value: stockFrom, stockTo, in, out
        for (var cell : cells) {
            var from = stocks.computeIfAbsent(cell.from(), value -> new int[4]);
            var to = stocks.computeIfAbsent(cell.to(), value -> new int[4]);
            from[0] += cell.count();
            to[1] += cell.count();
            if (!cell.from().equals(cell.to())) {
                to[2] += cell.count();
                from[3] += cell.count();
            }
        }
        return stocks.entrySet().stream()
                .map(entry -> new Value(
                        entry.getKey(),
                        entry.getValue()[0],
                        entry.getValue()[1],
                        entry.getValue()[2],
                        entry.getValue()[3]))
                .sorted(Comparator.comparingInt(Value::stockFrom).reversed().thenComparing(Value::value))
                .toList();
    }
}
