package dev.sojourn.audit.diff;

import dev.sojourn.event.CareerEvent.CareerEnded;
import dev.sojourn.event.CareerEvent.CareerResumed;
import dev.sojourn.event.CareerEvent.SearchedNotFound;
import dev.sojourn.event.EducationEvent;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.IdentifierLinked;
import dev.sojourn.event.IdentityEvent.IdentifierUnlinked;
import dev.sojourn.event.IdentityEvent.NamesChanged;
import dev.sojourn.event.IdentityEvent.PersonErased;
import dev.sojourn.event.IdentityEvent.ResearcherMerged;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.IdentityEvent.ResearcherUnmerged;
import dev.sojourn.event.SpellEvent;
import dev.sojourn.event.value.Personal;

/** Whether an event says something of a thing. */
final class About {
    private About() {}

    static boolean piece(Event event, Piece piece) {
        return switch (piece.kind()) {
            case NAMES ->
                event instanceof NamesChanged || event instanceof ResearcherRegistered || event instanceof PersonErased;
            case IDENTIFIER -> identifier(event, piece.id());
            case MERGED_INTO -> event instanceof ResearcherMerged || event instanceof ResearcherUnmerged;
            case MERGED ->
                (event instanceof ResearcherMerged merged
                                && merged.researcher().value().equals(piece.id()))
                        || (event instanceof ResearcherUnmerged unmerged
                                && unmerged.researcher().value().equals(piece.id()));
            case DEGREE ->
                event instanceof EducationEvent degree
                        && degree.education().value().equals(piece.id());
            case SPELL -> spell(event, piece.id());
            case CAREER -> career(event);
            case SEARCHED -> event instanceof SearchedNotFound;
            case STATE -> false;
        };
    }

    /** What is erased cannot be compared, so it counts as said. */
    private static boolean identifier(Event event, String identifier) {
        return event instanceof PersonErased
                || ((event instanceof IdentifierLinked
                                || event instanceof IdentifierUnlinked
                                || event instanceof ResearcherRegistered)
                        && event.personal() instanceof Personal.Identity identity
                        && (identity.identifiers().isEmpty()
                                || identity.identifiers().stream()
                                        .anyMatch(linked -> linked.toString().equals(identifier))));
    }

    static boolean spell(Event event, String id) {
        return event instanceof SpellEvent spell && spell.spell().value().equals(id);
    }

    static boolean anySpell(Event event) {
        return event instanceof SpellEvent;
    }

    static boolean career(Event event) {
        return event instanceof CareerEnded || event instanceof CareerResumed;
    }

    static boolean education(Event event) {
        return event instanceof EducationEvent;
    }
}
