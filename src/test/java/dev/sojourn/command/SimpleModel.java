package dev.sojourn.command;

import dev.sojourn.event.CareerEvent;
import dev.sojourn.event.CareerEvent.CareerEnded;
import dev.sojourn.event.CareerEvent.CareerResumed;
import dev.sojourn.event.CareerEvent.Cause;
import dev.sojourn.event.CareerEvent.SearchedNotFound;
import dev.sojourn.event.CohortEvent;
import dev.sojourn.event.CohortEvent.CohortDefined;
import dev.sojourn.event.CohortEvent.CohortFrozen;
import dev.sojourn.event.CohortEvent.MemberRemoved;
import dev.sojourn.event.CohortEvent.MembersAdded;
import dev.sojourn.event.EducationEvent;
import dev.sojourn.event.EducationEvent.EducationCorrected;
import dev.sojourn.event.EducationEvent.EducationRecorded;
import dev.sojourn.event.EducationEvent.EducationRetracted;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent;
import dev.sojourn.event.IdentityEvent.DistinctFromRecorded;
import dev.sojourn.event.IdentityEvent.IdentifierLinked;
import dev.sojourn.event.IdentityEvent.IdentifierUnlinked;
import dev.sojourn.event.IdentityEvent.NamesChanged;
import dev.sojourn.event.IdentityEvent.PersonErased;
import dev.sojourn.event.IdentityEvent.ResearcherMerged;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.IdentityEvent.ResearcherUnmerged;
import dev.sojourn.event.InstitutionEvent;
import dev.sojourn.event.InstitutionEvent.HeadquartersMoved;
import dev.sojourn.event.InstitutionEvent.InstitutionClosed;
import dev.sojourn.event.InstitutionEvent.InstitutionCorrected;
import dev.sojourn.event.InstitutionEvent.InstitutionMerged;
import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import dev.sojourn.event.InstitutionEvent.JoinedGroup;
import dev.sojourn.event.InstitutionEvent.LeftGroup;
import dev.sojourn.event.InstitutionEvent.ParentChanged;
import dev.sojourn.event.ReleaseEvent;
import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.event.ResearcherEvent;
import dev.sojourn.event.ReviewEvent;
import dev.sojourn.event.SpellEvent;
import dev.sojourn.event.SpellEvent.AffiliationConfirmed;
import dev.sojourn.event.SpellEvent.AffiliationCorrected;
import dev.sojourn.event.SpellEvent.AffiliationEnded;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.SpellEvent.AffiliationRetracted;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.Degree;
import dev.sojourn.event.value.EducationId;
import dev.sojourn.event.value.GroupId;
import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Profile;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A ledger as a beginner would write it: plain maps, told the events that count one after the other, with each rule once
 * more in a line of its own. Says which events no ledger should have taken. That something is said again is no harm: it
 * can have been taken back meanwhile, and have come back since.
 */
final class SimpleModel {

    /** A stay, and the latest day at which anything showed it true, or null. */
    record Stay(Claim claim, LocalDate seen) {}

    /** An end of a career, or with no cause its resumption, and whose. */
    record Turn(ResearcherId who, Cause cause, PartialDate on) {}

    /** Somebody. */
    static final class Person {
        Names names;
        final Set<Identifier> identifiers = new HashSet<>();
        final Set<ResearcherId> others = new HashSet<>();
        final Map<SpellId, Stay> stays = new HashMap<>();
        final Map<EducationId, Degree> degrees = new HashMap<>();
        LocalDate searched;
        ResearcherId into;
        boolean erased;
    }

    /** Somewhere; what holds from a day on by that day, the word said last counting. */
    static final class Place {
        Profile profile;
        final TreeMap<LocalDate, CountryCode> headquarters = new TreeMap<>();
        final TreeMap<LocalDate, InstitutionId> parents = new TreeMap<>();
        final Map<GroupId, TreeMap<LocalDate, Boolean>> groups = new HashMap<>();
        InstitutionMerged merged;
        InstitutionClosed closed;

        InstitutionId parent(LocalDate day) {
            var change = parents.floorEntry(day);
            return change == null ? profile.parent() : change.getValue();
        }

        CountryCode country(LocalDate day) {
            var change = headquarters.floorEntry(day);
            return change == null ? profile.headquarters() : change.getValue();
        }
    }

    final Map<ResearcherId, Person> people = new HashMap<>();
    final Map<InstitutionId, Place> places = new HashMap<>();
    final Map<CohortId, Set<ResearcherId>> cohorts = new HashMap<>();
    final Set<CohortId> frozen = new HashSet<>();
    final Map<ReleaseName, Boolean> releasesWithdrawn = new HashMap<>();
    private final List<Turn> turns = new ArrayList<>();
    private final Map<SpellId, ResearcherId> owners = new HashMap<>();
    private final List<String> broken = new ArrayList<>();

