package dev.sojourn.command;

import dev.sojourn.event.CohortEvent;
import java.util.List;

/** Decides what is asked of a cohort, from what is recorded of it. */
public final class CohortState {

    /**
     * What would be recorded.
     *
     * @throws RuleViolation if a rule forbids it
     */
    public List<CohortEvent> decide(CohortCommand command) {
        return List.of();
    }

    /** Folds the next event. */
    public void on(CohortEvent event) {}
}
