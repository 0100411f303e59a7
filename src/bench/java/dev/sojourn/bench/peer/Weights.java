package dev.sojourn.bench.peer;

import dev.sojourn.bench.report.Cell;
import dev.sojourn.bench.report.Goal;
import dev.sojourn.bench.report.Row;
import dev.sojourn.projection.Timeline;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the systems keep, in bytes a spell version.
 *
 * @param bytes by system, before any question
 * @param versions how many there are
 */
record Weights(Map<String, Double> bytes, int versions) {

    private static final double GOAL = 120;

    /** With what the questions left in Sojourn's memory. */
    Row row(String section, int researchers, Timeline timeline) {
        double left = timeline.footprint().entrySet().stream()
                .filter(part -> part.getKey().startsWith("questions"))
                .mapToLong(Map.Entry::getValue)
                .sum();
        var cells = new LinkedHashMap<String, Cell>();
        bytes.forEach((system, each) ->
                cells.put(system, Cell.of(system.equals(Sojourn.NAME) ? each + left / versions : each)));
        double ours = cells.get(Sojourn.NAME).median();
        return new Row(
                section,
                "a version, with all indexes (Sojourn: of memory, the others on disk)",
                researchers,
                "bytes",
                cells,
                Map.of(),
                researchers < Goal.SIZE ? null : Goal.atMost(GOAL, ours, " bytes"));
    }
}
