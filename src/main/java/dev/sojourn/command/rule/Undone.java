package dev.sojourn.command.rule;

import dev.sojourn.event.CohortEvent.CohortEventUndone;
import dev.sojourn.event.Event;
import dev.sojourn.event.InstitutionEvent.InstitutionEventUndone;
import dev.sojourn.event.ReleaseEvent.ReleaseEventUndone;
import dev.sojourn.event.ResearcherEvent.ResearcherEventUndone;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

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
        return counting(events, Set.of()).stream()
                .map(sequence -> events.get(sequence.intValue()))
                .toList();
    }

    /** The numbers of the events that count, in order, if some more were undone after them. */
    public static SortedSet<Long> counting(List<? extends Event> events, Set<Long> alsoUndone) {
        var counting = new TreeSet<Long>();
        var undone = new HashSet<>(alsoUndone);
        for (long sequence = events.size() - 1L; sequence >= 0; sequence--) {
            if (undone.contains(sequence)) {
                continue;
            }
            long target = sequence(events.get((int) sequence));
            if (target >= 0) {
                undone.add(target);
            } else {
                counting.add(sequence);
            }
        }
        return counting;
    }

    /** The number of the event that undoes an event, if one does that itself counts; -1 if none does. */
    static long by(List<? extends Event> events, long asked) {
        var undone = new HashSet<Long>();
        for (long sequence = events.size() - 1L; sequence > asked; sequence--) {
            long target = undone.contains(sequence) ? -1 : sequence(events.get((int) sequence));
            if (target == asked) {
                return sequence;
            }
            undone.add(target);
        }
        return -1;
    }
}
