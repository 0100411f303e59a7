package dev.sojourn.analysis.cell;

import dev.sojourn.analysis.Composition;
import dev.sojourn.analysis.count.Cells;
import dev.sojourn.analysis.count.Judge;
import dev.sojourn.analysis.count.Lens;
import dev.sojourn.analysis.count.Values;
import dev.sojourn.projection.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** A composition, person by person. */
final class CompositionPlaces extends Places {

    private final Composition.Question question;
    private final Judge judge;
    private final Lens lens;
    private final Values values;
    private final Cells cells;
    private final int since;

    CompositionPlaces(View view, Composition.Question question) {
        super(view);
        this.question = question;
        this.judge = new Judge(view, question.population(), question.asOf());
        this.lens = judge.first();
        this.values = new Values(view, question.population().rules().regions());
        this.cells = new Cells(question.by(), values);
        this.since = Composition.carriedUpTo(question);
    }

    @Override
    public IntStream members() {
        return judge.members();
    }

    @Override
    public List<Lens> days() {
        return List.of(lens);
    }

    @Override
    public List<String> numbers() {
        return List.of(
                "total",
                "known",
                "unknown",
                "unobserved",
                "inactive",
                "cell:",
                "uncertain",
                "carried",
                "qualified",
                "whereUnknown",
                Place.OUTSIDE);
    }

    @Override
    public Place of(int researcher) {
        var numbers = new HashSet<String>();
        switch (judge.of(researcher)) {
            case IN -> numbers.add("total");
            case NOT_KNOWN -> {
                numbers.add("whereUnknown");
                return Place.outside(numbers);
            }
            default -> {
                return Place.NOWHERE;
            }
        }
        int row = lens.deciding(researcher);
        String cell = cell(researcher, row);
        numbers.add(cell);
        if (cell.startsWith("cell:")) {
            numbers.add("known");
        }
        Doubt.add(numbers, lens, row, since, lens.uncertain(cells, researcher));
        return new Place(cell, numbers);
    }

    private String cell(int researcher, int row) {
        if (row < 0) {
            return Values.state(row);
        }
        var texts = new ArrayList<String>();
        for (var attribute : question.by()) {
            int value = lens.value(attribute, researcher, row);
            if (value < 0) {
                return Values.state(value);
            }
            texts.add(values.text(attribute, value));
        }
        return "cell:" + String.join(",", texts);
    }
}
