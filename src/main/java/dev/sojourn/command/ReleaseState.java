package dev.sojourn.command;

import dev.sojourn.event.ReleaseEvent;
import java.util.List;

/** Decides what is asked of a release, from what is recorded of it. */
public final class ReleaseState {

    /**
     * What would be recorded.
     *
     * @throws RuleViolation if a rule forbids it
     */
    public List<ReleaseEvent> decide(ReleaseCommand command) {
        return List.of();
    }

    /** Folds the next event. */
    public void on(ReleaseEvent event) {}
}
