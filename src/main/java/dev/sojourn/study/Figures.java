package dev.sojourn.study;

import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.projection.View;
import dev.sojourn.study.config.BadConfig;
import dev.sojourn.study.config.ConfigFile;
import dev.sojourn.time.KnownAt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The saved questions of {@code config/figures.yaml}, and the published values they are marked against.
 *
 * @param all in the order of the file
 * @param yardsticks what to compare with
 */
public record Figures(List<Figure> all, List<Yardstick> yardsticks) {

    /**
     * Reads {@code ./config/figures.yaml}, or where there is none the one that the program carries.
     *
     * @throws BadConfig naming file, figure and field
     */
    public static Figures load() {
        var file = ConfigFile.load("figures.yaml");
        return FiguresFile.read(file.name(), file.yaml());
    }

    /**
     * Reads a file.
     *
     * @throws BadConfig naming file, figure and field
     */
    public static Figures read(Path file) throws IOException {
        return FiguresFile.read(file.toString(), Files.readString(file));
    }

    /** The figure with an id. */
    public Optional<Figure> find(String id) {
        return all.stream().filter(figure -> figure.id().equals(id)).findFirst();
    }

    /**
     * Computes every published value.
     *
     * @param knowledge what was believed at a moment; refuses a moment that the ledger does not have
     */
    public List<FigureResult> compute(Function<KnownAt, View> knowledge, RegionMap regions) {
        return all.stream()
                .flatMap(figure -> figure.expectations().stream()
                        .map(expectation -> compute(figure, expectation, knowledge, regions)))
                .toList();
    }

    private static FigureResult compute(
            Figure figure, Expectation expectation, Function<KnownAt, View> knowledge, RegionMap regions) {
        try {
            var question = expectation.question();
            View view = knowledge.apply(question.knownAt());
            var measured = question.answer(view, regions).read(expectation.read());
            var published = expectation.published();
            return new FigureResult(
                    figure, expectation, published.shown(measured), published.holds(measured), view.position(), null);
        } catch (IllegalArgumentException noAnswer) {
            return new FigureResult(figure, expectation, null, false, 0, noAnswer.getMessage());
        }
    }
}
