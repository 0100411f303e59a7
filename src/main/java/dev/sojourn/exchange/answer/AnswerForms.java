package dev.sojourn.exchange.answer;

import dev.sojourn.analysis.Composition;
import dev.sojourn.analysis.Flows;
import dev.sojourn.analysis.Retention;
import dev.sojourn.analysis.Roster;
import dev.sojourn.analysis.move.Moves;
import dev.sojourn.analysis.path.Paths;
import dev.sojourn.analysis.survival.Survival;

/** The form of any answer. */
public final class AnswerForms {
    private AnswerForms() {}

    /**
     * Of an answer of {@link dev.sojourn.analysis}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Tabular of(Record answer) {
        if (answer instanceof Composition composition) {
            return CompositionForm.of(composition);
        }
        if (answer instanceof Retention retention) {
            return RetentionForm.of(retention);
        }
        if (answer instanceof Flows flows) {
            return FlowsForm.of(flows);
        }
        if (answer instanceof Survival survival) {
            return SurvivalForm.of(survival);
        }
        if (answer instanceof Paths paths) {
            return PathsForm.of(paths);
        }
        if (answer instanceof Moves moves) {
            return MovesForm.of(moves);
        }
        if (answer instanceof Roster roster) {
            return StateForm.of(roster, null);
        }
        throw new IllegalArgumentException("no answer: " + answer.getClass());
    }
}
