package dev.sojourn.projection;

import dev.sojourn.event.Recorded;
import dev.sojourn.event.value.Id;
import java.util.List;
import java.util.function.Consumer;

/** Where the timeline reads events again, when one of them is undone or reviewed; the event store, as a rule. */
@FunctionalInterface
public interface History {

    /** The events of a subject up to and including a position, in order. */
    List<Recorded> ofSubject(Id subject, long upTo);

    /**
     * All events after a position, up to and including another, in order. Needed only where changes are reviewed.
     *
     * @throws UnsupportedOperationException unless it is overridden
     */
    default void read(long after, long upTo, Consumer<Recorded> sink) {
        throw new UnsupportedOperationException("this history tells subjects only");
    }
}
