package dev.sojourn.study.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analysis.Ledger;
import dev.sojourn.event.CohortEvent;
import dev.sojourn.event.CohortEvent.CohortDefined;
import dev.sojourn.event.CohortEvent.MemberRemoved;
import dev.sojourn.event.CohortEvent.MembersAdded;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.ResearcherMerged;
import dev.sojourn.event.InstitutionEvent;
import dev.sojourn.event.InstitutionEvent.HeadquartersMoved;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.SpellEvent.AffiliationCorrected;
import dev.sojourn.event.SpellEvent.AffiliationEnded;
import dev.sojourn.event.SpellEvent.AffiliationRetracted;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.oracle.EventList;
import dev.sojourn.projection.View;
import dev.sojourn.study.SavedQuestion;
import dev.sojourn.study.SavedQuestion.Analysis;
import dev.sojourn.study.rule.RuleBook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;

/**
 * Random changes between two moments; each cause is tried by telling a whole new ledger without its events. Only such
 * changes are drawn as stand without one another, so that leaving some out needs no judgement.
 */
@Label("The cause of a change is the first without whose events the cell would be another")
class CausesByLeavingOutTest {

    private static final CohortId COHORT = new CohortId("c");
    private static final List<String> PLACES = List.of("US", "CN", "GB");
    private static final int PEOPLE = 6;

    private Ledger ledger;

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void on_random_ledgers(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        var random = new Random(seed);
        ledger = new Ledger(); // one instance is there for all tries
        begin(random);
        int before = ledger.events.head();
        for (int person = 0; person < PEOPLE; person++) {
            change(random, person);
        }
        if (random.nextInt(3) == 0) {
            ledger.and(new HeadquartersMoved(
                    Ledger.institution(place(random)),
                    new CountryCode(place(random)),
                    Ledger.date("2019"),
                    Remarks.NONE));
        }
        var first = asking(ledger.known(before), "2020", "country");
        var second = asking(
                ledger.now(), random.nextInt(4) == 0 ? "2022" : "2020", random.nextInt(4) == 0 ? "site" : "country");
        var later = Asking.cells(second.places());
        var without = new LinkedHashMap<Cause, Map<ResearcherId, String>>();
        without.put(
                Cause.RULES,
                Asking.cells(second.of(second.question().withRulesOf(first.question()))
                        .places()));
        without.put(Cause.COHORT, without(second, before, event -> event instanceof CohortEvent));
        without.put(Cause.IDENTITY, without(second, before, event -> event instanceof ResearcherMerged));
        without.put(Cause.INSTITUTION, without(second, before, event -> event instanceof InstitutionEvent));
        without.put(Cause.CORRECTED, without(second, before, CausesByLeavingOutTest::corrects));
        without.put(Cause.LEARNED, without(second, before, CausesByLeavingOutTest::tells));
        without.put(
                Cause.WORLD,
                Asking.cells(second.of(second.question().withDaysOf(first.question()))
                        .places()));

        for (var change : Compare.of(first, second, ledger.events)) {
            var who = change.researcher();
            without.keySet().stream()
                    .filter(cause ->
                            !without.get(cause).getOrDefault(who, "outside").equals(later.getOrDefault(who, "outside")))
                    .findFirst()
                    .ifPresent(expected ->
                            assertThat(change.cause()).as("%s", change).isEqualTo(expected));
        }
    }

    private static boolean corrects(Event event) {
        return event instanceof AffiliationCorrected || event instanceof AffiliationRetracted;
    }

    private static boolean tells(Event event) {
        return !(event instanceof CohortEvent)
                && !(event instanceof ResearcherMerged)
                && !(event instanceof InstitutionEvent)
                && !corrects(event);
    }

    /** The later cells in a ledger told anew, without some of the events since. */
    private Map<ResearcherId, String> without(Asking second, int before, Predicate<Event> left) {
        var told = new EventList();
        for (Recorded recorded : ledger.events.all()) {
            if (recorded.position() <= before || !left.test(recorded.event())) {
                told.append(recorded.event(), recorded.header().recorded());
            }
        }
        return Asking.cells(second.of(told.timeline(told.head()).now()).places());
    }

    private static Asking asking(View view, String asOf, String place) {
        return new Asking(
                new SavedQuestion(
                        Analysis.COMPOSITION,
                        Map.of(
                                "cohort",
                                List.of("c"),
                                "asOf",
                                List.of(asOf),
                                "by",
                                List.of("country"),
                                "place",
                                List.of(place))),
                view,
                RuleBook.load());
    }

    private static String place(Random random) {
        return PLACES.get(random.nextInt(PLACES.size()));
    }

    private void begin(Random random) {
        PLACES.forEach(country -> ledger.place(country, country));
        var members = new ArrayList<ResearcherId>();
        for (int person = 0; person < PEOPLE; person++) {
            ledger.person("p" + person);
            ledger.at("p" + person, "s" + person, place(random), "2018", null, null, desk(random), Role.RESEARCHER);
            members.add(Ledger.who("p" + person));
        }
        ledger.and(new CohortDefined(COHORT, "Some", null, 2020, null, null, Remarks.NONE));
        ledger.and(new MembersAdded(COHORT, members.subList(0, PEOPLE - 2), Remarks.NONE));
    }

    private static String desk(Random random) {
        return random.nextInt(3) == 0 ? place(random) : null;
    }

    /** Up to three changes of one person, each of another kind, none of which needs another. */
    private void change(Random random, int person) {
        var who = Ledger.who("p" + person);
        var spell = new SpellId("s" + person);
        switch (random.nextInt(4)) {
            case 0 ->
                ledger.and(new AffiliationCorrected(
                        who,
                        spell,
                        new Claim(
                                Ledger.institution(place(random)),
                                Role.RESEARCHER,
                                null,
                                Ledger.date("2018"),
                                null,
                                null,
                                Set.of()),
                        null,
                        Titled.NONE));
            case 1 -> ledger.and(new AffiliationRetracted(who, spell, Remarks.NONE));
            case 2 -> ledger.and(new AffiliationEnded(who, spell, Ledger.date("2021"), null, Remarks.NONE));
            default -> {}
        }
        if (random.nextInt(3) == 0) {
            String year = random.nextBoolean() ? "2019" : "2021";
            ledger.at("p" + person, "t" + person, place(random), year, null, null, desk(random), Role.RESEARCHER);
        }
        if (random.nextInt(4) == 0) {
            ledger.and(
                    person < PEOPLE - 2
                            ? new MemberRemoved(COHORT, who, Remarks.NONE)
                            : new MembersAdded(COHORT, List.of(who), Remarks.NONE));
        }
        if (person > 0 && person % 2 == 0 && random.nextInt(4) == 0) {
            ledger.and(new ResearcherMerged(who, Ledger.who("p" + (person - 1)), Remarks.NONE));
        }
    }
}
