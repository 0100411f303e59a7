package dev.sojourn.exchange.answer;

import dev.sojourn.study.FigureResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/**
 * All figures, each marked against what was published. As a table: a row for each published value.
 *
 * @param passed how many published values are reproduced
 * @param failed how many are not
 */
public record FiguresForm(int passed, int failed, List<Item> items) implements Tabular {
    /**
     * A figure.
     *
     * @param note what a reader should know beside it, or null
     * @param pass whether all of its published values are reproduced
     */
    public record Item(
            String id, String title, String chart, String source, String note, boolean pass, List<Result> results) {}

    /**
     * A published value beside the computed one.
     *
     * @param value what is read out of the answer
     * @param computed null if there is no answer
     * @param position the last event that counted
     * @param problem why there is no answer, or null
     * @param call the question as a call of the HTTP interface
     */
    public record Result(
            String value, String published, String computed, boolean pass, long position, String problem, String call) {
        static Result of(FigureResult result) {
            return new Result(
                    result.expectation().read(),
                    result.expectation().published().text(),
                    result.computed(),
                    result.pass(),
                    result.position(),
                    result.problem(),
                    result.expectation().question().call());
        }
    }

    /** The form of computed figures, in their order. */
    public static FiguresForm of(List<FigureResult> results) {
        var byFigure = new LinkedHashMap<String, List<FigureResult>>();
        results.forEach(result -> byFigure.computeIfAbsent(result.figure().id(), id -> new ArrayList<>())
                .add(result));
        int passed = (int) results.stream().filter(FigureResult::pass).count();
        return new FiguresForm(
                passed,
                results.size() - passed,
                byFigure.values().stream().map(FiguresForm::item).toList());
    }

    private static Item item(List<FigureResult> results) {
        var figure = results.get(0).figure();
        return new Item(
                figure.id(),
                figure.title(),
                figure.chart().name().toLowerCase(Locale.ROOT),
                figure.source(),
                figure.note(),
                results.stream().allMatch(FigureResult::pass),
                results.stream().map(Result::of).toList());
    }

    @Override
    public List<String> columns() {
        return List.of("mark", "figure", "value", "published", "computed", "source");
    }

    @Override
    public List<List<Object>> rows() {
        var rows = new ArrayList<List<Object>>();
        for (var item : items) {
            for (var result : item.results) {
                rows.add(Arrays.asList(
                        result.pass ? "pass" : "FAIL",
                        item.id,
                        result.value,
                        result.published,
                        result.computed == null ? result.problem : result.computed,
                        item.source));
            }
        }
        return rows;
    }
}
