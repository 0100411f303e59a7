package dev.sojourn.command;

import dev.sojourn.event.ResearcherEvent;
import java.util.List;

/** Decides what is asked of a researcher, from what is recorded of it. */
public final class ResearcherState {

    /**
     * What would be recorded.
     *
     * @throws RuleViolation if a rule forbids it
     */
    public List<ResearcherEvent> decide(ResearcherCommand command) {
        return List.of();
    }

    /** Folds the next event. */
    public void on(ResearcherEvent event) {}
}
