package dev.sojourn.command.rule;

import dev.sojourn.command.Command;
import dev.sojourn.command.RuleViolation;
import dev.sojourn.command.Warning;
import dev.sojourn.event.Event;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.Id;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.event.value.ResearcherId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

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

    /** Forgets what was folded. */
    abstract void startOver();

    /** Folds an event that counts. */
    abstract void fold(E event);
}
