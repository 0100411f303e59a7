package dev.sojourn.exchange.answer.side;

import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.exchange.answer.AnswerForms;
import dev.sojourn.exchange.answer.KnownForm;
import dev.sojourn.exchange.answer.Tabular;
import dev.sojourn.projection.View;
import dev.sojourn.study.side.SideBySide;
import dev.sojourn.study.why.Asking;
import java.util.ArrayList;
import java.util.List;

/**
 * The same question under several rule sets. As a table: a row for each cell.
 *
 * @param sides one for each rule set, in the order asked for
 * @param cells how many people are in each cell under each rule set
 * @param people everybody who is not in the same cell under all
 */
public record SideBySideForm(
        String cohort, String analysis, KnownForm knownAt, List<Side> sides, List<Cell> cells, List<Person> people)
        implements Tabular {
    /**
     * One rule set.
     *
     * @param call what gives this answer alone
     * @param answer as it gives it
     */
    public record Side(String rules, String call, Object answer) {}

    /**
     * A cell.
     *
     * @param counts in the order of the sides
     * @param differences of each count to the first
     */
    public record Cell(String cell, List<Integer> counts, List<Integer> differences) {}

    /**
     * Somebody.
     *
     * @param name null where nobody may be named
     * @param cells in the order of the sides
     */
    public record Person(ResearcherId researcher, String name, List<String> cells) {}

    /** The form of answers side by side. */
    public static SideBySideForm of(SideBySide answer) {
        var first = answer.sides().get(0);
        return new SideBySideForm(
                first.question().cohort().value(),
                first.question().analysis().text(),
                KnownForm.of(first.view()),
                answer.sides().stream().map(SideBySideForm::side).toList(),
                answer.cells().stream()
                        .map(cell -> new Cell(
                                cell.name(),
                                cell.counts(),
                                cell.counts().stream()
                                        .map(count -> count - cell.counts().get(0))
                                        .toList()))
                        .toList(),
                answer.differing().stream()
                        .map(person -> new Person(
                                person.researcher(), name(first.view(), person.researcher()), person.cells()))
                        .toList());
    }

    private static Side side(Asking asked) {
        var question = asked.question();
        return new Side(
                question.rules(asked.rules()).named().set(),
                question.call(),
                AnswerForms.of(question.given(asked.view(), asked.rules())));
    }

    /** The first of somebody's names that a view knows; null if it knows none. */
    static String name(View view, ResearcherId who) {
        int number = view.find(who);
        return number < 0 || view.names(number) == null
                ? null
                : view.names(number).first();
    }

    @Override
    public List<String> columns() {
        var columns = new ArrayList<>(List.of("cell"));
        sides.forEach(side -> columns.add(side.rules));
        sides.stream().skip(1).forEach(side -> columns.add(side.rules + " less " + sides.get(0).rules));
        return columns;
    }

    @Override
    public List<List<Object>> rows() {
        return cells.stream()
                .map(cell -> {
                    var row = new ArrayList<Object>(List.of(cell.cell));
                    row.addAll(cell.counts);
                    row.addAll(cell.differences.subList(1, cell.differences.size()));
                    return (List<Object>) row;
                })
                .toList();
    }
}
