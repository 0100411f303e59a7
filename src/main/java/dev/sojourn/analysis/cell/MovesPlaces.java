package dev.sojourn.analysis.cell;

import dev.sojourn.analysis.count.Lens;
import dev.sojourn.analysis.count.Values;
import dev.sojourn.analysis.move.Journey;
import dev.sojourn.analysis.move.Journeys;
import dev.sojourn.analysis.move.Moves;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.projection.View;
import java.util.List;
import java.util.Set;

/** Moves, person by person: a cell for each first move, one for those who made none, and one where nothing is known. */
final class MovesPlaces extends Places {

    private final Attribute by;
    private final boolean homes;
    private final Journeys journeys;
    private final Values values;
    private final Lens last;
    private final int since;

    MovesPlaces(View view, Moves.Question question) {
        super(view, question.population(), question.from());
        this.by = question.by();
        this.homes = question.home() != null;
        this.journeys = new Journeys(view, question);
        this.last = new Lens(view, question.population().rules(), question.to());
        this.since = question.carriedUpTo();
        this.values = new Values(view, question.population().rules().regions());
    }

    @Override
    public List<Lens> days(int researcher) {
        return journeys.of(researcher).stages().stream()
                .map(stage -> journeys.lens(stage.since()))
                .toList();
    }

    @Override
    public List<String> numbers() {
        return List.of(
                "total",
                "base",
                "unknown",
                "unobserved",
                "inactive",
                "stayed",
                "moved",
                "circulated",
                "circulatedThere",
                "abroad",
                "returned",
                "returnedThere",
                "originUnknown",
                "moves",
                "reclassified",
                "firstMove:",
                "move:",
                "firstMoveYear:",
                "end:",
                "whereUnknown",
                Place.OUTSIDE);
    }

    @Override
    protected Place inside(int researcher, Set<String> numbers) {
        var journey = journeys.of(researcher);
        var begin = journey.begin();
        numbers.add("total");
        if (!begin.known()) {
            String state = Values.state(begin.value());
            numbers.add(state);
            return new Place(state, numbers);
        }
        numbers.add("base");
        Doubt.staleness(numbers, last, researcher, journey.end().row(), since, "end:");
        add(numbers, "circulated", journey.circulated());
        add(numbers, "circulatedThere", journey.circulatedThere());
        add(numbers, "reclassified", journey.reclassified() > 0);
        if (homes) {
            add(numbers, "abroad", journey.abroad());
            add(numbers, "returned", journey.returned());
            add(numbers, "returnedThere", journey.returnedThere());
            add(numbers, "originUnknown", journey.origin() < 0);
        }
        if (!journey.moved()) {
            numbers.add("stayed");
            return new Place("stayed", numbers);
        }
        var first = journey.steps().get(0);
        numbers.addAll(List.of("moved", "moves", "firstMove:" + pair(first), "firstMoveYear:" + first.year()));
        journey.steps().forEach(step -> numbers.add("move:" + pair(step)));
        return new Place("firstMove:" + pair(first), numbers);
    }

    /** Somebody can make a move more than once. */
    @Override
    public int times(int researcher, String number) {
        if (number.equals("moves") || number.equals("reclassified") || number.startsWith("move:")) {
            var journey = journeys.of(researcher);
            return number.equals("reclassified")
                    ? journey.reclassified()
                    : (int) journey.steps().stream()
                            .filter(step -> number.equals("moves") || number.equals("move:" + pair(step)))
                            .count();
        }
        return 1;
    }

    private static void add(Set<String> numbers, String number, boolean counts) {
        if (counts) {
            numbers.add(number);
        }
    }

    private String pair(Journey.Step step) {
        return values.text(by, step.from()) + ">" + values.text(by, step.to());
    }
}
