package dev.sojourn.exchange.answer;

import dev.sojourn.analysis.Flows;
import dev.sojourn.analysis.question.Filter;
import java.time.LocalDate;
import java.util.List;

/** The answer to flows. As a table: a row for each ordered pair of values. */
public record FlowsForm(
        String cohort,
        List<String> where,
        RulesForm rules,
        KnownForm knownAt,
        boolean projected,
        LocalDate from,
        LocalDate to,
        String by,
        int total,
        List<Cell> cells,
        List<Value> values,
        int uncertain,
        int carried,
        int qualified,
        int whereUnknown)
        implements Tabular {
    /** How many went from one value to another; those who stayed are on the diagonal. */
    public record Cell(String from, String to, int count, int moved, int reclassified) {
        static Cell of(Flows.Cell cell) {
            return new Cell(cell.from(), cell.to(), cell.count(), cell.moved(), cell.reclassified());
        }
    }

    /** The stocks of a value on both days, and who came and went. */
    public record Value(String value, int stockFrom, int stockTo, int in, int out, int net) {
        static Value of(Flows.Value value) {
            return new Value(value.value(), value.stockFrom(), value.stockTo(), value.in(), value.out(), value.net());
        }
    }

    /** The form of an answer. */
    public static FlowsForm of(Flows answer) {
        var asked = answer.asked();
        return new FlowsForm(
                asked.cohort().value(),
                asked.where().stream().map(Filter::toString).toList(),
                RulesForm.of(asked.rules()),
                KnownForm.of(asked),
                asked.projected(),
                answer.from(),
                answer.to(),
                answer.by().text(),
                answer.total(),
                answer.cells().stream().map(Cell::of).toList(),
                answer.values().stream().map(Value::of).toList(),
                answer.uncertain(),
                answer.carried(),
                answer.qualified(),
                answer.whereUnknown());
    }

    @Override
    public List<String> columns() {
        return List.of("from", "to", "count", "moved", "reclassified");
    }

    @Override
    public List<List<Object>> rows() {
        return cells.stream()
                .map(cell -> List.<Object>of(cell.from, cell.to, cell.count, cell.moved, cell.reclassified))
                .toList();
    }
}
