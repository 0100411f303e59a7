package dev.sojourn.audit.diff;

import dev.sojourn.audit.telling.Teller;
import dev.sojourn.event.InstitutionEvent;
import dev.sojourn.event.InstitutionEvent.HeadquartersMoved;
import dev.sojourn.event.InstitutionEvent.InstitutionCorrected;
import dev.sojourn.event.InstitutionEvent.InstitutionMerged;
import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import dev.sojourn.event.InstitutionEvent.JoinedGroup;
import dev.sojourn.event.InstitutionEvent.LeftGroup;
import dev.sojourn.event.InstitutionEvent.ParentChanged;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.projection.Effective;
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Events of institutions, and of all that they were ever said to belong to or to have merged into. */
final class Institutions {
    private final Teller teller;
    private final long last;

    Institutions(Teller teller, long last) {
        this.teller = teller;
        this.last = last;
    }

    /** Those recorded after one position up to another. */
    Set<Recorded> between(long from, long to, Set<String> ids, InstitutionChange change) {
        var found = new LinkedHashSet<Recorded>();
        for (var id : related(ids)) {
            teller.story(id).events().stream()
                    .filter(event -> event.position() > from && event.position() <= to)
                    .filter(event -> change.by((InstitutionEvent) event.event()))
                    .forEach(found::add);
        }
        return found;
    }

    /** Those that count, and say that something changed after one day up to another. */
    Set<Recorded> dated(LocalDate one, LocalDate other, Set<String> ids, InstitutionChange change) {
        var first = one.isBefore(other) ? one : other;
        var end = one.isBefore(other) ? other : one;
        var found = new LinkedHashSet<Recorded>();
        for (var id : related(ids)) {
            var known = teller.story(id).events().stream()
                    .filter(event -> event.position() <= last)
                    .toList();
            for (var event : Effective.of(known)) {
                var date = date((InstitutionEvent) event.event());
                if (date != null
                        && date.earliest().isAfter(first)
                        && !date.earliest().isAfter(end)
                        && change.by((InstitutionEvent) event.event())) {
                    found.add(event);
                }
            }
        }
        return found;
    }

    private Set<InstitutionId> related(Set<String> ids) {
        var related = new LinkedHashSet<InstitutionId>();
        var open = new ArrayDeque<InstitutionId>();
        ids.forEach(id -> open.add(new InstitutionId(id)));
        while (!open.isEmpty()) {
            var id = open.remove();
            if (related.add(id)) {
                teller.story(id).events().stream().flatMap(Institutions::named).forEach(open::add);
            }
        }
        return related;
    }

    private static Stream<InstitutionId> named(Recorded recorded) {
        var event = recorded.event();
        InstitutionId other = null;
        if (event instanceof ParentChanged changed) {
            other = changed.parent();
        } else if (event instanceof InstitutionMerged merged) {
            other = merged.into();
        } else if (event instanceof InstitutionRegistered registered) {
            other = registered.profile().parent();
        } else if (event instanceof InstitutionCorrected corrected) {
            other = corrected.profile().parent();
        }
        return Stream.ofNullable(other);
    }

    private static PartialDate date(InstitutionEvent event) {
        if (event instanceof HeadquartersMoved moved) {
            return moved.from();
        }
        if (event instanceof ParentChanged changed) {
            return changed.from();
        }
        if (event instanceof InstitutionMerged merged) {
            return merged.from();
        }
        if (event instanceof JoinedGroup joined) {
            return joined.from();
        }
        return event instanceof LeftGroup left ? left.to() : null;
    }
}
