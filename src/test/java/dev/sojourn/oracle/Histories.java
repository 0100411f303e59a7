package dev.sojourn.oracle;

import dev.sojourn.event.CareerEvent;
import dev.sojourn.event.CareerEvent.CareerEnded;
import dev.sojourn.event.CareerEvent.CareerResumed;
import dev.sojourn.event.CareerEvent.Cause;
import dev.sojourn.event.CareerEvent.SearchedNotFound;
import dev.sojourn.event.CohortEvent.CohortDefined;
import dev.sojourn.event.CohortEvent.CohortEventUndone;
import dev.sojourn.event.CohortEvent.CohortFrozen;
import dev.sojourn.event.CohortEvent.MemberRemoved;
import dev.sojourn.event.CohortEvent.MembersAdded;
import dev.sojourn.event.EducationEvent;
import dev.sojourn.event.EducationEvent.EducationCorrected;
import dev.sojourn.event.EducationEvent.EducationRecorded;
import dev.sojourn.event.EducationEvent.EducationRetracted;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.NamesChanged;
import dev.sojourn.event.IdentityEvent.ResearcherMerged;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.IdentityEvent.ResearcherUnmerged;
import dev.sojourn.event.InstitutionEvent.HeadquartersMoved;
import dev.sojourn.event.InstitutionEvent.InstitutionClosed;
import dev.sojourn.event.InstitutionEvent.InstitutionCorrected;
import dev.sojourn.event.InstitutionEvent.InstitutionEventUndone;
import dev.sojourn.event.InstitutionEvent.InstitutionMerged;
import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import dev.sojourn.event.InstitutionEvent.InstitutionRenamed;
import dev.sojourn.event.InstitutionEvent.JoinedGroup;
import dev.sojourn.event.InstitutionEvent.LeftGroup;
import dev.sojourn.event.InstitutionEvent.ParentChanged;
import dev.sojourn.event.ResearcherEvent.ResearcherEventUndone;
import dev.sojourn.event.ReviewEvent.ReviewApproved;
import dev.sojourn.event.ReviewEvent.ReviewRequested;
import dev.sojourn.event.SpellEvent;
import dev.sojourn.event.SpellEvent.AffiliationConfirmed;
import dev.sojourn.event.SpellEvent.AffiliationCorrected;
import dev.sojourn.event.SpellEvent.AffiliationEnded;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.SpellEvent.AffiliationRetracted;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.EducationId;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Identity;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.Profile;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.Sector;
import dev.sojourn.event.value.SpellId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;

/**
 * Random small histories that a ledger would accept: each number is the seed of one event, and an event that the naive
 * ledger calls impossible is left out. So histories shrink by leaving out numbers.
 */
final class Histories {

    private static final Remarks NO = Remarks.NONE;

    private Histories() {}

    /** A few people, institutions and two cohorts, and up to 70 events about them. */
    static Arbitrary<EventList> any() {
        return seeds().list()
                .ofMinSize(10)
                .ofMaxSize(70)
                .withSizeDistribution(RandomDistribution.uniform())
                .map(Histories::from);
    }

    /** Any number, all alike likely: small ones would throw the same again and again. */
    static Arbitrary<Long> seeds() {
        return Arbitraries.longs()
                .withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases();
    }

    /** The history that a list of seeds stands for. */
    static EventList from(List<Long> seeds) {
        var events = new EventList();
        beginning().forEach(events::append);
        for (long seed : seeds) {
            events.append(next(new Dice(seed), events));
            try {
                new NaiveLedger(events.all(), events.head());
            } catch (NaiveLedger.Impossible refused) {
                events.dropLast();
            }
        }
        return events;
    }

    private static List<Event> beginning() {
        var events = new ArrayList<Event>();
        for (var country : List.of("zju CN", "MIT US", "ox GB")) {
            var parts = country.split(" ", -1);
            var profile =
                    new Profile(Names.of(parts[0]), Sector.UNIVERSITY, new CountryCode(parts[1]), null, List.of());
            events.add(new InstitutionRegistered(new InstitutionId(parts[0]), profile, NO));
        }
        for (var person : List.of("r2", "r0", "r1")) {
            events.add(new ResearcherRegistered(new ResearcherId(person), identity(person)));
        }
        events.add(new CohortDefined(new CohortId("first"), "First", null, 2019, null, null, NO));
        events.add(
                new MembersAdded(new CohortId("first"), List.of(new ResearcherId("r0"), new ResearcherId("r1")), NO));
        return events;
    }

    private static Event next(Dice dice, EventList events) {
        int family = dice.below(100);
        if (family < 40) {
            return spell(dice);
        }
        if (family < 50) {
            return educationOrCareer(dice);
        }
        if (family < 60) {
            return identity(dice);
        }
        if (family < 76) {
            return institution(dice);
        }
        if (family < 84) {
            return cohort(dice);
        }
        return family < 92 ? undo(dice, events) : review(dice, events);
    }

