package dev.sojourn.bench.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Cost against size as a drawing: a panel for each question that was asked at several sizes, both scales logarithmic. */
public final class Chart {

    private static final int COLUMNS = 3;
    private static final int GAP = 30;
    private static final int LEGEND = 34;
    private static final List<String> COLOURS =
            List.of("#b3001b", "#1f6f8b", "#7a5195", "#4d7c0f", "#8a6d3b", "#444444");
    private static final String DASHES = "stroke-dasharray=\"4 3\"";

    private final StringBuilder svg = new StringBuilder();
    private final List<String> systems;

    private Chart(Set<String> systems) {
        this.systems = List.copyOf(systems);
    }

    /** An SVG document; empty if nothing was measured at two sizes. */
    public static String of(List<Row> rows) {
        var byQuestion = rows.stream()
                .filter(row -> !row.ratios().isEmpty())
                .collect(Collectors.groupingBy(Row::what, LinkedHashMap::new, Collectors.toList()));
        byQuestion.values().removeIf(same -> same.size() < 2);
        if (byQuestion.isEmpty()) {
            return "";
        }
        Set<String> systems = new LinkedHashSet<>();
        byQuestion
                .values()
                .forEach(same -> same.forEach(row -> systems.addAll(row.cells().keySet())));
        return new Chart(systems).draw(List.copyOf(byQuestion.values()));
    }

    private String draw(List<List<Row>> panels) {
        int down = (panels.size() + COLUMNS - 1) / COLUMNS;
        int width = COLUMNS * (Panel.WIDTH + GAP) + GAP;
        int height = LEGEND + down * (Panel.HEIGHT + GAP) + GAP;
        svg.append(String.format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %2$d\" width=\"%1$d\" height=\"%2$d\""
                        + " font-family=\"sans-serif\" font-size=\"11\" role=\"img\">%n"
                        + "<title>Cost of a question against the number of researchers</title>%n"
                        + "<rect width=\"%1$d\" height=\"%2$d\" fill=\"#ffffff\"/>%n",
                width, height));
        legend();
        for (int at = 0; at < panels.size(); at++) {
            int x = GAP + at % COLUMNS * (Panel.WIDTH + GAP);
            int y = LEGEND + GAP / 2 + at / COLUMNS * (Panel.HEIGHT + GAP);
            svg.append(String.format("<g transform=\"translate(%d %d)\">%n", x, y));
            svg.append(new Panel(panels.get(at)).draw(this::stroke));
            svg.append("</g>\n");
        }
        return svg.append("</svg>\n").toString();
    }

    private void legend() {
        int x = GAP;
        for (String system : systems) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" y1=\"18\" x2=\"%d\" y2=\"18\" %s/><text x=\"%d\" y=\"22\">%s</text>%n",
                    x,
                    x + 24,
                    stroke(system),
                    x + 30,
                    system));
            x += 60 + system.length() * 7;
        }
    }

    /** What is another form of a system, named after a comma, has its colour and dashes. */
    private String stroke(String system) {
        int comma = system.indexOf(',');
        var plain = systems.stream().filter(name -> name.indexOf(',') < 0).toList();
        int at = plain.indexOf(comma < 0 ? system : system.substring(0, comma));
        return "stroke=\"" + COLOURS.get(at % COLOURS.size()) + "\" stroke-width=\"" + (at == 0 && comma < 0 ? 3 : 1.8)
                + "\" " + (comma < 0 ? "" : DASHES);
    }
}
