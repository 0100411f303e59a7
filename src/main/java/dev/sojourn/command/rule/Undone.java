package dev.sojourn.command.rule;

import dev.sojourn.event.CohortEvent.CohortEventUndone;
import dev.sojourn.event.Event;
import dev.sojourn.event.InstitutionEvent.InstitutionEventUndone;
import dev.sojourn.event.ReleaseEvent.ReleaseEventUndone;
import dev.sojourn.event.ResearcherEvent.ResearcherEventUndone;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;

/** What undoing does to a subject's events: the undone ones no longer count. */
public final class Undone {

    private Undone() {}

    /** Number, within its subject, of the event that an event undoes; -1 if it undoes none. */
    public static long sequence(Event event) {
        if (event instanceof ResearcherEventUndone undone) {
            return undone.sequence();
        }
        if (event instanceof InstitutionEventUndone undone) {
            return undone.sequence();
        }
        if (event instanceof CohortEventUndone undone) {
            return undone.sequence();
        }
        return event instanceof ReleaseEventUndone undone ? undone.sequence() : -1;
    }

    /**
     * The events of a subject that count, in order: neither undone nor undoing. Read from the end, since an undoing may
     * itself have been undone.
     */
    public static <E extends Event> List<E> counted(List<E> events) {
        var undone = new HashSet<Long>();
        var counted = new ArrayDeque<E>();
        for (int sequence = events.size() - 1; sequence >= 0; sequence--) {
            var event = events.get(sequence);
            if (undone.contains((long) sequence)) {
                continue;
            }
            if (sequence(event) >= 0) {
                undone.add(sequence(event));
            } else {
                counted.addFirst(event);
            }
        }
        return List.copyOf(counted);
    }
}
