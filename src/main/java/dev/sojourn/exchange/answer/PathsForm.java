package dev.sojourn.exchange.answer;

import dev.sojourn.analysis.path.Paths;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Filter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answer to paths, as Sankey diagrams take it: nodes by number, and links between them. As a table: a row for each
 * link.
 */
public record PathsForm(
        String cohort,
        List<String> where,
        RulesForm rules,
        KnownForm knownAt,
        boolean projected,
        List<String> by,
        int total,
        int whereUnknown,
        List<Day> days,
        List<Node> nodes,
        List<Link> links)
        implements Tabular {

    /** What is to be known of one day. */
    public record Day(
            LocalDate on,
            int uncertain,
            int carried,
            int qualified,
            int confirmed,
            int unobserved,
            int inactive,
            int searched,
            int unchecked) {
        static Day of(Paths.Day day) {
            var staleness = day.staleness();
            return new Day(
                    day.on(),
                    day.uncertain(),
                    staleness.carried(),
                    day.qualified(),
                    staleness.confirmed(),
                    staleness.unobserved(),
                    staleness.inactive(),
                    staleness.searched(),
                    staleness.unchecked());
        }

        StalenessForm staleness() {
            return new StalenessForm(on, confirmed, carried, unobserved, inactive, searched, unchecked);
        }
    }

    /** How many are in a cell of a day; node is its number. */
    public record Node(int node, LocalDate on, List<String> values, int count) {}

    /** How many are in one node on a day and in another on the next; moved by another deciding spell. */
    public record Link(int source, int target, int count, int moved) {}

    /** The form of an answer. */
    public static PathsForm of(Paths answer) {
        var asked = answer.asked();
        var nodes = new ArrayList<Node>();
        for (var node : answer.nodes()) {
            nodes.add(new Node(nodes.size(), answer.days().get(node.day()).on(), node.values(), node.count()));
        }
        return new PathsForm(
                asked.cohort().value(),
                asked.where().stream().map(Filter::toString).toList(),
                RulesForm.of(asked.rules()),
                KnownForm.of(asked),
                asked.projected(),
                answer.by().stream().map(Attribute::text).toList(),
                answer.total(),
                answer.whereUnknown(),
                answer.days().stream().map(Day::of).toList(),
                nodes,
                answer.links().stream()
                        .map(link -> new Link(link.source(), link.target(), link.count(), link.moved()))
                        .toList());
    }

    /** The numbers of a day have it after a colon, as {@code why} takes them. */
    @Override
    public Map<String, Object> beside() {
        var beside = new LinkedHashMap<String, Object>();
        beside.put("total", total);
        days.forEach(day -> {
            day.staleness().numbers("").forEach((name, count) -> beside.put(name + ":" + day.on, count));
            beside.put("uncertain:" + day.on, day.uncertain);
            beside.put("qualified:" + day.on, day.qualified);
        });
        beside.put("whereUnknown", whereUnknown);
        return beside;
    }

    @Override
    public List<String> notes() {
        return days.stream().map(day -> day.staleness().words()).toList();
    }

    @Override
    public List<String> columns() {
        return List.of("fromDay", "from", "toDay", "to", "count", "moved");
    }

    @Override
    public List<List<Object>> rows() {
        return Rows.of(links, this::row);
    }

    private List<Object> row(Link link) {
        var source = nodes.get(link.source);
        var target = nodes.get(link.target);
        return List.of(
                source.on,
                String.join(", ", source.values),
                target.on,
                String.join(", ", target.values),
                link.count,
                link.moved);
    }
}
