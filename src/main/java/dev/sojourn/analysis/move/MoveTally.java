package dev.sojourn.analysis.move;

import dev.sojourn.analysis.count.Staleness;
import dev.sojourn.analysis.count.Values;
import dev.sojourn.analysis.question.Attribute;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one thread counts of moves. */
final class MoveTally {

    /** From one value to another, as numbers. */
    record Pair(int from, int to) {}

    int base;
    int unknown;
    int unobserved;
    int inactive;
    Staleness end = Staleness.NONE;
    int moved;
    int circulated;
    int circulatedThere;
    int abroad;
    int returned;
    int returnedThere;
    int homeless;
    int moves;
    int reclassified;
    final Map<Pair, Integer> first = new HashMap<>();
    final Map<Pair, Integer> steps = new HashMap<>();
    final Map<Integer, Integer> years = new HashMap<>();

    /**
     * Counts one person.
     *
     * @param last how fresh what is known of the person on the last day is
     */
    void count(Journey journey, Staleness last) {
        switch (journey.begin().value()) {
            case Values.UNKNOWN -> unknown++;
            case Values.UNOBSERVED -> unobserved++;
            case Values.INACTIVE -> inactive++;
            default -> inBase(journey, last);
        }
    }

    private void inBase(Journey journey, Staleness last) {
        base++;
        end = end.and(last);
        abroad += journey.abroad() ? 1 : 0;
        homeless += journey.origin() < 0 ? 1 : 0;
        reclassified += journey.reclassified();
        moves += journey.steps().size();
        journey.steps().forEach(step -> steps.merge(new Pair(step.from(), step.to()), 1, Integer::sum));
        if (journey.moved()) {
            var one = journey.steps().get(0);
            moved++;
            first.merge(new Pair(one.from(), one.to()), 1, Integer::sum);
            years.merge(one.year(), 1, Integer::sum);
        }
        circulated += journey.circulated() ? 1 : 0;
        circulatedThere += journey.circulatedThere() ? 1 : 0;
        returned += journey.returned() ? 1 : 0;
        returnedThere += journey.returnedThere() ? 1 : 0;
    }

    static MoveTally sum(List<MoveTally> parts) {
        var sum = parts.get(0);
        parts.stream().skip(1).forEach(sum::add);
        return sum;
    }

    private void add(MoveTally more) {
        base += more.base;
        unknown += more.unknown;
        unobserved += more.unobserved;
        inactive += more.inactive;
        end = end.and(more.end);
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

    static List<Moves.Pair> pairs(Map<Pair, Integer> counts, Attribute by, Values values) {
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
