package dev.sojourn.study;

import dev.sojourn.projection.View;
import dev.sojourn.study.config.BadConfig;
import dev.sojourn.study.config.ConfigFile;
import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.time.KnownAt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /**
     * These figures, if the rule sets and region maps that they name are in a book.
     *
     * @throws BadConfig naming the figure
     */
    public Figures checked(RuleBook rules) {
        for (Figure figure : all) {
            Stream.concat(
                            Stream.of(figure.question()),
                            figure.expectations().stream().map(Expectation::question))
                    .forEach(question -> {
                        try {
                            question.rules(rules);
                        } catch (IllegalArgumentException wrong) {
                            throw new BadConfig(
                                    "figures.yaml, figure " + figure.id() + ", " + wrong.getMessage(), wrong);
                        }
                    });
        }
        return this;
    }

    /** All that they ask, whatever the moment of knowledge, each once: their own questions and those of their values. */
    public Set<SavedQuestion> questions() {
        return all.stream()
                .flatMap(figure -> Stream.concat(
                        Stream.of(figure.question()),
                        figure.expectations().stream().map(Expectation::question)))
                .map(SavedQuestion::ofAnyMoment)
                .collect(Collectors.toCollection(LinkedHashSet::new));
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
    public List<FigureResult> compute(Function<KnownAt, View> knowledge, RuleBook rules) {
        return all.stream()
                .flatMap(figure -> figure.expectations().stream()
                        .map(expectation -> compute(figure, expectation, knowledge, rules)))
                .toList();
    }

    private static FigureResult compute(
            Figure figure, Expectation expectation, Function<KnownAt, View> knowledge, RuleBook rules) {
        try {
            var question = expectation.question();
            View view = knowledge.apply(question.knownAt());
            var measured = question.answer(view, rules).read(expectation.read());
            var published = expectation.published();
            return new FigureResult(
                    figure, expectation, published.shown(measured), published.holds(measured), view.position(), null);
        } catch (IllegalArgumentException noAnswer) {
            return new FigureResult(figure, expectation, null, false, 0, noAnswer.getMessage());
        }
    }
}