    SimpleModel(List<Event> counting) {
        for (var event : counting) {
            if (event instanceof ResearcherEvent about) {
                on(about);
            } else if (event instanceof InstitutionEvent about) {
                on(about);
            } else if (event instanceof CohortEvent about) {
                on(about);
            } else {
                on((ReleaseEvent) event);
            }
        }
    }

    /** What no ledger should have taken, and what should not have come of it; in words. */
    List<String> broken() {
        var all = new ArrayList<>(broken);
        var identifiers = people.values().stream()
                .flatMap(one -> one.identifiers.stream())
                .toList();
        if (identifiers.size() > Set.copyOf(identifiers).size()) {
            all.add("an identifier of two");
        }
        people.forEach((id, one) -> {
            if (one.into != null && (!people.containsKey(one.into) || people.get(one.into).into != null)) {
                all.add(id + " counts as " + one.into + ", who counts as nobody, or another");
            }
            if (one.others.contains(one.into)
                    || (one.into != null && people.get(one.into).others.contains(id))) {
                all.add(id + " is another person than the one counted as");
            }
            one.stays.values().stream()
                    .map(stay -> stay.claim().institution())
                    .filter(at -> !places.containsKey(at))
                    .forEach(at -> all.add(id + " is nowhere"));
            one.degrees.values().stream()
                    .filter(degree -> degree.institution() != null && !places.containsKey(degree.institution()))
                    .forEach(degree -> all.add(id + " studied nowhere"));
        });
        cohorts.values().stream()
                .filter(members -> !people.keySet().containsAll(members))
                .forEach(members -> all.add("a member is nobody"));
        for (int year = 1999; year < 2022; year++) {
            var day = LocalDate.of(year, 12, 31);
            places.forEach((id, place) -> {
                var above = new HashSet<InstitutionId>();
                for (var next = id;
                        next != null && places.containsKey(next);
                        next = places.get(next).parent(day)) {
                    if (!above.add(next)) {
                        all.add(id + " is below itself on " + day);
                        return;
                    }
                }
            });
        }
        return all;
    }

    /** Those who count as one person. */
    Stream<Person> parts(ResearcherId survivor) {
        return people.entrySet().stream()
                .filter(one -> one.getKey().equals(survivor) || survivor.equals(one.getValue().into))
                .map(Map.Entry::getValue);
    }

    /** What became of the careers of those who count as one person, in the order told. */
    List<Turn> turns(ResearcherId survivor) {
        return turns.stream()
                .filter(turn -> turn.who().equals(survivor) || survivor.equals(people.get(turn.who()).into))
                .toList();
    }

    private void require(boolean holds, Event event) {
        if (!holds) {
            broken.add("should not have been recorded: " + event);
        }
    }

    private void on(ResearcherEvent event) {
        if (event instanceof ReviewEvent) {
            return; // it stays, and says why, whatever becomes of what was under review
        }
        if (event instanceof ResearcherRegistered) {
            require(!people.containsKey(event.researcher()), event);
            people.put(event.researcher(), new Person());
        }
        var one = people.get(event.researcher());
        require(one != null && !one.erased, event);
        if (one == null) {
            return;
        }
        if (event instanceof IdentityEvent said) {
            on(one, said);
        } else if (event instanceof SpellEvent said) {
            require(one.into == null, event);
            on(one, said);
        } else if (event instanceof EducationEvent said) {
            require(one.into == null, event);
            on(one, said);
        } else if (event instanceof CareerEvent said) {
            require(one.into == null, event);
            on(one, said);
        }
    }

    private void on(Person one, IdentityEvent event) {
        boolean whole = event instanceof ResearcherUnmerged || event instanceof PersonErased;
        require(one.into == null || whole, event);
        if (event instanceof ResearcherRegistered said) {
            one.names = said.personal().names();
            one.identifiers.addAll(said.personal().identifiers());
        } else if (event instanceof NamesChanged said) {
            one.names = said.personal().names();
        } else if (event instanceof IdentifierLinked said) {
            one.identifiers.addAll(said.personal().identifiers());
        } else if (event instanceof IdentifierUnlinked said) {
            require(one.identifiers.removeAll(said.personal().identifiers()), event);
        } else if (event instanceof ResearcherMerged said) {
            one.into = said.into();
        } else if (event instanceof ResearcherUnmerged) {
            require(one.into != null, event);
            one.into = null;
        } else if (event instanceof DistinctFromRecorded said) {
            one.others.add(said.other());
        } else {
            one.erased = true;
            one.names = null;
            one.identifiers.clear();
        }
    }

