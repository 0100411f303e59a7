package dev.sojourn.oracle;

import dev.sojourn.event.InstitutionEvent;
import dev.sojourn.event.InstitutionEvent.HeadquartersMoved;
import dev.sojourn.event.InstitutionEvent.InstitutionCorrected;
import dev.sojourn.event.InstitutionEvent.InstitutionMerged;
import dev.sojourn.event.InstitutionEvent.JoinedGroup;
import dev.sojourn.event.InstitutionEvent.LeftGroup;
import dev.sojourn.event.InstitutionEvent.ParentChanged;
import dev.sojourn.event.value.GroupId;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Profile;
import dev.sojourn.oracle.Reading.Written;
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that is believed of one institution: what holds on all days, and what changed from some day on. */
final class NaiveInstitution {

    /** What became true on a day; without a date, before all days. */
    private record Change(Written written, String value) {}

    private static final String NOBODY = "";

    final InstitutionId id;
    Profile profile;
    final List<Written> dates = new ArrayList<>();
    private final List<Change> headquarters = new ArrayList<>();
    private final List<Change> parents = new ArrayList<>();
    private final List<Change> mergers = new ArrayList<>();
    private final Map<GroupId, List<Change>> groups = new LinkedHashMap<>();

    NaiveInstitution(InstitutionId id, Profile profile) {
        this.id = id;
        this.profile = profile;
    }

    void on(InstitutionEvent event) {
        if (event instanceof InstitutionCorrected corrected) {
            profile = corrected.profile();
        } else if (event instanceof HeadquartersMoved moved) {
            headquarters.add(change(moved.from(), moved.country().value()));
        } else if (event instanceof ParentChanged changed) {
            var parent = changed.parent();
            parents.add(change(changed.from(), parent == null ? NOBODY : parent.value()));
        } else if (event instanceof InstitutionMerged merged) {
            NaiveLedger.require(mergers.isEmpty(), "merged twice");
            mergers.add(change(merged.from(), merged.into().value()));
        } else if (event instanceof JoinedGroup joined) {
            groups.computeIfAbsent(joined.group(), any -> new ArrayList<>()).add(change(joined.from(), "in"));
        } else if (event instanceof LeftGroup left) {
            groups.computeIfAbsent(left.group(), any -> new ArrayList<>()).add(change(left.to(), NOBODY));
        }
    }

    private Change change(PartialDate from, String value) {
        var written = new Written("change " + dates.size() + " of " + id, from);
        dates.add(written);
        return new Change(written, value);
    }

    /** The country of its headquarters on a day, or null; on no day in particular, as said at registration. */
    String headquarters(LocalDate day, Reading reading) {
        return last(
                headquarters,
                day,
                reading,
                profile.headquarters() == null ? null : profile.headquarters().value());
    }

    /** Its direct parent on a day, or null. */
    InstitutionId parent(LocalDate day, Reading reading) {
        var said = profile.parent() == null ? NOBODY : profile.parent().value();
        var parent = last(parents, day, reading, said);
        return parent.equals(NOBODY) ? null : new InstitutionId(parent);
    }

    /** What it is merged into on a day, or null. */
    InstitutionId into(LocalDate day, Reading reading) {
        var into = last(mergers, day, reading, NOBODY);
        return into.equals(NOBODY) ? null : new InstitutionId(into);
    }

    boolean in(GroupId group, LocalDate day, Reading reading) {
        return last(groups.getOrDefault(group, List.of()), day, reading, NOBODY).equals("in");
    }

    Set<GroupId> everGroups() {
        return groups.keySet();
    }

    /** The latest change as written of those that have come; of several of one day, the one told last. */
    private static String last(List<Change> changes, LocalDate day, Reading reading, String otherwise) {
        LocalDate since = LocalDate.MIN;
        String value = otherwise;
        for (var change : changes) {
            var from = change.written().date();
            var written = from == null ? LocalDate.MIN : from.earliest();
            boolean come = day != null
                    && (from == null || !reading.day(change.written()).isAfter(day));
            if (come && !written.isBefore(since)) {
                since = written;
                value = change.value();
            }
        }
        return value;
    }

    /** All institutions that can be above it, or that it can be, on any day. */
    Set<InstitutionId> above(NaiveLedger ledger) {
        var found = new HashSet<InstitutionId>();
        above(ledger, found);
        return found;
    }

    /** Refuses institutions nobody knows, and rings of parents and mergers, whatever the days. */
    void check(NaiveLedger ledger) {
        NaiveLedger.require(!above(ledger).contains(id), "above itself");
    }

    private void above(NaiveLedger ledger, Set<InstitutionId> found) {
        var next = new ArrayList<String>();
        parents.forEach(change -> next.add(change.value()));
        mergers.forEach(change -> next.add(change.value()));
        next.add(profile.parent() == null ? NOBODY : profile.parent().value());
        for (var name : next) {
            if (!name.equals(NOBODY) && found.add(new InstitutionId(name))) {
                var institution = ledger.institutions.get(new InstitutionId(name));
                NaiveLedger.require(institution != null, "no such institution");
                institution.above(ledger, found);
            }
        }
    }
}