    private static Event spell(Dice dice) {
        var who = dice.researcher();
        var spell = spellOf(who, dice);
        return switch (dice.below(10)) {
            case 0 -> new AffiliationEnded(who, spell, dice.date(), dice.observed(), NO);
            case 1 -> new AffiliationCorrected(who, spell, dice.claim(), dice.observed(), Titled.NONE);
            case 2 ->
                dice.perCent(50)
                        ? new AffiliationRetracted(who, spell, NO)
                        : new AffiliationConfirmed(who, spell, dice.day(), NO);
            default -> new AffiliationRecorded(who, spellOf(who, dice), dice.claim(), dice.observed(), Titled.NONE);
        };
    }

    /** A spell id never passes to another person, and nobody has so many that not all readings can be tried. */
    private static SpellId spellOf(ResearcherId who, Dice dice) {
        return new SpellId(who.value() + "-" + dice.below(4));
    }

    private static Event educationOrCareer(Dice dice) {
        var who = dice.researcher();
        var degree = new EducationId(who.value() + "-b" + dice.below(2));
        return switch (dice.below(9)) {
            case 0 -> new EducationCorrected(who, degree, dice.degree(), Titled.NONE);
            case 1 -> new EducationRetracted(who, degree, NO);
            case 2 ->
                new CareerEnded(who, dice.one(List.of(Cause.values())), dice.perCent(20) ? null : dice.date(), NO);
            case 3 -> new CareerResumed(who, dice.date(), NO);
            case 4 -> new SearchedNotFound(who, dice.day(), NO);
            default -> new EducationRecorded(who, degree, dice.degree(), Titled.NONE);
        };
    }

    private static Event identity(Dice dice) {
        var who = dice.researcher();
        return switch (dice.below(6)) {
            case 0 -> new ResearcherUnmerged(who, NO);
            case 1 -> new NamesChanged(who, identity("once " + who));
            case 2, 3 -> new ResearcherMerged(who, dice.researcher(), NO);
            default -> new ResearcherRegistered(who, identity(who.value()));
        };
    }

    private static Identity identity(String name) {
        return new Identity(Names.of(name), List.of(), null, List.of(), null);
    }

    private static Event institution(Dice dice) {
        var where = dice.institution();
        return switch (dice.below(11)) {
            case 10 -> new InstitutionClosed(where, dice.date(), NO);
            case 0 -> new InstitutionCorrected(where, dice.profile(), NO);
            case 1 -> new InstitutionRenamed(where, Names.of("Elsewhere"), dice.date(), NO);
            case 2, 3 -> new HeadquartersMoved(where, dice.country(), dice.date(), NO);
            case 4 -> new ParentChanged(where, dice.perCent(20) ? null : dice.institution(), dice.date(), NO);
            case 5 -> new InstitutionMerged(where, dice.institution(), dice.date(), NO);
            case 6 -> new JoinedGroup(where, dice.group(), dice.perCent(30) ? null : dice.date(), NO);
            case 7 -> new LeftGroup(where, dice.group(), dice.date(), NO);
            default -> new InstitutionRegistered(where, dice.profile(), NO);
        };
    }

    private static Event cohort(Dice dice) {
        var cohort = dice.cohort();
        return switch (dice.below(8)) {
            case 0 ->
                dice.perCent(20) ? new CohortFrozen(cohort, NO) : new MemberRemoved(cohort, dice.researcher(), NO);
            case 1 -> new MemberRemoved(cohort, dice.researcher(), NO);
            case 2 -> new CohortDefined(cohort, "Second", null, 2020, null, null, NO);
            case 3 -> new MembersAdded(cohort, List.of(dice.researcher(), dice.researcher()), NO);
            default -> new MembersAdded(cohort, List.of(dice.researcher()), NO);
        };
    }

    /** Has any earlier claim about a person looked at, or approved, whether or not it was to be. */
    private static Event review(Dice dice, EventList events) {
        var claims = events.all().stream()
                .filter(recorded -> recorded.event() instanceof SpellEvent
                        || recorded.event() instanceof EducationEvent
                        || recorded.event() instanceof CareerEvent)
                .toList();
        if (claims.isEmpty()) {
            return spell(dice);
        }
        var claim = dice.one(claims);
        long sequence = claim.header().sequence();
        var who = (ResearcherId) claim.event().subject();
        return dice.perCent(60) ? new ReviewRequested(who, sequence, NO) : new ReviewApproved(who, sequence, NO);
    }

    /** Undoes any earlier event, an undoing one included; registrations stay, for all else depends on them. */
    private static Event undo(Dice dice, EventList events) {
        var undone = dice.one(events.all());
        long sequence = undone.header().sequence();
        var subject = undone.event().subject();
        if (subject instanceof ResearcherId who) {
            return new ResearcherEventUndone(who, sequence, NO);
        }
        return subject instanceof InstitutionId where
                ? new InstitutionEventUndone(where, sequence, NO)
                : new CohortEventUndone((CohortId) subject, sequence, NO);
    }
}
