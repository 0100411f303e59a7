package dev.sojourn.exchange.answer;

import dev.sojourn.analysis.Flows;
import dev.sojourn.analysis.question.Filter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        int whereUnknown,
        int confirmed,
        int unobserved,
        int inactive,
        int searched,
        int unchecked)
        implements Tabular {
    /** How many went from one value to another; those who stayed are on the diagonal. */
    public record Cell(String from, String to, int count, int moved, int reclassified) {
        static Cell of(Flows.Cell cell) {
            return new Cell(cell.from(), cell.to(), cell.count(), cell.moved(), cell.reclassified());
        }
    }

    /**
     * The stocks of a value on both days, and who came and went.
     *
     * @param net those who came less those who went: stockTo = stockFrom + net
     * @param gross those who came and those who went
     * @param inRate in over stockFrom; null where nobody was there
     * @param outRate out over stockFrom; likewise
     * @param netRate net over stockFrom; likewise
     */
    public record Value(
            String value,
            int stockFrom,
            int stockTo,
            int in,
            int out,
            int net,
            int gross,
            BigDecimal inRate,
            BigDecimal outRate,
            BigDecimal netRate) {
        static Value of(Flows.Value value) {
            return new Value(
                    value.value(),
                    value.stockFrom(),
                    value.stockTo(),
                    value.in(),
                    value.out(),
                    value.net(),
                    value.gross(),
                    ShareForm.of(value.inRate()),
                    ShareForm.of(value.outRate()),
                    ShareForm.of(value.netRate()));
        }

        /** The names of the columns that {@link #row} fills. */
        static List<String> columns() {
            return List.of(
                    "value", "stockFrom", "in", "out", "stockTo", "net", "gross", "inRate", "outRate", "netRate");
        }

        List<Object> row() {
            return Arrays.asList(value, stockFrom, in, out, stockTo, net, gross, inRate, outRate, netRate);
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
                answer.staleness().carried(),
                answer.qualified(),
                answer.whereUnknown(),
                answer.staleness().confirmed(),
                answer.staleness().unobserved(),
                answer.staleness().inactive(),
                answer.staleness().searched(),
                answer.staleness().unchecked());
    }

    @Override
    public Map<String, Object> beside() {
        var beside = new LinkedHashMap<String, Object>();
        beside.put("total", total);
        beside.putAll(staleness().numbers(""));
        beside.put("uncertain", uncertain);
        beside.put("qualified", qualified);
        beside.put("whereUnknown", whereUnknown);
        return beside;
    }

    @Override
    public List<String> notes() {
        return List.of(staleness().words());
    }

    StalenessForm staleness() {
        return new StalenessForm(to, confirmed, carried, unobserved, inactive, searched, unchecked);
    }

    @Override
    public List<String> columns() {
        return List.of("from", "to", "count", "moved", "reclassified");
    }

    @Override
    public List<List<Object>> rows() {
        return Rows.of(cells, cell -> List.of(cell.from, cell.to, cell.count, cell.moved, cell.reclassified));
    }
}
