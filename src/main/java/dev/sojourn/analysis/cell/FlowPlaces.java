package dev.sojourn.analysis.cell;

import dev.sojourn.analysis.Flows;
import dev.sojourn.analysis.count.Lens;
import dev.sojourn.analysis.count.Staleness;
import dev.sojourn.analysis.count.Values;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.projection.View;
import java.util.List;
import java.util.Set;

/** Flows between two days, person by person. */
final class FlowPlaces extends Places {

    private final Attribute by;
    private final Lens before;
    private final Lens after;
    private final Values values;
    private final int since;

    FlowPlaces(View view, Flows.Question question) {
        super(view, question.population(), question.from());
        var rules = question.population().rules();
        this.by = question.by();
        this.before = judge.first();
        this.after = new Lens(view, rules, question.to());
        this.values = new Values(view, rules.regions());
        values.count(by);
        this.since = Staleness.carriedUpTo(rules, question.from(), question.to());
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
                "confirmed",
                "carried",
                "unobserved",
                "inactive",
                "searched",
                "unchecked",
                "qualified",
                "whereUnknown",
                Place.OUTSIDE);
    }

    @Override
    protected Place inside(int researcher, Set<String> numbers) {
        int rowBefore = before.deciding(researcher);
        int row = after.deciding(researcher);
        String from = values.text(by, before.value(by, researcher, rowBefore));
        String to = values.text(by, after.value(by, researcher, row));
        String pair = from + ">" + to;
        numbers.addAll(List.of("total", "cell:" + pair, "stockFrom:" + from, "stockTo:" + to));
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
        Doubt.add(numbers, after, researcher, row, since, several);
        return new Place("cell:" + pair, numbers);
    }
}
