package dev.sojourn.analysis.cell;

import dev.sojourn.analysis.Retention;
import dev.sojourn.analysis.count.Condition;
import dev.sojourn.analysis.count.Lens;
import dev.sojourn.analysis.count.Staleness;
import dev.sojourn.analysis.count.Values;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.projection.View;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** A retention on one day of its series, person by person. */
final class RetentionPlaces extends Places {

    private final Attribute attribute;
    private final Condition atFirst;
    private final Condition held;
    private final Lens lens;
    private final Values values;
    private final int since;

    /**
     * The places on a day.
     *
     * @param day from {@code from} to {@code to}, as a rule one of the series
     */
    RetentionPlaces(View view, Retention.Question question, LocalDate day) {
        super(view, question.population(), question.from());
        var rules = question.population().rules();
        this.attribute = question.held().attribute();
        this.atFirst = Condition.of(view, rules, question.held(), question.from());
        this.held = Condition.of(view, rules, question.held(), day);
        this.lens = new Lens(view, rules, day);
        this.values = new Values(view, rules.regions());
        this.since = Staleness.carriedUpTo(rules, question.from(), day);
    }

    @Override
    public List<Lens> days() {
        return judge.first().on().equals(lens.on()) ? List.of(lens) : List.of(judge.first(), lens);
    }

    @Override
    public List<String> numbers() {
        return List.of(
                "base",
                "retained",
                "sameInstitution",
                "destination:",
                "moved",
                "reclassified",
                "moved:",
                "reclassified:",
                "unknown",
                "unobserved",
                "inactive",
                "uncertain",
                "confirmed",
                "carried",
                "searched",
                "unchecked",
                "qualified",
                "low",
                "high",
                "baseUncertain",
                "whereUnknown",
                Place.OUTSIDE);
    }

    @Override
    protected Set<String> beside(int researcher) {
        var numbers = super.beside(researcher);
        if (judge.uncertain(researcher, atFirst)) {
            numbers.add("baseUncertain");
        }
        return numbers;
    }

    @Override
    protected Place inside(int researcher, Set<String> numbers) {
        return judge.holds(atFirst, researcher) ? inBase(researcher, numbers) : Place.outside(numbers);
    }

    private Place inBase(int researcher, Set<String> numbers) {
        numbers.add("base");
        int before = judge.first().deciding(researcher);
        int row = lens.deciding(researcher);
        int value = lens.value(attribute, researcher, row);
        String cell;
        if (value < 0) {
            cell = Values.state(value);
        } else if (held.names(value)) {
            cell = "retained";
            if (row == before || lens.institution(row) == lens.institution(before)) {
                numbers.add("sameInstitution");
            }
        } else {
            String text = values.text(attribute, value);
            cell = "destination:" + text;
            String how = row == before ? "reclassified" : "moved";
            numbers.add(how);
            numbers.add(how + ":" + text);
        }
        numbers.add(cell);
        var possible = lens.possible(attribute, researcher);
        if (possible.stream().allMatch(held::names)) {
            numbers.add("low");
        }
        if (possible.stream().anyMatch(this::mayStay)) {
            numbers.add("high");
        }
        long cells = possible.stream()
                .map(may -> held.names(may) ? Integer.MAX_VALUE : may)
                .distinct()
                .count();
        Doubt.add(numbers, lens, researcher, row, since, cells > 1);
        return new Place(cell, numbers);
    }

    private boolean mayStay(int value) {
        return held.names(value) || value == Values.UNKNOWN || value == Values.UNOBSERVED;
    }
}
