package dev.sojourn.exchange.answer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The stocks and rates of flows without the pairs. As a table: a row for each value. */
public record FlowValuesForm(
        String cohort,
        List<String> where,
        RulesForm rules,
        KnownForm knownAt,
        boolean projected,
        LocalDate from,
        LocalDate to,
        String by,
        int total,
        List<FlowsForm.Value> values,
        StalenessForm end,
        int uncertain,
        int qualified,
        int whereUnknown)
        implements Tabular {

    /** Of an answer. */
    public static FlowValuesForm of(FlowsForm flows) {
        return new FlowValuesForm(
                flows.cohort(),
                flows.where(),
                flows.rules(),
                flows.knownAt(),
                flows.projected(),
                flows.from(),
                flows.to(),
                flows.by(),
                flows.total(),
                flows.values(),
                flows.staleness(),
                flows.uncertain(),
                flows.qualified(),
                flows.whereUnknown());
    }

    @Override
    public List<String> columns() {
        return FlowsForm.Value.columns();
    }

    @Override
    public List<List<Object>> rows() {
        return Rows.of(values, FlowsForm.Value::row);
    }

    @Override
    public Map<String, Object> beside() {
        var beside = end.numbers("");
        beside.put("total", total);
        beside.put("uncertain", uncertain);
        beside.put("qualified", qualified);
        beside.put("whereUnknown", whereUnknown);
        return beside;
    }

    @Override
    public List<String> notes() {
        return List.of(end.words());
    }
}
