package dev.sojourn.audit.diff;

import dev.sojourn.audit.diff.Diff.At;
import dev.sojourn.audit.diff.Piece.Kind;
import dev.sojourn.audit.telling.Teller;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.ResearcherMerged;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.IdentityEvent.ResearcherUnmerged;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.projection.Effective;
import dev.sojourn.projection.View;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the events behind a difference: of those recorded between the two positions the ones about that very thing, else
 * the merges and registrations that bring or take a whole record. A state that differs because of a day alone rests on
 * events that were known all along: those that make the deciding spells, and those that date a change of the institution.
 */
final class Causes {
    private final At first;
    private final At second;
    private final Picture before;
    private final Picture after;
    private final Teller teller;
    private final List<Recorded> person;
    private final Institutions institutions;
    private final long from;
    private final long to;

    Causes(ResearcherId researcher, At first, At second, Picture before, Picture after, Teller teller) {
        this.first = first;
        this.second = second;
        this.before = before;
        this.after = after;
        this.teller = teller;
        from = Math.min(first.view().position(), second.view().position());
        to = Math.max(first.view().position(), second.view().position());
        var parts = new LinkedHashSet<ResearcherId>(List.of(researcher));
        for (var view : List.of(first.view(), second.view())) {
            int number = view.find(researcher);
            if (number != View.NONE) {
                view.states().parts(number).forEach(part -> parts.add(view.researcher(part)));
            }
        }
        person = parts.stream()
                .flatMap(part -> teller.story(part).events().stream())
                .toList();
        institutions = new Institutions(teller, to);
    }

    /** The events behind a difference in one piece. */
    Set<Recorded> of(Piece piece) {
        var causes = piece.kind() == Kind.STATE ? ofState(piece.id()) : between(event -> About.piece(event, piece));
        if (causes.isEmpty()) {
            causes = between(event -> event instanceof ResearcherMerged
                    || event instanceof ResearcherUnmerged
                    || event instanceof ResearcherRegistered);
        }
        return causes.isEmpty() ? between(event -> true) : causes;
    }

    /** Whether none of them was recorded in between. */
    boolean world(Set<Recorded> causes) {
        return causes.stream().noneMatch(this::isBetween) && !first.day().equals(second.day());
    }

    private boolean isBetween(Recorded event) {
        return event.position() > from && event.position() <= to;
    }

    /** The events on the person in between that say something, or undo one that did. */
    private Set<Recorded> between(Predicate<Event> says) {
        var causes = new LinkedHashSet<Recorded>();
        person.stream()
                .filter(this::isBetween)
                .filter(event -> says(event, says))
                .forEach(causes::add);
        return causes;
    }

    private boolean says(Recorded recorded, Predicate<Event> says) {
        if (Effective.undoes(recorded.event()) == null) {
            return says.test(recorded.event());
        }
        var target = teller.story(recorded.event().subject()).undone(recorded);
        return target != null && says(target, says);
    }

    private Set<Recorded> ofState(String attribute) {
        if (attribute.startsWith("origin")) {
            var causes = between(About::education);
            causes.addAll(institutions.between(from, to, degreePlaces(), InstitutionChange.ANY));
            return causes;
        }
        var one = before.spell(before.state("spell"));
        var other = after.spell(after.state("spell"));
        boolean same = Objects.equals(before.state("spell"), after.state("spell"))
                && Objects.equals(one.get("institution"), other.get("institution"))
                && Objects.equals(one.get("role"), other.get("role"))
                && Objects.equals(one.get("workplace"), other.get("workplace"));
        if (same && one.get("institution") != null && !attribute.equals("founder") && !attribute.equals("leadership")) {
            return ofInstitution(one.get("institution"), attribute);
        }
        var causes = between(event -> About.spell(event, before.state("spell"))
                || About.spell(event, after.state("spell"))
                || About.career(event));
        if (attribute.equals("founder") || attribute.equals("leadership")) {
            causes.addAll(between(About::anySpell));
        }
        if (causes.isEmpty()) {
            causes.addAll(between(event -> About.anySpell(event)));
        }
        if (causes.isEmpty() && !first.day().equals(second.day())) {
            causes.addAll(behindSpells());
        }
        return causes;
    }

    private Set<Recorded> ofInstitution(String institution, String attribute) {
        var change = InstitutionChange.of(attribute);
        Set<Recorded> causes = institutions.between(from, to, Set.of(institution), change);
        if (causes.isEmpty() && !first.day().equals(second.day())) {
            causes = institutions.dated(first.day(), second.day(), Set.of(institution), change);
        }
        return causes;
    }

    /** What makes the deciding spells what they are, at either vantage. */
    private Set<Recorded> behindSpells() {
        var behind = new LinkedHashSet<Recorded>();
        for (var event : Effective.of(upTo(person, to))) {
            if (About.spell(event.event(), before.state("spell"))
                    || About.spell(event.event(), after.state("spell"))
                    || About.career(event.event())) {
                behind.add(event);
            }
        }
        return behind;
    }

    private static List<Recorded> upTo(List<Recorded> events, long position) {
        return events.stream().filter(event -> event.position() <= position).toList();
    }

    private Set<String> degreePlaces() {
        var places = new LinkedHashSet<String>();
        Stream.of(before, after).forEach(picture -> picture.pieces().forEach((piece, fields) -> {
            if (piece.kind() == Kind.DEGREE && fields.get("institution") != null) {
                places.add(fields.get("institution"));
            }
        }));
        return places;
    }
}
