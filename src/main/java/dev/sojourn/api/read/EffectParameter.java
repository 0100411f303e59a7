package dev.sojourn.api.read;

import dev.sojourn.api.parameter.Ask;
import dev.sojourn.api.problem.BadQuestion;
import dev.sojourn.projection.View;
import dev.sojourn.study.Figure;
import dev.sojourn.study.Figures;
import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.study.worklist.Effects;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads {@code effect}, the figure by which a worklist is ordered, and the {@code rules} that it is counted by. */
@Component
final class EffectParameter {
    private final Figures figures;
    private final RuleBook rules;

    EffectParameter(Figures figures, RuleBook rules) {
        this.figures = figures;
        this.rules = rules;
    }

    /**
     * The figure asked for; null for none.
     *
     * @throws BadQuestion if there is no such figure
     */
    Figure figure(HttpServletRequest request) {
        return Ask.read(request, "effect", this::figure, null);
    }

    /**
     * The rule set asked for, by its name; null for none.
     *
     * @throws BadQuestion if there is no such set
     */
    String set(HttpServletRequest request) {
        return Ask.read(
                request,
                "rules",
                set -> Ask.answered(() -> rules.rules(set)).named().set(),
                null);
    }

    /**
     * How far each person could move the figure asked for, by number; null if none is.
     *
     * @throws BadQuestion if there is no such figure, or nothing of it can be moved
     */
    Map<Integer, Double> effects(HttpServletRequest request, View view) {
        var figure = figure(request);
        try {
            return figure == null ? null : Effects.of(figure, set(request), view, rules);
        } catch (IllegalArgumentException unmoved) {
            throw new BadQuestion("invalid-parameter", "effect", unmoved.getMessage());
        }
    }

    private Figure figure(String id) {
        return figures.find(id)
                .orElseThrow(() ->
                        new IllegalArgumentException("there is no figure \"" + id + "\": /api/v1/figures lists them"));
    }
}
