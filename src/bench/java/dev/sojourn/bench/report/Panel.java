package dev.sojourn.bench.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.DoubleBinaryOperator;
import java.util.function.UnaryOperator;

/** One question in a chart: a line for each system, and in words which have no point and why. */
final class Panel {

    static final int WIDTH = 250;
    static final int HEIGHT = 210;

    private static final int LEFT = 44;
    private static final int TOP = 20;
    private static final int BOTTOM = 160;

    private final List<Row> rows;
    private final double lowest;
    private final double highest;

    Panel(List<Row> rows) {
        this.rows = rows;
        lowest = Math.floor(bound(Math::min, Double.MAX_VALUE));
        highest = Math.max(lowest + 1, Math.ceil(bound(Math::max, -Double.MAX_VALUE)));
    }

    private double bound(DoubleBinaryOperator which, double start) {
        return rows.stream()
                .flatMap(row -> row.cells().values().stream())
                .filter(Cell::measured)
                .mapToDouble(cell -> Math.log10(cell.median()))
                .reduce(start, which);
    }

    String draw(UnaryOperator<String> stroke) {
        var svg = new StringBuilder(
                text(0, 12, "start", rows.get(0).what() + " (" + rows.get(0).unit() + ")"));
        for (int power = (int) lowest; power <= highest; power++) {
            double y = y(Math.pow(10, power));
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%1$d\" x2=\"%2$d\" y1=\"%3$.1f\" y2=\"%3$.1f\" stroke=\"#dddddd\"/>%n",
                    LEFT,
                    WIDTH,
                    y));
            svg.append(text(LEFT - 5, y + 4, "end", Goal.number(Math.pow(10, power))));
        }
        for (var row : rows) {
            svg.append(text(x(row), BOTTOM + 15, "middle", String.format(Locale.ROOT, "%,d", row.researchers())));
        }
        Set<String> missing = new LinkedHashSet<>();
        for (String system : rows.get(0).cells().keySet()) {
            line(svg, system, stroke.apply(system), missing);
        }
        int y = BOTTOM + 30;
        for (String note : missing) {
            svg.append(text(LEFT, y, "start", note));
            y += 12;
        }
        return svg.toString();
    }

    private void line(StringBuilder svg, String system, String stroke, Set<String> missing) {
        var points = new StringJoiner(" ");
        for (var row : rows) {
            var cell = row.cells().get(system);
            if (cell != null && cell.measured()) {
                points.add(String.format(Locale.ROOT, "%.1f,%.1f", x(row), y(cell.median())));
            } else if (cell != null && cell.missing().startsWith("N/A")) {
                missing.add(system + ": " + cell.missing());
            }
        }
        svg.append(String.format("<polyline points=\"%s\" fill=\"none\" %s/>%n", points, stroke));
    }

    private double x(Row row) {
        double least = Math.log10(rows.get(0).researchers());
        double most = Math.log10(rows.get(rows.size() - 1).researchers());
        return LEFT + 26 + (WIDTH - LEFT - 52) * (Math.log10(row.researchers()) - least) / (most - least);
    }

    private double y(double value) {
        return BOTTOM - (BOTTOM - TOP) * (Math.log10(value) - lowest) / (highest - lowest);
    }

    private static String text(double x, double y, String anchor, String text) {
        return String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                x,
                y,
                anchor,
                text.replace("&", "&amp;").replace("<", "&lt;"));
    }
}
