package dev.sojourn.analysis.move;

import dev.sojourn.analysis.count.Values;
import dev.sojourn.analysis.course.Stage;
import dev.sojourn.analysis.question.Attribute;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one thread counts of moves. */
final class MoveTally {

    /** From one value to another, as numbers. */
    record Step(int from, int to) {}

    int base;
    int moved;
    int circulated;
    int circulatedThere;
    int abroad;
    int returned;
    int returnedThere;
    int homeless;
    int moves;
    int reclassified;
    final Map<Step, Integer> first = new HashMap<>();
    final Map<Step, Integer> steps = new HashMap<>();
    final Map<Integer, Integer> years = new HashMap<>();

    /** Counts one person. */
    void count(List<Stage> stages, int origin) {
        var begin = stages.get(0);
        if (!begin.known()) {
            return;
        }
        base++;
        boolean away = origin >= 0 && begin.value() != origin;
        abroad += away ? 1 : 0;
        homeless += origin < 0 ? 1 : 0;
        var here = begin;
        int left = Values.UNKNOWN;
        boolean back = false;
        boolean home = false;
        for (var next : stages) {
            if (!next.known()) {
                continue;
            }
            boolean move = next.value() != here.value() && next.row() != here.row();
            reclassified += next.value() != here.value() && !move ? 1 : 0;
            if (move) {
                moves++;
                var step = new Step(here.value(), next.value());
                steps.merge(step, 1, Integer::sum);
                if (left == Values.UNKNOWN) {
                    left = here.value();
                    first.merge(step, 1, Integer::sum);
                    years.merge(next.certainBy().getYear(), 1, Integer::sum);
                }
                back |= next.value() == left;
                home |= next.value() == origin;
            }
            here = next;
        }
        int last = stages.get(stages.size() - 1).value();
        moved += left == Values.UNKNOWN ? 0 : 1;
        circulated += back ? 1 : 0;
        circulatedThere += back && last == left ? 1 : 0;
        returned += away && home ? 1 : 0;
        returnedThere += away && home && last == origin ? 1 : 0;
    }

    static MoveTally sum(List<MoveTally> parts) {
        var sum = parts.get(0);
        parts.stream().skip(1).forEach(sum::add);
        return sum;
    }

    private void add(MoveTally more) {
        base += more.base;
        moved += more.moved;
        circulated += more.circulated;
        circulatedThere += more.circulatedThere;
        abroad += more.abroad;
        returned += more.returned;
        returnedThere += more.returnedThere;
        homeless += more.homeless;
        moves += more.moves;
        reclassified += more.reclassified;
        more.first.forEach((step, count) -> first.merge(step, count, Integer::sum));
        more.steps.forEach((step, count) -> steps.merge(step, count, Integer::sum));
        more.years.forEach((year, count) -> years.merge(year, count, Integer::sum));
    }

    static List<Moves.Pair> pairs(Map<Step, Integer> counts, Attribute by, Values values) {
        return counts.entrySet().stream()
                .map(step -> new Moves.Pair(
                        values.text(by, step.getKey().from()),
                        values.text(by, step.getKey().to()),
                        step.getValue()))
                .sorted(Comparator.comparingInt(Moves.Pair::count)
                        .reversed()
                        .thenComparing(Moves.Pair::from)
                        .thenComparing(Moves.Pair::to))
                .toList();
    }
}
