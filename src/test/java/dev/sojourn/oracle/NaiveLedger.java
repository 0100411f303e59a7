package dev.sojourn.oracle;

import dev.sojourn.event.CareerEvent;
import dev.sojourn.event.CareerEvent.CareerEnded;
import dev.sojourn.event.CohortEvent;
import dev.sojourn.event.CohortEvent.CohortDefined;
import dev.sojourn.event.CohortEvent.CohortEventUndone;
import dev.sojourn.event.CohortEvent.MemberRemoved;
import dev.sojourn.event.CohortEvent.MembersAdded;
import dev.sojourn.event.EducationEvent;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent;
import dev.sojourn.event.IdentityEvent.ResearcherMerged;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.IdentityEvent.ResearcherUnmerged;
import dev.sojourn.event.InstitutionEvent;
import dev.sojourn.event.InstitutionEvent.InstitutionEventUndone;
import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.ResearcherEvent;
import dev.sojourn.event.ResearcherEvent.ResearcherEventUndone;
import dev.sojourn.event.ReviewEvent;
import dev.sojourn.event.SpellEvent;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.ResearcherId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is believed after the events up to a position: maps of plain objects, folded from the first event on, every time.
 * Strict, too: a history that no ledger would accept throws {@link Impossible}.
 */
final class NaiveLedger {

    /** A history that the rules of the ledger would have refused. */
    static final class Impossible extends RuntimeException {
        private static final long serialVersionUID = 1;

        Impossible(String why) {
            super(why);
        }
    }

    private final boolean reviewedOnly;
    final long position;
    final Instant recorded;
    final Map<InstitutionId, NaiveInstitution> institutions = new LinkedHashMap<>();
    final Map<ResearcherId, NaivePerson> people = new LinkedHashMap<>();
    final Map<CohortId, Set<ResearcherId>> cohorts = new LinkedHashMap<>();
    final Map<Long, CareerEvent.Cause> causes = new LinkedHashMap<>();
    private final Set<CohortId> frozen = new HashSet<>();

    /** Folds the events up to and including a position. */
    NaiveLedger(List<Recorded> events, long position) {
        this(events, position, false);
    }

    /** The same, leaving out, if only reviewed events count, what awaits approval and what stands on it. */
    NaiveLedger(List<Recorded> events, long position, boolean reviewedOnly) {
        this.reviewedOnly = reviewedOnly;
        this.position = position;
        this.recorded = position == 0
                ? Instant.EPOCH
                : events.get((int) position - 1).header().recorded();
        var counting = thatCount(events.subList(0, (int) position));
        (reviewedOnly ? reviewed(counting) : counting).forEach(this::on);
        institutions.values().forEach(institution -> institution.check(this));
        people.values().forEach(person -> require(institutions.keySet().containsAll(person.places()), "nowhere"));
    }

    /** The events but those that are undone; an undone undo undoes nothing. */
    private static List<Recorded> thatCount(List<Recorded> events) {
        var undone = new HashSet<String>();
        var counting = new ArrayList<Recorded>();
        for (int i = events.size() - 1; i >= 0; i--) {
            var event = events.get(i).event();
            String subject = event.subject().key();
            if (undone.contains(subject + "#" + events.get(i).header().sequence())) {
                continue;
            }
            long target = undoes(event);
            if (target >= 0 && !undone.add(subject + "#" + target)) {
                throw new Impossible("undone twice");
            }
            counting.add(0, events.get(i));
        }
        return counting;
    }

    /** For each event the last word on it is looked for; then each claim needs the latest recording of its spell or degree. */
    private static List<Recorded> reviewed(List<Recorded> counting) {
        var kept = new ArrayList<Recorded>();
        for (var recorded : counting) {
            String last = "";
            for (var later : counting) {
                if (later.event() instanceof ReviewEvent review
                        && review.researcher().equals(recorded.event().subject())
                        && review.sequence() == recorded.header().sequence()) {
                    last = review.getClass().getSimpleName();
                }
            }
            if (last.isEmpty() || last.equals("ReviewApproved")) {
                kept.add(recorded);
            }
        }
        // Of a change all counts, or nothing.
        counting.stream()
                .filter(recorded -> !List.copyOf(kept).contains(recorded))
                .toList()
                .forEach(left -> kept.removeIf(recorded ->
                        recorded.header().commandId().equals(left.header().commandId())));
        return kept.stream().filter(claim -> standsOn(claim, counting, kept)).toList();
    }

