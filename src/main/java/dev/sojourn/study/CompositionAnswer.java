package dev.sojourn.study;

import dev.sojourn.analysis.Composition;
import dev.sojourn.analysis.Share;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code total}, {@code known}, {@code unknown}, {@code unobserved}, {@code inactive} and {@code cell:VALUE[,VALUE]}. */
record CompositionAnswer(Composition composition) implements Answer {

    @Override
    public Measured read(String name) {
        if (name.startsWith("cell:")) {
            return Measured.share(
                    cell(Arrays.asList(name.substring("cell:".length()).split(",", -1))));
        }
        return switch (name) {
            case "total" -> Measured.count(composition.total());
            case "known" -> Measured.count(composition.known());
            case "unknown" -> Measured.count(composition.unknown());
            case "unobserved" -> Measured.count(composition.unobserved());
            case "inactive" -> Measured.count(composition.inactive());
            default -> throw Answer.nothing(name, "total, known, unknown, unobserved, inactive and cell:VALUE");
        };
    }

    @Override
    public Record given() {
        return composition;
    }

    @Override
    public Map<String, Object> counted() {
        var counted = new TreeMap<String, Object>();
        counted.put("asOf", composition.asOf().toString());
        counted.put("total", composition.total());
        counted.put("known", composition.known());
        counted.put("unknown", composition.unknown());
        counted.put("unobserved", composition.unobserved());
        counted.put("inactive", composition.inactive());
        counted.put("uncertain", composition.uncertain());
        counted.put("carried", composition.staleness().carried());
        counted.put("qualified", composition.qualified());
        counted.put("whereUnknown", composition.whereUnknown());
        counted.put(
                "cells",
                composition.cells().stream()
                        .map(cell ->
                                new TreeMap<String, Object>(Map.of("values", cell.values(), "count", cell.count())))
                        .toList());
        return counted;
    }

    /** A cell that nobody is in is not listed. */
    private Share cell(List<String> values) {
        return composition.cells().stream()
                .filter(cell -> cell.values().equals(values))
                .map(Composition.Cell::share)
                .findFirst()
                .orElse(new Share(0, composition.known()));
    }
}
