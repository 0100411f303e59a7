package dev.sojourn.study;

import dev.sojourn.analysis.path.Paths;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code total}, {@code node:DAY:VALUE} and {@code link:DAY:FROM>TO}, of the later day. */
record PathsAnswer(Paths paths) implements Answer {

    @Override
    public Measured read(String name) {
        if (name.equals("total")) {
            return Measured.count(paths.total());
        }
        if (name.startsWith("node:")) {
            return Measured.count(paths.nodes().stream()
                    .filter(node -> name.equals("node:" + on(node) + ":" + text(node)))
                    .mapToInt(Paths.Node::count)
                    .sum());
        }
        if (name.startsWith("link:")) {
            return Measured.count(paths.links().stream()
                    .filter(link -> name.equals("link:" + on(to(link)) + ":" + text(from(link)) + ">" + text(to(link))))
                    .mapToInt(Paths.Link::count)
                    .sum());
        }
        throw Answer.nothing(name, "total, node:DAY:VALUE and link:DAY:FROM>TO");
    }

    private Paths.Node from(Paths.Link link) {
        return paths.nodes().get(link.source());
    }

    private Paths.Node to(Paths.Link link) {
        return paths.nodes().get(link.target());
    }

    private LocalDate on(Paths.Node node) {
        return paths.days().get(node.day()).on();
    }

    private static String text(Paths.Node node) {
        return String.join(",", node.values());
    }

    @Override
    public Record given() {
        return paths;
    }

    @Override
    public Map<String, Object> counted() {
        var counted = new TreeMap<String, Object>();
        counted.put("total", paths.total());
        counted.put("whereUnknown", paths.whereUnknown());
        counted.put("days", paths.days().stream().map(PathsAnswer::counted).toList());
        counted.put("nodes", paths.nodes().stream().map(this::counted).toList());
        counted.put("links", paths.links().stream().map(PathsAnswer::counted).toList());
        return counted;
    }

    private static Map<String, Object> counted(Paths.Day day) {
        return new TreeMap<>(Map.of(
                "on",
                day.on().toString(),
                "uncertain",
                day.uncertain(),
                "carried",
                day.staleness().carried(),
                "qualified",
                day.qualified()));
    }

    private Map<String, Object> counted(Paths.Node node) {
        return new TreeMap<>(Map.of("on", on(node).toString(), "values", node.values(), "count", node.count()));
    }

    private static Map<String, Object> counted(Paths.Link link) {
        return new TreeMap<>(
                Map.of("source", link.source(), "target", link.target(), "count", link.count(), "moved", link.moved()));
    }
}
