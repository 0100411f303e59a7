package dev.sojourn.projection;

import dev.sojourn.event.Recorded;
import dev.sojourn.event.value.Id;
import java.util.List;

/** Where the timeline reads one subject's events again, when one of them is undone; the event store, as a rule. */
@FunctionalInterface
public interface History {

    /** The events of a subject up to and including a position, in order. */
    List<Recorded> ofSubject(Id subject, long upTo);
}
