package dev.sojourn.exchange.answer;

import dev.sojourn.analysis.Composition;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Filter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The answer to a composition. As a table: a row for each cell, then one for each state without a value. */
public record CompositionForm(
        String cohort,
        List<String> where,
        RulesForm rules,
        KnownForm knownAt,
        boolean projected,
        LocalDate asOf,
        List<String> by,
        int total,
        int known,
        int unknown,
        int unobserved,
        int inactive,
        int uncertain,
        int carried,
        int whereUnknown,
        int qualified,
        int confirmed,
        int searched,
        int unchecked,
        List<Cell> cells)
        implements Tabular {
    /** How many have these values; share is over the known. */
    public record Cell(List<String> values, int count, BigDecimal share) {}

    /** The form of an answer. */
    public static CompositionForm of(Composition answer) {
        var asked = answer.asked();
        return new CompositionForm(
                asked.cohort().value(),
                asked.where().stream().map(Filter::toString).toList(),
                RulesForm.of(asked.rules()),
                KnownForm.of(asked),
                asked.projected(),
                answer.asOf(),
                answer.by().stream().map(Attribute::text).toList(),
                answer.total(),
                answer.known(),
                answer.unknown(),
                answer.unobserved(),
                answer.inactive(),
                answer.uncertain(),
                answer.staleness().carried(),
                answer.whereUnknown(),
                answer.qualified(),
                answer.staleness().confirmed(),
                answer.staleness().searched(),
                answer.staleness().unchecked(),
                answer.cells().stream()
                        .map(cell -> new Cell(cell.values(), cell.count(), ShareForm.of(cell.share())))
                        .toList());
    }

    @Override
    public List<String> columns() {
        var columns = new ArrayList<>(by);
        columns.addAll(List.of("count", "share"));
        return columns;
    }

    @Override
    public List<List<Object>> rows() {
        var rows = new ArrayList<List<Object>>();
        for (var cell : cells) {
            var row = new ArrayList<Object>(cell.values);
            row.add(cell.count);
            row.add(cell.share);
            rows.add(row);
        }
        rows.add(state("unknown", unknown));
        rows.add(state("unobserved", unobserved));
        rows.add(state("inactive", inactive));
        return rows;
    }

    @Override
    public int size() {
        return cells.size() + 3;
    }

    @Override
    public Map<String, Object> beside() {
        var beside = new LinkedHashMap<String, Object>();
        beside.put("total", total);
        beside.put("known", known);
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

    private StalenessForm staleness() {
        return new StalenessForm(asOf, confirmed, carried, unobserved, inactive, searched, unchecked);
    }

    private List<Object> state(String name, int count) {
        var row = new Object[by.size() + 2];
        row[0] = name;
        row[by.size()] = count;
        return Arrays.asList(row);
    }
}