    private static boolean standsOn(Recorded claim, List<Recorded> counting, List<Recorded> kept) {
        Recorded begin = null;
        for (var earlier : counting) {
            boolean spell = claim.event() instanceof SpellEvent said
                    && earlier.event() instanceof SpellEvent.AffiliationRecorded recorded
                    && recorded.spell().equals(said.spell());
            boolean degree = claim.event() instanceof EducationEvent said
                    && earlier.event() instanceof EducationEvent.EducationRecorded recorded
                    && recorded.education().equals(said.education());
            if ((spell || degree) && earlier.position() <= claim.position()) {
                begin = earlier;
            }
        }
        return begin == null || kept.contains(begin);
    }

    /** The sequence of the event that an event undoes, or -1. */
    static long undoes(Event event) {
        if (event instanceof ResearcherEventUndone undone) {
            return undone.sequence();
        }
        if (event instanceof InstitutionEventUndone undone) {
            return undone.sequence();
        }
        return event instanceof CohortEventUndone undone ? undone.sequence() : -1;
    }

    private void on(Recorded recorded) {
        var event = recorded.event();
        if (event instanceof InstitutionEvent change) {
            on(change);
        } else if (event instanceof CohortEvent change) {
            on(change);
        } else if (event instanceof ResearcherEvent change) {
            on(change, recorded.position());
        }
    }

    private void on(InstitutionEvent event) {
        if (event instanceof InstitutionRegistered registered) {
            require(!institutions.containsKey(event.institution()), "registered twice");
            institutions.put(event.institution(), new NaiveInstitution(registered.institution(), registered.profile()));
        } else {
            require(institutions.containsKey(event.institution()), "no such institution");
            institutions.get(event.institution()).on(event);
        }
    }

    private void on(CohortEvent event) {
        if (event instanceof CohortDefined) {
            require(cohorts.put(event.cohort(), new LinkedHashSet<>()) == null, "defined twice");
            return;
        }
        var members = cohorts.get(event.cohort());
        require(members != null, "no such cohort");
        if (event instanceof MembersAdded added) {
            require(!frozen.contains(event.cohort()), "frozen");
            require(people.keySet().containsAll(added.researchers()), "no such member");
            members.addAll(added.researchers());
        } else if (event instanceof MemberRemoved removed) {
            require(!frozen.contains(event.cohort()), "frozen");
            require(members.remove(removed.researcher()), "no member");
        } else if (event instanceof CohortEvent.CohortFrozen) {
            require(frozen.add(event.cohort()), "frozen twice");
        }
    }

    private void on(ResearcherEvent event, long at) {
        if (event instanceof ResearcherRegistered registered) {
            require(!people.containsKey(event.researcher()), "registered twice");
            people.put(
                    event.researcher(),
                    new NaivePerson(event.researcher(), registered.personal().names(), reviewedOnly));
            return;
        }
        var person = people.get(event.researcher());
        require(person != null, "no such researcher");
        if (event instanceof ResearcherMerged merged) {
            var other = people.get(merged.into());
            require(other != null && other != person && other.mergedInto == null, "merged into nobody");
            require(person.mergedInto == null && merged(person).isEmpty(), "a chain of mergers");
            person.mergedInto = merged.into();
        } else if (event instanceof ResearcherUnmerged) {
            require(person.mergedInto != null, "not merged");
            person.mergedInto = null;
        } else if (event instanceof IdentityEvent identity) {
            person.on(identity);
        } else if (event instanceof SpellEvent spell) {
            require(person.mergedInto == null, "recorded of somebody merged");
            person.on(spell);
        } else if (event instanceof EducationEvent education) {
            require(person.mergedInto == null, "recorded of somebody merged");
            person.on(education, at);
        } else if (event instanceof CareerEvent career) {
            require(person.mergedInto == null, "recorded of somebody merged");
            person.on(career, at);
            if (career instanceof CareerEnded ended) {
                causes.put(at, ended.cause());
            }
        }
    }

    private List<NaivePerson> merged(NaivePerson survivor) {
        return people.values().stream()
                .filter(person -> survivor.id.equals(person.mergedInto))
                .toList();
    }

    /** A person and all that are merged into it. */
    List<NaivePerson> selves(NaivePerson survivor) {
        return Stream.concat(Stream.of(survivor), merged(survivor).stream()).toList();
    }

    /** The members of a cohort, each person once, in the order in which they entered the ledger; null for no cohort. */
    List<NaivePerson> members(CohortId cohort) {
        var ids = cohort.value().equals("everyone") ? people.keySet() : cohorts.get(cohort);
        if (ids == null) {
            return null;
        }
        var survivors = new TreeSet<String>();
        for (var id : ids) {
            var person = people.get(id);
            survivors.add((person.mergedInto == null ? id : person.mergedInto).value());
        }
        return people.values().stream()
                .filter(person -> survivors.contains(person.id.value()))
                .toList();
    }

    static void require(boolean holds, String why) {
        if (!holds) {
            throw new Impossible(why);
        }
    }
}
