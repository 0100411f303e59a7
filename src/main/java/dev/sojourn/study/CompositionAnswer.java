package dev.sojourn.study;

import dev.sojourn.analysis.Composition;
import dev.sojourn.analysis.Share;
import java.util.Arrays;
import java.util.List;

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

    /** A cell that nobody is in is not listed. */
    private Share cell(List<String> values) {
        return composition.cells().stream()
                .filter(cell -> cell.values().equals(values))
                .map(Composition.Cell::share)
                .findFirst()
                .orElse(new Share(0, composition.known()));
    }
}
