package dev.sojourn.analysis.cell;

import dev.sojourn.analysis.Roster;
import dev.sojourn.analysis.count.Judge;
import dev.sojourn.analysis.count.Lens;
import dev.sojourn.analysis.count.Values;
import dev.sojourn.projection.View;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The states of people on a day: a cell for each kind of state. */
final class RosterPlaces extends Places {

    private final Judge judge;

    RosterPlaces(View view, Roster.Question question) {
        super(view);
        this.judge = new Judge(view, question.population(), question.asOf());
    }

    @Override
    public IntStream members() {
        return judge.members();
    }

    @Override
    public List<Lens> days() {
        return List.of(judge.first());
    }

    @Override
    public List<String> numbers() {
        return List.of("total", "observed", "unobserved", "inactive", "whereUnknown", Place.OUTSIDE);
    }

    @Override
    public Place of(int researcher) {
        return switch (judge.of(researcher)) {
            case IN -> {
                int row = judge.first().deciding(researcher);
                String state = row >= 0 ? "observed" : Values.state(row);
                yield new Place(state, Set.of("total", state));
            }
            case NOT_KNOWN -> Place.outside(Set.of("whereUnknown"));
            default -> Place.NOWHERE;
        };
    }
}
