package dev.sojourn.study.why;

import dev.sojourn.study.Expectation;
import dev.sojourn.study.Figure;
import dev.sojourn.study.SavedQuestion;
import dev.sojourn.study.SavedQuestion.Analysis;
import java.util.stream.Collectors;

/**
 * One published value of a figure, as a number of an answer.
 *
 * @param number its name; of a word about a person, the number of people it is about
 */
public record FigureNumber(SavedQuestion question, String number) {

    /**
     * Finds one.
     *
     * @param value what is read out of the answer; null for the first value
     * @throws IllegalArgumentException if the figure has no such value
     */
    public static FigureNumber of(Figure figure, String value) {
        return figure.expectations().stream()
                .filter(expectation -> value == null || expectation.read().equals(value))
                .findFirst()
                .map(FigureNumber::of)
                .orElseThrow(() -> new IllegalArgumentException("the figure " + figure.id() + " has no value \"" + value
                        + "\"; there are "
                        + figure.expectations().stream().map(Expectation::read).collect(Collectors.joining(", "))));
    }

    /** Of one published value. */
    public static FigureNumber of(Expectation expectation) {
        boolean word = expectation.question().analysis() == Analysis.STATE;
        return new FigureNumber(expectation.question(), word ? "total" : expectation.read());
    }
}
