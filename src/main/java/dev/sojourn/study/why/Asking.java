package dev.sojourn.study.why;

import dev.sojourn.analysis.cell.Place;
import dev.sojourn.analysis.cell.Places;
import dev.sojourn.analysis.question.UnknownCohort;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.projection.View;
import dev.sojourn.study.SavedQuestion;
import dev.sojourn.study.rule.RuleBook;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * One side of a comparison: a question, asked of what was believed at a moment.
 *
 * @param rules what the rules of a question mean
 */
public record Asking(SavedQuestion question, View view, RuleBook rules) {

    /** Writes out a last day that the moment of knowledge decides, so that two sides can differ in it. */
    public Asking {
        question = question.withLastDay(view);
    }

    /**
     * Where each person stands.
     *
     * @throws IllegalArgumentException if the cohort or a value of a condition is not in the ledger then
     */
    public Places places() {
        return question.places(view, rules);
    }

    /** The same question of another view. */
    Asking of(View another) {
        return new Asking(question, another, rules);
    }

    /** The same view asked another question. */
    Asking of(SavedQuestion another) {
        return new Asking(another, view, rules);
    }

    /** The cells of those inside, by person. */
    public static Map<ResearcherId, String> cells(Places places) {
        return cells(places, who -> true);
    }

    /** The same of some people only, told by their numbers. */
    static Map<ResearcherId, String> cells(Places places, IntPredicate some) {
        var cells = new HashMap<ResearcherId, String>();
        places.members().filter(some).forEach(who -> {
            var place = places.of(who);
            if (!place.cell().equals(Place.OUTSIDE)) {
                cells.put(places.view().researcher(who), place.cell());
            }
        });
        return cells;
    }

    /** The same, with everybody outside where there is no such cohort. */
    Map<ResearcherId, String> cells() {
        try {
            return cells(places());
        } catch (UnknownCohort nobody) {
            return Map.of();
        }
    }
}
