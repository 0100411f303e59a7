package dev.sojourn.bench.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows as tables, one for each section, unit and size. Medians; nothing that was asked for is left out. */
public final class Markdown {

    private record Group(String section, int researchers) {}

    private Markdown() {}

    /** The tables. */
    public static String of(List<Row> rows) {
        var groups = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> new Group(row.section(), row.researchers()), LinkedHashMap::new, Collectors.toList()));
        var text = new StringBuilder();
        groups.forEach((group, ofGroup) -> {
            text.append(String.format("%n### %s, %,d researchers%n%n", group.section, group.researchers));
            text.append(table(ofGroup));
        });
        return text.toString();
    }

    private static String table(List<Row> rows) {
        Set<String> systems = new LinkedHashSet<>();
        Set<String> ratios = new LinkedHashSet<>();
        rows.forEach(row -> {
            systems.addAll(row.cells().keySet());
            ratios.addAll(row.ratios().keySet());
        });
        boolean goals = rows.stream().anyMatch(row -> row.goal() != null);
        var head = new ArrayList<>(List.of("", "unit"));
        head.addAll(systems);
        head.addAll(ratios);
        if (goals) {
            head.addAll(List.of("goal", "reached"));
        }
        var text = new StringBuilder(line(head));
        text.append(line(Collections.nCopies(head.size(), "---")));
        for (var row : rows) {
            var cells = new ArrayList<>(List.of(row.what(), row.unit()));
            systems.forEach(system -> cells.add(number(row.cells().get(system))));
            ratios.forEach(ratio -> cells.add(ratio(row.ratios(), ratio)));
            if (goals) {
                cells.add(row.goal() == null ? "" : row.goal().wanted());
                cells.add(row.goal() == null ? "" : row.goal().verdict());
            }
            text.append(line(cells));
        }
        return text.toString();
    }

    private static String number(Cell cell) {
        return cell == null ? "" : cell.measured() ? Goal.number(cell.median()) : cell.missing();
    }

    private static String ratio(Map<String, Double> ratios, String name) {
        var ratio = ratios.get(name);
        return ratio == null || ratio.isNaN() ? "" : Goal.number(ratio) + "×";
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
