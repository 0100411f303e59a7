package dev.sojourn.command.curation;

import dev.sojourn.command.Command;
import dev.sojourn.command.SpellCommand.RecordMove;
import dev.sojourn.command.rule.State;
import dev.sojourn.event.Event;
import dev.sojourn.event.InstitutionEvent.HeadquartersMoved;
import dev.sojourn.event.InstitutionEvent.InstitutionCorrected;
import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import dev.sojourn.event.SpellEvent.AffiliationCorrected;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.form.EventCatalogue;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.Id;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.SpellId;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * What another curator has to approve.
 *
 * @param events by their stable names
 * @param movesBetweenCountries whether a move to an institution of another country is among it
 */
public record ReviewPolicy(Set<String> events, boolean movesBetweenCountries) {

    /** Nothing needs approval. */
    public static final ReviewPolicy NONE = new ReviewPolicy(Set.of(), false);

    /**
     * Takes events of the catalogue.
     *
     * @throws IllegalArgumentException if there is no such event
     */
    public ReviewPolicy {
        events = events == null ? Set.of() : Set.copyOf(events);
        for (var event : events) {
            if (!EventCatalogue.types().containsKey(event)) {
                throw new IllegalArgumentException("review policy: there is no event \"" + event + "\"");
            }
        }
    }

    /**
     * Whether an event that comes of a command needs approval.
     *
     * @param state of its subject, before it
     * @param others what is recorded of other subjects
     */
    boolean needs(
            Event event,
            Command command,
            State<? super Command, Event> state,
            Function<Id, State<Command, Event>> others) {
        return events.contains(event.getClass().getSimpleName())
                || (movesBetweenCountries
                        && command instanceof RecordMove move
                        && event instanceof AffiliationRecorded
                        && abroad(move, state, others));
    }

    private static boolean abroad(
            RecordMove move, State<? super Command, Event> state, Function<Id, State<Command, Event>> others) {
        var from = institution(move.ended(), state);
        return from != null
                && !Objects.equals(
                        country(others.apply(from)),
                        country(others.apply(move.claim().institution())));
    }

    private static InstitutionId institution(SpellId spell, State<? super Command, Event> state) {
        InstitutionId last = null;
        for (var event : state.counted(Set.of()).values()) {
            if (event instanceof AffiliationRecorded recorded
                    && recorded.spell().equals(spell)) {
                last = recorded.claim().institution();
            } else if (event instanceof AffiliationCorrected corrected
                    && corrected.spell().equals(spell)) {
                last = corrected.claim().institution();
            }
        }
        return last;
    }

    /** Of the headquarters, by the latest word; null if not known. */
    private static CountryCode country(State<Command, Event> institution) {
        CountryCode last = null;
        for (var event : institution.counted(Set.of()).values()) {
            if (event instanceof InstitutionRegistered registered) {
                last = registered.profile().headquarters();
            } else if (event instanceof InstitutionCorrected corrected) {
                last = corrected.profile().headquarters();
            } else if (event instanceof HeadquartersMoved moved) {
                last = moved.country();
            }
        }
        return last;
    }
}
