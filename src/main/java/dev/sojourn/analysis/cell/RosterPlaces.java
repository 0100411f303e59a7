package dev.sojourn.analysis.cell;

import dev.sojourn.analysis.Composition;
import dev.sojourn.analysis.Roster;
import dev.sojourn.analysis.count.Values;
import dev.sojourn.projection.View;
import java.util.List;
import java.util.Set;

/** The states of people on a day: a cell for each kind of state. */
final class RosterPlaces extends Places {

    private final int since;

    RosterPlaces(View view, Roster.Question question) {
        super(view, question.population(), question.asOf());
        this.since = Composition.carriedUpTo(question.population().rules(), question.asOf());
    }

    @Override
    public List<String> numbers() {
        return List.of(
                "total",
                "observed",
                "unobserved",
                "inactive",
                "confirmed",
                "carried",
                "searched",
                "unchecked",
                "whereUnknown",
                Place.OUTSIDE);
    }

    @Override
    protected Place inside(int researcher, Set<String> numbers) {
        int row = judge.first().deciding(researcher);
        String state = row >= 0 ? "observed" : Values.state(row);
        numbers.addAll(List.of("total", state));
        Doubt.staleness(numbers, judge.first(), researcher, row, since, "");
        return new Place(state, numbers);
    }
}
