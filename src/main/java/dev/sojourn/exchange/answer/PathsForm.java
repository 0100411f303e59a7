package dev.sojourn.exchange.answer;

import dev.sojourn.analysis.path.Paths;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Filter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

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
    public record Day(LocalDate on, int uncertain, int carried, int qualified) {}

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
                answer.days().stream()
                        .map(day -> new Day(day.on(), day.uncertain(), day.carried(), day.qualified()))
                        .toList(),
                nodes,
                answer.links().stream()
                        .map(link -> new Link(link.source(), link.target(), link.count(), link.moved()))
                        .toList());
    }

    @Override
    public List<String> columns() {
        return List.of("fromDay", "from", "toDay", "to", "count", "moved");
    }

    @Override
    public List<List<Object>> rows() {
        return links.stream().map(this::row).toList();
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
