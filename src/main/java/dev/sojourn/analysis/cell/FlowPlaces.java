package dev.sojourn.analysis.cell;

import dev.sojourn.analysis.Flows;
import dev.sojourn.analysis.count.Judge;
import dev.sojourn.analysis.count.Lens;
import dev.sojourn.analysis.count.Values;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.projection.View;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Flows between two days, person by person. */
final class FlowPlaces extends Places {

    private final Attribute by;
    private final Judge judge;
    private final Lens before;
    private final Lens after;
    private final Values values;
    private final int since;

    FlowPlaces(View view, Flows.Question question) {
        super(view);
        var rules = question.population().rules();
        this.by = question.by();
        this.judge = new Judge(view, question.population(), question.from());
        this.before = judge.first();
        this.after = new Lens(view, rules, question.to());
        this.values = new Values(view, rules.regions());
        values.count(by);
        this.since =
                (int) (rules.maxAge() == null ? question.from() : question.to().minus(rules.maxAge())).toEpochDay();
    }

    @Override
    public IntStream members() {
        return judge.members();
    }

    @Override
    public List<Lens> days() {
        return List.of(before, after);
    }

    @Override
    public List<String> numbers() {
        return List.of(
                "total",
                "cell:",
                "moved",
                "reclassified",
                "moved:",
                "reclassified:",
                "stockFrom:",
                "stockTo:",
                "in:",
                "out:",
                "uncertain",
                "carried",
                "qualified",
                "whereUnknown",
                Place.OUTSIDE);
    }

    @Override
    public Place of(int researcher) {
        return switch (judge.of(researcher)) {
            case IN -> inside(researcher);
            case NOT_KNOWN -> Place.outside(Set.of("whereUnknown"));
            default -> Place.NOWHERE;
        };
    }

    private Place inside(int researcher) {
        int rowBefore = before.deciding(researcher);
        int row = after.deciding(researcher);
        String from = values.text(by, before.value(by, researcher, rowBefore));
        String to = values.text(by, after.value(by, researcher, row));
        String pair = from + ">" + to;
        var numbers = new HashSet<>(Set.of("total", "cell:" + pair, "stockFrom:" + from, "stockTo:" + to));
        if (!from.equals(to)) {
            numbers.add("in:" + to);
            numbers.add("out:" + from);
        }
        if (rowBefore >= 0 && row >= 0 && (row != rowBefore || !from.equals(to))) {
            String how = row != rowBefore ? "moved" : "reclassified";
            numbers.add(how);
            numbers.add(how + ":" + pair);
        }
        boolean several = before.possible(by, researcher).size() > 1
                || after.possible(by, researcher).size() > 1;
        Doubt.add(numbers, after, row, since, several);
        return new Place("cell:" + pair, numbers);
    }
}