    private void on(Person one, SpellEvent event) {
        var before = one.stays.get(event.spell());
        require((before == null) == (event instanceof AffiliationRecorded), event);
        if (event instanceof AffiliationRecorded said) {
            var owner = owners.putIfAbsent(said.spell(), said.researcher());
            require(owner == null || owner.equals(said.researcher()), event);
            one.stays.put(said.spell(), new Stay(said.claim(), said.observedOn()));
        } else if (before == null || event instanceof AffiliationRetracted) {
            one.stays.remove(event.spell());
        } else if (event instanceof AffiliationEnded said) {
            var start = before.claim().start();
            require(before.claim().end() == null, event);
            require(start == null || !said.end().latest().isBefore(start.earliest()), event);
            one.stays.put(
                    said.spell(),
                    new Stay(before.claim().withEnd(said.end()), later(before.seen(), said.observedOn())));
        } else if (event instanceof AffiliationCorrected said) {
            one.stays.put(said.spell(), new Stay(said.claim(), later(before.seen(), said.observedOn())));
        } else if (event instanceof AffiliationConfirmed said) {
            one.stays.put(said.spell(), new Stay(before.claim(), later(before.seen(), said.observedOn())));
        }
    }

    private void on(Person one, EducationEvent event) {
        boolean known = one.degrees.containsKey(event.education());
        require(known != event instanceof EducationRecorded, event);
        if (event instanceof EducationRetracted) {
            one.degrees.remove(event.education());
        } else {
            one.degrees.put(
                    event.education(),
                    event instanceof EducationRecorded said ? said.degree() : ((EducationCorrected) event).degree());
        }
    }

    private void on(Person one, CareerEvent event) {
        var last = turns.stream()
                .filter(turn -> turn.who().equals(event.researcher()))
                .reduce((earlier, later) -> later);
        if (event instanceof SearchedNotFound said) {
            one.searched = later(one.searched, said.searchedOn());
        } else if (event instanceof CareerEnded said) {
            turns.add(new Turn(said.researcher(), said.cause(), said.on()));
        } else if (event instanceof CareerResumed said) {
            require(last.isPresent() && last.get().cause() != null, event);
            last.ifPresent(
                    ended -> require(!said.on().latest().isBefore(ended.on().earliest()), event));
            turns.add(new Turn(said.researcher(), null, said.on()));
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    private void on(InstitutionEvent event) {
        boolean first = event instanceof InstitutionRegistered;
        require(first != places.containsKey(event.institution()), event);
        var place = places.computeIfAbsent(event.institution(), id -> new Place());
        if (event instanceof InstitutionRegistered said) {
            place.profile = said.profile();
        } else if (event instanceof InstitutionCorrected said) {
            place.profile = said.profile();
        } else if (event instanceof HeadquartersMoved said) {
            place.headquarters.put(said.from().earliest(), said.country());
        } else if (event instanceof ParentChanged said) {
            place.parents.put(said.from().earliest(), said.parent());
        } else if (event instanceof InstitutionMerged said) {
            require(place.merged == null, event);
            require(!said.into().equals(said.institution()) && places.containsKey(said.into()), event);
            place.merged = said;
        } else if (event instanceof InstitutionClosed said) {
            require(place.closed == null, event);
            place.closed = said;
        } else if (event instanceof JoinedGroup said) {
            var membership = place.groups.computeIfAbsent(said.group(), group -> new TreeMap<>());
            membership.put(said.from() == null ? LocalDate.MIN : said.from().earliest(), true);
        } else if (event instanceof LeftGroup said) {
            require(place.groups.containsKey(said.group()), event);
            place.groups
                    .computeIfAbsent(said.group(), group -> new TreeMap<>())
                    .put(said.to().earliest(), false);
        }
    }

    private void on(CohortEvent event) {
        require(event instanceof CohortDefined != cohorts.containsKey(event.cohort()), event);
        require(!frozen.contains(event.cohort()), event);
        var members = cohorts.computeIfAbsent(event.cohort(), id -> new HashSet<>());
        if (event instanceof MembersAdded said) {
            said.researchers().forEach(one -> require(members.add(one), event));
        } else if (event instanceof MemberRemoved said) {
            require(members.remove(said.researcher()), event);
        } else if (event instanceof CohortFrozen) {
            frozen.add(event.cohort());
        }
    }

    private void on(ReleaseEvent event) {
        boolean publication = event instanceof ReleasePublished;
        require(publication != releasesWithdrawn.containsKey(event.release()), event);
        releasesWithdrawn.put(event.release(), !publication);
    }
}
