package dev.sojourn.projection;

import dev.sojourn.event.Recorded;
import dev.sojourn.event.value.Id;
import java.util.List;
import java.util.function.Consumer;

/** Where the timeline reads events again, when one of them is undone or reviewed; the event store, as a rule. */
public interface History {

    /** That of a timeline which is told of nothing undone and nothing reviewed. */
    History NONE = new History() {
        @Override
        public List<Recorded> ofSubject(Id subject, long upTo) {
            return List.of();
        }

        @Override
        public void read(long after, long upTo, Consumer<Recorded> sink) {
            // there is nothing
        }
    };

    /** The events of a subject up to and including a position, in order. */
    List<Recorded> ofSubject(Id subject, long upTo);

    /** All events after a position, up to and including another, in order. */
    void read(long after, long upTo, Consumer<Recorded> sink);
}
