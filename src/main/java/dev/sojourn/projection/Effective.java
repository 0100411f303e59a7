package dev.sojourn.projection;

import dev.sojourn.event.CohortEvent.CohortEventUndone;
import dev.sojourn.event.Event;
import dev.sojourn.event.InstitutionEvent.InstitutionEventUndone;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.ReleaseEvent.ReleaseEventUndone;
import dev.sojourn.event.ResearcherEvent.ResearcherEventUndone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;

/** Which of a subject's events count: all but those undone by an event that itself counts. */
public final class Effective {

    private Effective() {}

    /** The events that count, without the undoing ones, in order. */
    public static List<Recorded> of(List<Recorded> events) {
        var undone = new HashSet<Long>();
        var counting = new ArrayList<Recorded>();
        for (int at = events.size() - 1; at >= 0; at--) { // an undo only reaches back, so the last word comes first
            var recorded = events.get(at);
            if (undone.contains(recorded.header().sequence())) {
                continue;
            }
            var target = undoes(recorded.event());
            if (target == null) {
                counting.add(recorded);
            } else {
                undone.add(target);
            }
        }
        Collections.reverse(counting);
        return counting;
    }

    /** The number of the event that an event undoes, or null. */
    public static Long undoes(Event event) {
        if (event instanceof ResearcherEventUndone undone) {
            return undone.sequence();
        }
        if (event instanceof InstitutionEventUndone undone) {
            return undone.sequence();
        }
        if (event instanceof CohortEventUndone undone) {
            return undone.sequence();
        }
        return event instanceof ReleaseEventUndone undone ? undone.sequence() : null;
    }
}
