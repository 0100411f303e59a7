package dev.sojourn.api.problem;

import dev.sojourn.exchange.answer.EventForm;
import java.util.List;

/** A write on something that somebody else has changed meanwhile. */
public final class VersionChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<EventForm> changes;

    /**
     * Says what the caller does not know.
     *
     * @param changes the events since the version the caller knows, in order
     */
    public VersionChanged(String detail, List<EventForm> changes) {
        super(detail);
        this.changes = changes;
    }

    /** The events since the version the caller knows, in order. */
    List<EventForm> changes() {
        return changes;
    }
}
