package dev.sojourn.bench.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing measured of several systems.
 *
 * @param section the part of the benchmark
 * @param what the question, or the work done
 * @param researchers the size of the reference set
 * @param unit of all numbers in {@code cells}
 * @param cells by system, in the order of columns
 * @param ratios how Sojourn compares, by name, in the order of columns
 * @param goal null if the design sets none, or none for this size
 */
public record Row(
        String section,
        String what,
        int researchers,
        String unit,
        Map<String, Cell> cells,
        Map<String, Double> ratios,
        Goal goal) {

    public Row {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
        ratios = Collections.unmodifiableMap(new LinkedHashMap<>(ratios));
    }
}
