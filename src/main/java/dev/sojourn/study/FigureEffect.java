package dev.sojourn.study;

import dev.sojourn.projection.Timeline;
import dev.sojourn.study.rule.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A value of a figure that one event changed.
 *
 * @param value what is read out of the answer
 * @param before as computed right before the event; null if there was no answer
 * @param after as computed right after it; null if there is no answer
 */
public record FigureEffect(Figure figure, String value, String before, String after) {
    /**
     * Computes every figure right before and right after an event. A figure that asks for an earlier moment of knowledge
     * than the event's cannot change; one that asks for a later one is computed as known at the event.
     */
    public static List<FigureEffect> of(Figures figures, Timeline timeline, long position, RuleBook rules) {
        var before = figures.compute(known -> timeline.at(Math.min(timeline.resolve(known), position - 1)), rules);
        var after = figures.compute(known -> timeline.at(Math.min(timeline.resolve(known), position)), rules);
        var effects = new ArrayList<FigureEffect>();
        for (int at = 0; at < before.size(); at++) {
            var one = before.get(at);
            var other = after.get(at);
            if (!Objects.equals(one.computed(), other.computed())) {
                effects.add(new FigureEffect(one.figure(), one.expectation().read(), one.computed(), other.computed()));
            }
        }
        return effects;
    }
}
