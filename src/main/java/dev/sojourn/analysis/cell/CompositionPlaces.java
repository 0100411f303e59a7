package dev.sojourn.analysis.cell;

import dev.sojourn.analysis.Composition;
import dev.sojourn.analysis.count.Cells;
import dev.sojourn.analysis.count.Values;
import dev.sojourn.projection.View;
import java.util.List;
import java.util.Set;

/** A composition, person by person. */
final class CompositionPlaces extends Places {

    private static final String CELL = "cell:";

    private final Cells cells;
    private final int since;

    CompositionPlaces(View view, Composition.Question question) {
        super(view, question.population(), question.asOf());
        this.cells = new Cells(
                question.by(), new Values(view, question.population().rules().regions()));
        this.since = Composition.carriedUpTo(question.population().rules(), question.asOf());
    }

    @Override
    public List<String> numbers() {
        return List.of(
                "total",
                "known",
                "unknown",
                "unobserved",
                "inactive",
                CELL,
                "uncertain",
                "confirmed",
                "carried",
                "searched",
                "unchecked",
                "qualified",
                "whereUnknown",
                Place.OUTSIDE);
    }

    @Override
    protected Place inside(int researcher, Set<String> numbers) {
        var lens = judge.first();
        int row = lens.deciding(researcher);
        String cell = cells.words(lens, researcher, row, CELL);
        numbers.addAll(List.of("total", cell));
        if (cell.startsWith(CELL)) {
            numbers.add("known");
        }
        Doubt.add(numbers, lens, researcher, row, since, lens.uncertain(cells, researcher));
        return new Place(cell, numbers);
    }
}
