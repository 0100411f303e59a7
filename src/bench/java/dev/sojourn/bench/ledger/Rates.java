package dev.sojourn.bench.ledger;

import dev.sojourn.bench.report.Cell;
import dev.sojourn.bench.report.Goal;
import dev.sojourn.bench.report.Row;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rows of this part: so many a second, ours beside the raw limit; or an amount. */
record Rates(String section, int researchers) {

    /** Rates of several rounds, and at least which part of the raw rate they should be. */
    Row beside(String what, double[] ours, double[] raw, double goal) {
        var cells = new LinkedHashMap<String, Cell>();
        cells.put("Sojourn", cell(ours));
        cells.put("raw", cell(raw));
        double ratio = median(ours) / median(raw);
        return new Row(
                section, what, researchers, "a second", cells, Map.of("against raw", ratio), Goal.atLeast(goal, ratio));
    }

    /** An amount; the goal is null, or the most that it should be. */
    Row amount(String what, double amount, String unit, Double goal) {
        return new Row(
                section,
                what,
                researchers,
                unit,
                Map.of("Sojourn", Cell.of(amount)),
                Map.of(),
                goal == null ? null : Goal.atMost(goal, amount, " " + unit));
    }

    private static Cell cell(double[] rates) {
        return new Cell(median(rates), Arrays.stream(rates).min().orElseThrow(), rates[0], rates.length, null);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
