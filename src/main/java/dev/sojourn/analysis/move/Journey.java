package dev.sojourn.analysis.move;

import dev.sojourn.analysis.count.Values;
import dev.sojourn.analysis.course.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * One person's moves, step by step.
 *
 * @param stages where the person was, the first from the first day on
 * @param steps the moves in their order
 * @param reclassified changes of value without a move
 * @param origin the value of the person's origin in the same terms, or a state without one
 */
public record Journey(List<Stage> stages, List<Step> steps, int reclassified, int origin) {

    /**
     * A move.
     *
     * @param from the value that was left, as {@link Values} numbers them
     * @param to the value it led to
     * @param year by whose end it had certainly happened
     */
    public record Step(int from, int to, int year) {}

    /** Goes through the stages of somebody. */
    public static Journey of(List<Stage> stages, int origin) {
        var steps = new ArrayList<Step>();
        int reclassified = 0;
        var here = stages.get(0);
        for (var next : stages) {
            if (here.known() && next.known() && next.value() != here.value()) {
                if (next.row() != here.row()) {
                    steps.add(new Step(
                            here.value(), next.value(), next.certainBy().getYear()));
                } else {
                    reclassified++;
                }
            }
            here = next.known() ? next : here;
        }
        return new Journey(stages, List.copyOf(steps), reclassified, origin);
    }

    /** Where it began; of the base only if a value is known. */
    public Stage begin() {
        return stages.get(0);
    }

    /** Where it ended. */
    public Stage end() {
        return stages.get(stages.size() - 1);
    }

    /** Whether any move was made. */
    public boolean moved() {
        return !steps.isEmpty();
    }

    /** Whether a move led back to the value that the first one left. */
    public boolean circulated() {
        return moved() && led(steps.get(0).from());
    }

    /** The same, and that is where the person is at last. */
    public boolean circulatedThere() {
        return circulated() && last() == steps.get(0).from();
    }

    /** Whether it began elsewhere than at the origin, both known. */
    public boolean abroad() {
        return origin >= 0 && begin().value() != origin;
    }

    /** Whether it began abroad and a move led to the origin. */
    public boolean returned() {
        return abroad() && led(origin);
    }

    /** The same, and that is where the person is at last. */
    public boolean returnedThere() {
        return returned() && last() == origin;
    }

    private boolean led(int value) {
        return steps.stream().anyMatch(step -> step.to() == value);
    }

    private int last() {
        return end().value();
    }
}
