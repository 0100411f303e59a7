package dev.sojourn.analysis.path;

import dev.sojourn.analysis.Asked;
import dev.sojourn.analysis.count.Cells;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the same people are on several days: a node for each cell of each day, and a link for each pair of cells of
 * consecutive days. Everybody is in one node of each day, so at each node those who come add up to its count, and so do
 * those who go on; only the first and the last day have no links on one side.
 *
 * @param asked the question again
 * @param by the attributes of a cell
 * @param total the people asked about, the same on all days
 * @param whereUnknown those left out only because an attribute of a condition is not known
 * @param days in their order
 * @param nodes by day, then largest first, then by value
 * @param links by the nodes they lead from, then to, in the order of the nodes
 */
public record Paths(
        Asked asked,
        List<Attribute> by,
        int total,
        int whereUnknown,
        List<Day> days,
        List<Node> nodes,
        List<Link> links) {

    /** More days, with all their cells, nobody can look at. */
    private static final int MOST_DAYS = 60;

    /** The question. */
    public record Question(Population population, List<LocalDate> days, List<Attribute> by) {

        /**
         * Checks the days.
         *
         * @throws IllegalArgumentException if there are fewer than two or more than 60, or one is not after the one before
         */
        public Question {
            days = List.copyOf(days);
            by = List.copyOf(by);
            if (days.size() < 2 || days.size() > MOST_DAYS) {
                throw new IllegalArgumentException("days needs 2 to " + MOST_DAYS + " days, as in 2019,2021,2025");
            }
            for (int at = 1; at < days.size(); at++) {
                if (!days.get(at).isAfter(days.get(at - 1))) {
                    throw new IllegalArgumentException("days must ascend; " + days.get(at) + " does not");
                }
            }
            Days.inOrder(days.get(0), days.get(days.size() - 1));
        }
    }

    /** How far back an observation counts as recent on the first day where the question gives no {@code maxAge}. */
    private static final int RECENT_MONTHS = 24;

    /** The day after which something must have shown a state on one of the days true, or else it is carried forward. */
    public static LocalDate carriedUpTo(Question question, int day) {
        var on = question.days().get(day);
        var maxAge = question.population().rules().maxAge();
        if (maxAge != null) {
            return on.minus(maxAge);
        }
        return day == 0 ? on.minusMonths(RECENT_MONTHS) : question.days().get(0);
    }

    /**
     * What is to be known of one day.
     *
     * @param staleness how fresh what is known of them is; carried are those whose spell nothing showed to be true after
     *     the first day, or within {@code maxAge}; on the first day within 24 months before it
     * @param qualified those whose spell has a date that was written as approximate or uncertain
     * @param uncertain those whose cell depends on how coarse dates are read
     */
    public record Day(LocalDate on, Staleness staleness, int qualified, int uncertain) {}

    /**
     * A cell of a day.
     *
     * @param day its number, from 0
     * @param values in the order of {@code by}; for somebody of whom not all are known, the one word unknown, unobserved
     *     or inactive
     */
    public record Node(int day, List<String> values, int count) {}

    /**
     * Those who are in one node on a day and in another on the next.
     *
     * @param source number of a node, from 0
     * @param target likewise
     * @param moved how many have another deciding spell on the later day
     */
    public record Link(int source, int target, int count, int moved) {}

    /**
     * Answers.
     *
     * @throws IllegalArgumentException if the cohort, or a value of a condition, does not exist, or {@code by} names an
     *     attribute twice or one that can have several values
     */
    public static Paths of(View believed, Question question) {
        var view = question.population().rules().of(believed);
        var population = question.population();
        var rules = population.rules();
        var first = question.days().get(0);
        var people = Selection.of(view, population, first);
        var cells = new Cells(question.by(), new Values(view, rules.regions()));
        var lenses =
                question.days().stream().map(day -> new Lens(view, rules, day)).toList();
        lenses.forEach(cells::size); // refuses more cells than can be counted
        var tallies = Parts.of(
                people.blocks(),
                () -> new PathTally(lenses, cells, question),
                (tally, block) -> tally.count(people.in(block)));
        var whole = PathTally.sum(tallies);
        var nodes = new ArrayList<Node>();
        var numbers = new ArrayList<Map<List<String>, Integer>>();
        for (int day = 0; day < lenses.size(); day++) {
            var here = new LinkedHashMap<List<String>, Integer>();
            for (var node : nodes(day, whole.nodes(day))) {
                here.put(node.values(), nodes.size());
                nodes.add(node);
            }
            numbers.add(here);
        }
        var links = new ArrayList<Link>();
        for (int day = 1; day < lenses.size(); day++) {
            var from = numbers.get(day - 1);
            var to = numbers.get(day);
            whole.links(day)
                    .forEach((pair, counts) ->
                            links.add(new Link(from.get(pair.from()), to.get(pair.to()), counts[0], counts[1])));
        }
        links.sort(Comparator.comparingInt(Link::source).thenComparingInt(Link::target));
        return new Paths(
                Asked.of(view, population, question.days().get(lenses.size() - 1)),
                question.by(),
                people.size(),
                people.unknown(),
                whole.days(),
                List.copyOf(nodes),
                List.copyOf(links));
    }

    private static List<Node> nodes(int day, Map<List<String>, Integer> counts) {
        return counts.entrySet().stream()
                .map(cell -> new Node(day, cell.getKey(), cell.getValue()))
                .sorted(Comparator.comparingInt(Node::count)
                        .reversed()
                        .thenComparing(node -> String.join("\0", node.values())))
                .toList();
    }
}
