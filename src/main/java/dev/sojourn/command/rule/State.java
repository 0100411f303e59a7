package dev.sojourn.command.rule;

import static dev.sojourn.command.RuleViolation.Rule.ALREADY_UNDONE;
import static dev.sojourn.command.RuleViolation.Rule.NOT_UNDOABLE;
import static dev.sojourn.command.RuleViolation.Rule.STANDS_IN_THE_WAY;
import static dev.sojourn.command.RuleViolation.Rule.UNKNOWN_EVENT;

import dev.sojourn.command.Command;
import dev.sojourn.command.Obstacle;
import dev.sojourn.command.RuleViolation;
import dev.sojourn.command.Undo;
import dev.sojourn.command.Warning;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.PersonErased;
import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.Id;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.event.value.ResearcherId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is recorded of one subject, as far as its rules need it. Keeps the events, so that one can be undone: the others
 * are then folded again.
 *
 * @param <C> the family of commands it decides
 * @param <E> the family of events it folds
 */
public abstract sealed class State<C extends Command, E extends Event>
        permits ResearcherState, InstitutionState, CohortState, ReleaseState {

    private final List<E> events = new ArrayList<>(4);

    /** An empty state for a subject of any kind; it must be given commands and events of that kind only. */
    @SuppressWarnings("unchecked") // see above
    public static State<Command, Event> of(Id subject) {
        State<?, ?> state;
        if (subject instanceof ResearcherId) {
            state = new ResearcherState();
        } else if (subject instanceof InstitutionId) {
            state = new InstitutionState();
        } else if (subject instanceof CohortId) {
            state = new CohortState();
        } else if (subject instanceof ReleaseName) {
            state = new ReleaseState();
        } else {
            throw new IllegalArgumentException(subject.kind() + " is no kind of subject");
        }
        return (State<Command, Event>) state;
    }

    /**
     * What would be recorded; changes nothing.
     *
     * @throws RuleViolation if a rule forbids it
     */
    public abstract List<E> decide(C command);

    /** Folds the next event. */
    public final void on(E event) {
        events.add(event);
        if (Undone.sequence(event) >= 0) {
            startOver();
            counted().forEach(this::fold);
        } else {
            fold(event);
        }
    }

    /** Number of the last event, from 0; -1 if there is none. */
    public final long sequence() {
        return events.size() - 1L;
    }

    /** The events that count, in order. */
    public final List<E> counted() {
        return Undone.counted(events);
    }

    /** What may be wrong with an event about to be folded, though no rule forbids it. */
    public List<Warning> warnings(E event, LocalDate today) {
        return List.of();
    }

    /** All events, also those that do not count. */
    public final List<E> events() {
        return List.copyOf(events);
    }

    /** The events that would count, by their numbers, if some more were undone. */
    public final SortedMap<Long, E> counted(Set<Long> alsoUndone) {
        var counted = new TreeMap<Long, E>();
        Undone.counting(events, alsoUndone).forEach(sequence -> counted.put(sequence, events.get(sequence.intValue())));
        return counted;
    }

    /** The events that would still count, but need some that would not, if those were undone; in order. */
    public final List<Obstacle> inTheWayOf(Set<Long> undone) {
        return Replay.inTheWay(events, undone);
    }

    /**
     * What every undo needs.
     *
     * @throws RuleViolation if there is no such event, it is undone, is of a kind that cannot be, or others need it
     */
    final void requireUndoable(Undo undo) {
        requireUndoable(undo, Set.of(undo.sequence()));
    }

    /**
     * What every undo needs.
     *
     * @param together the numbers of all events that are undone at once, that one among them
     * @throws RuleViolation if there is no such event, it is undone, is of a kind that cannot be, or others need them
     */
    final void requireUndoable(Undo undo, Set<Long> together) {
        Reason.require(undo.personal(), "an undo");
        if (undo.sequence() < 0 || undo.sequence() > sequence()) {
            throw new RuleViolation(
                    UNKNOWN_EVENT, undo.subject() + " has no event " + undo.sequence() + "; its last is " + sequence());
        }
        var event = events.get((int) undo.sequence());
        String name = event.getClass().getSimpleName() + " (event " + undo.sequence() + " of " + undo.subject() + ")";
        long by = Undone.by(events, undo.sequence());
        if (by >= 0) {
            throw new RuleViolation(
                    ALREADY_UNDONE, name + " was undone by event " + by + "; to have it back, undo that one");
        }
        if (event instanceof PersonErased) {
            throw new RuleViolation(NOT_UNDOABLE, name + " cannot be taken back: what it erased is gone");
        }
        if (event instanceof ReleasePublished) {
            throw new RuleViolation(NOT_UNDOABLE, name + " cannot be taken back: it may be quoted; withdraw it");
        }
        var inTheWay = inTheWayOf(together);
        if (!inTheWay.isEmpty()) {
            throw new RuleViolation(
                    STANDS_IN_THE_WAY, "other events need " + name + ": undo them first, or all together", inTheWay);
        }
    }

    /** Forgets what was folded. */
    abstract void startOver();

    /** Folds an event that counts. */
    abstract void fold(E event);
}
