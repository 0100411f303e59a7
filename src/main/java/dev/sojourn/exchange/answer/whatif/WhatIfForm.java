package dev.sojourn.exchange.answer.whatif;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.sojourn.analysis.Share;
import dev.sojourn.exchange.answer.ShareForm;
import dev.sojourn.exchange.answer.Tabular;
import dev.sojourn.study.whatif.Foreseen;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which figures would change, from what to what, and who would be in another cell. As a table: a row for each number
 * and for a changed unit.
 *
 * @param position the last event before those that would be recorded
 * @param knownAt always {@code now}: a figure pinned to a release or a day never changes, so each is asked as known now
 * @param figures those that would change
 */
public record WhatIfForm(long position, String knownAt, List<FigureForm> figures) implements Tabular {

    /**
     * A figure that would change.
     *
     * @param values its published values that would read otherwise
     * @param answers its questions with the numbers that would change
     */
    public record FigureForm(String id, String title, List<ValueForm> values, List<AnswerForm> answers) {
        private static FigureForm of(Foreseen.Change change) {
            return new FigureForm(
                    change.figure().id(),
                    change.figure().title(),
                    change.values().stream()
                            .map(value -> new ValueForm(value.value(), value.from(), value.to()))
                            .toList(),
                    change.answers().stream().map(AnswerForm::of).toList());
        }
    }

    /**
     * A published value, as shown beside what was published.
     *
     * @param from null if there is no answer now
     * @param to null if there would be none
     */
    public record ValueForm(String value, String from, String to) {}

    /**
     * A question of a figure.
     *
     * @param parameters where they are others than the figure's own
     * @param on of a retention the day of its series
     * @param unit of a survival whose times would be in another unit: the numbers of one time then count something else
     *     under the same name
     * @param people everybody who would be in another cell
     */
    public record AnswerForm(
            @JsonInclude(Include.NON_EMPTY) Map<String, List<String>> parameters,
            @JsonInclude(Include.NON_NULL) LocalDate on,
            @JsonInclude(Include.NON_NULL) UnitForm unit,
            List<NumberForm> numbers,
            List<PersonForm> people) {
        private static AnswerForm of(Foreseen.Answer answer) {
            return new AnswerForm(
                    answer.parameters(),
                    answer.on(),
                    UnitForm.of(answer.units()),
                    answer.numbers().stream().map(NumberForm::of).toList(),
                    answer.people().stream()
                            .map(person -> new PersonForm(person.researcher().value(), person.from(), person.to()))
                            .toList());
        }
    }

    /** In what a survival counts time, {@code days} or {@code years}, now and then. */
    public record UnitForm(String from, String to) {
        private static UnitForm of(Foreseen.Units units) {
            return units == null
                    ? null
                    : new UnitForm(
                            units.from().name().toLowerCase(Locale.ROOT),
                            units.to().name().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * A number that would change.
     *
     * @param from null if there is no answer now
     * @param to null if there would be none
     * @param shareFrom in [0, 1], four decimals; only of numbers that are shares
     * @param shareTo likewise
     */
    public record NumberForm(
            String number,
            Integer from,
            Integer to,
            @JsonInclude(Include.NON_NULL) BigDecimal shareFrom,
            @JsonInclude(Include.NON_NULL) BigDecimal shareTo) {
        private static NumberForm of(Foreseen.Amount number) {
            return new NumberForm(
                    number.number(), number.from(), number.to(), share(number.shareFrom()), share(number.shareTo()));
        }

        private static BigDecimal share(Share share) {
            return share == null ? null : ShareForm.of(share);
        }
    }

    /** Somebody who would be in another cell; {@code outside} is nobody that the answer is about. */
    public record PersonForm(String researcher, String from, String to) {}

    /** The form of what is foreseen. */
    public static WhatIfForm of(Foreseen foreseen) {
        return new WhatIfForm(
                foreseen.position(),
                "now",
                foreseen.figures().stream().map(FigureForm::of).toList());
    }

    /** In a sentence, for the eye. */
    public String headline() {
        return figures.isEmpty()
                ? "No figure would change, asked as known now (position " + position + ")."
                : figures.size() + (figures.size() == 1 ? " figure" : " figures")
                        + " would change, asked as known now (position " + position + "):";
    }

    @Override
    public List<String> columns() {
        return List.of("figure", "parameters", "on", "number", "from", "to", "shareFrom", "shareTo");
    }

    @Override
    public List<List<Object>> rows() {
        var rows = new ArrayList<List<Object>>();
        for (var figure : figures) {
            for (var answer : figure.answers) {
                if (answer.unit != null) {
                    rows.add(Arrays.asList(
                            figure.id,
                            parameters(answer),
                            answer.on,
                            "unit",
                            answer.unit.from,
                            answer.unit.to,
                            null,
                            null));
                }
                for (var number : answer.numbers) {
                    rows.add(Arrays.asList(
                            figure.id,
                            parameters(answer),
                            answer.on,
                            number.number,
                            number.from,
                            number.to,
                            number.shareFrom,
                            number.shareTo));
                }
            }
        }
        return rows;
    }

    private static String parameters(AnswerForm answer) {
        var texts = new ArrayList<String>();
        answer.parameters.forEach((name, values) -> values.forEach(value -> texts.add(name + "=" + value)));
        return texts.isEmpty() ? null : String.join("&", texts);
    }
}
