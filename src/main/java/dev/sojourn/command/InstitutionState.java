package dev.sojourn.command;

import dev.sojourn.event.InstitutionEvent;
import java.util.List;

/** Decides what is asked of a institution, from what is recorded of it. */
public final class InstitutionState {

    /**
     * What would be recorded.
     *
     * @throws RuleViolation if a rule forbids it
     */
    public List<InstitutionEvent> decide(InstitutionCommand command) {
        return List.of();
    }

    /** Folds the next event. */
    public void on(InstitutionEvent event) {}
}
