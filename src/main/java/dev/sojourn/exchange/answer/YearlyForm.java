package dev.sojourn.exchange.answer;

import dev.sojourn.analysis.Flows;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.List;

/** Flows between consecutive year-ends, of the same people throughout. */
public record YearlyForm(
        String cohort,
        List<String> where,
        RulesForm rules,
        KnownForm knownAt,
        boolean projected,
        LocalDate from,
        LocalDate to,
        String by,
        int total,
        List<Year> years,
        int whereUnknown)
        implements Tabular {
    /** From one year-end to the next. */
    public record Year(
            LocalDate from,
            LocalDate to,
            List<FlowsForm.Cell> cells,
            List<FlowsForm.Value> values,
            int uncertain,
            int carried,
            int qualified,
            int confirmed,
            int unobserved,
            int inactive,
            int searched,
            int unchecked) {}

    /** The form of an answer; of one or more years. */
    public static YearlyForm of(List<Flows> answers) {
        var years = answers.stream().map(FlowsForm::of).toList();
        var last = years.get(years.size() - 1);
        return new YearlyForm(
                last.cohort(),
                last.where(),
                last.rules(),
                last.knownAt(),
                last.projected(),
                years.get(0).from(),
                last.to(),
                last.by(),
                last.total(),
                years.stream()
                        .map(year -> new Year(
                                year.from(),
                                year.to(),
                                year.cells(),
                                year.values(),
                                year.uncertain(),
                                year.carried(),
                                year.qualified(),
                                year.confirmed(),
                                year.unobserved(),
                                year.inactive(),
                                year.searched(),
                                year.unchecked()))
                        .toList(),
                last.whereUnknown());
    }

    @Override
    public List<String> columns() {
        return List.of(
                "fromDay",
                "toDay",
                "from",
                "to",
                "count",
                "moved",
                "reclassified",
                "confirmed",
                "carried",
                "unobserved",
                "inactive",
                "searched",
                "unchecked");
    }

    @Override
    public List<List<Object>> rows() {
        return new AbstractList<>() {
            @Override
            public List<Object> get(int at) {
                int rest = at;
                int year = 0;
                while (rest >= years.get(year).cells.size()) {
                    rest -= years.get(year++).cells.size();
                }
                return row(years.get(year), years.get(year).cells.get(rest));
            }

            @Override
            public int size() {
                return years.stream().mapToInt(year -> year.cells.size()).sum();
            }
        };
    }

    private static List<Object> row(Year year, FlowsForm.Cell cell) {
        return List.of(
                year.from,
                year.to,
                cell.from(),
                cell.to(),
                cell.count(),
                cell.moved(),
                cell.reclassified(),
                year.confirmed,
                year.carried,
                year.unobserved,
                year.inactive,
                year.searched,
                year.unchecked);
    }
}
