package dev.sojourn.analysis.cell;

import dev.sojourn.analysis.count.Cells;
import dev.sojourn.analysis.count.Lens;
import dev.sojourn.analysis.count.Values;
import dev.sojourn.analysis.path.Paths;
import dev.sojourn.projection.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Paths, person by person: a cell for each way through all the days. */
final class PathsPlaces extends Places {

    private final Paths.Question question;
    private final List<Lens> lenses;
    private final Values values;
    private final Cells cells;

    PathsPlaces(View view, Paths.Question question) {
        super(view, question.population(), question.days().get(0));
        var rules = question.population().rules();
        this.question = question;
        this.lenses =
                question.days().stream().map(day -> new Lens(view, rules, day)).toList();
        this.values = new Values(view, rules.regions());
        this.cells = new Cells(question.by(), values);
    }

    @Override
    public List<Lens> days() {
        return lenses;
    }

    @Override
    public List<String> numbers() {
        return List.of(
                "total",
                "node:",
                "link:",
                "moved:",
                "path:",
                "uncertain:",
                "confirmed:",
                "carried:",
                "unobserved:",
                "inactive:",
                "searched:",
                "unchecked:",
                "qualified:",
                "whereUnknown",
                Place.OUTSIDE);
    }

    @Override
    protected Place inside(int researcher, Set<String> numbers) {
        numbers.add("total");
        var way = new ArrayList<String>();
        int before = Values.UNOBSERVED;
        for (int day = 0; day < lenses.size(); day++) {
            var lens = lenses.get(day);
            var on = question.days().get(day);
            int row = lens.deciding(researcher);
            way.add(cells.words(lens, researcher, row, ""));
            numbers.add("node:" + on + ":" + way.get(day));
            if (day > 0) {
                String link = on + ":" + way.get(day - 1) + ">" + way.get(day);
                numbers.add("link:" + link);
                if (row >= 0 && before >= 0 && row != before) {
                    numbers.add("moved:" + link);
                }
            }
            var doubts = new HashSet<String>();
            Doubt.add(doubts, lens, researcher, row, since(day), lens.uncertain(cells, researcher));
            doubts.forEach(doubt -> numbers.add(doubt + ":" + on));
            before = row;
        }
        String cell = "path:" + String.join(">", way);
        numbers.add(cell);
        return new Place(cell, numbers);
    }

    private int since(int day) {
        return (int) Paths.carriedUpTo(question, day).toEpochDay();
    }
}
