package dev.sojourn.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analysis.cell.Places;
import dev.sojourn.analysis.count.Staleness;
import dev.sojourn.analysis.move.Moves;
import dev.sojourn.analysis.path.Paths;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Filter;
import dev.sojourn.analysis.question.Rules;
import dev.sojourn.analysis.question.Rules.Carried;
import dev.sojourn.analysis.question.Rules.Place;
import dev.sojourn.analysis.survival.Survival;
import dev.sojourn.event.CareerEvent.Cause;
import dev.sojourn.event.CareerEvent.SearchedNotFound;
import dev.sojourn.event.IdentityEvent.ResearcherMerged;
import dev.sojourn.event.SpellEvent.AffiliationConfirmed;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.projection.View;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Seven people at one US company since 2018, looked at on 2025-12-31:
 *
 * <pre>
 * found      confirmed on 2025-03-01                              confirmed
 * missed     confirmed on 2019-06-01, searched for on 2025-02-01  carried, searched
 * forgotten  confirmed on 2019-06-01                              carried, unchecked
 * overtaken  searched for on 2019-01-10, confirmed on 2019-06-01  carried, unchecked: the search was before
 * gone       left in 2022, searched for on 2024-05-01             unobserved, searched
 * lost       left in 2022                                         unobserved, unchecked
 * retired    career over in 2021, searched for on 2023-05-01      inactive: nobody is looked for any more
 * </pre>
 */
@DisplayName("Confirmed, carried forward or unobserved; searched for and not found, or not checked")
class StalenessExamplesTest {

    private static final LocalDate FIRST = LocalDate.of(2019, 12, 31);
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);
    private static final Staleness ON_THE_LAST_DAY = new Staleness(1, 3, 2, 1, 2);
    private static final Filter US = Filter.parse("country:US");

    private final Ledger ledger = new Ledger();

    @BeforeEach
    void tell() {
        ledger.place("alpha", "US");
        for (var who : List.of("found", "missed", "forgotten", "overtaken", "retired")) {
            ledger.person(who).at(who, "alpha", "2018", null);
        }
        for (var who : List.of("gone", "lost")) {
            ledger.person(who).at(who, "alpha", "2018", "2022");
        }
        ledger.ended("retired", Cause.RETIRED, "2021");
        confirmed("found", LocalDate.of(2025, 3, 1));
        confirmed("missed", LocalDate.of(2019, 6, 1));
        confirmed("forgotten", LocalDate.of(2019, 6, 1));
        confirmed("overtaken", LocalDate.of(2019, 6, 1));
        searched("overtaken", LocalDate.of(2019, 1, 10));
        searched("gone", LocalDate.of(2024, 5, 1));
        searched("retired", LocalDate.of(2023, 5, 1));
        searched("missed", LocalDate.of(2025, 2, 1));
    }

    private void confirmed(String who, LocalDate on) {
        ledger.and(new AffiliationConfirmed(Ledger.who(who), new SpellId(who + "@alpha"), on, Remarks.NONE));
    }

    private void searched(String who, LocalDate on) {
        ledger.and(new SearchedNotFound(Ledger.who(who), on, Remarks.NONE));
    }

    private Retention.Question retention() {
        return new Retention.Question(Ledger.everyone(Ledger.RULES), US, FIRST, LAST);
    }

    @Test
    void is_the_same_in_every_answer_about_a_day() {
        var people = Ledger.everyone(Ledger.RULES);
        var by = Attribute.COUNTRY;
        var view = ledger.now();
        assertThat(ON_THE_LAST_DAY.unchecked()).isEqualTo(3);
        assertThat(Composition.of(view, new Composition.Question(people, LAST, List.of(by)))
                        .staleness())
                .isEqualTo(ON_THE_LAST_DAY);
        assertThat(Retention.of(view, retention()).end().staleness()).isEqualTo(ON_THE_LAST_DAY);
        assertThat(Flows.of(view, new Flows.Question(people, FIRST, LAST, by)).staleness())
                .isEqualTo(ON_THE_LAST_DAY);
        assertThat(Survival.of(view, new Survival.Question(people, US, FIRST, LAST))
                        .end())
                .isEqualTo(ON_THE_LAST_DAY);
        assertThat(Moves.of(view, new Moves.Question(people, FIRST, LAST, by)).end())
                .isEqualTo(ON_THE_LAST_DAY);
        assertThat(Paths.of(view, new Paths.Question(people, List.of(FIRST, LAST), List.of(by)))
                        .days()
                        .get(1)
                        .staleness())
                .isEqualTo(ON_THE_LAST_DAY);
        assertThat(Roster.of(view, new Roster.Question(people, LAST, null, 1)).staleness())
                .isEqualTo(ON_THE_LAST_DAY);
    }

    /**
     * On the first day all seven are there. Confirmed within 24 months before it or later are four; of gone, lost and
     * retired nothing ever showed their spell, and gone and retired were searched for since.
     */
    @Test
    void is_told_of_the_first_day_too() {
        var answer = Composition.of(
                ledger.now(),
                new Composition.Question(Ledger.everyone(Ledger.RULES), FIRST, List.of(Attribute.COUNTRY)));
        assertThat(answer.staleness()).isEqualTo(new Staleness(4, 3, 0, 0, 2));
    }

    @Test
    void counts_those_carried_as_unobserved_where_they_are_not_to_count() {
        var rules = new Rules(Place.COUNTRY, false, Period.ofMonths(24), Carried.UNOBSERVED, false, Ledger.REGIONS);
        var answer = Composition.of(
                ledger.now(), new Composition.Question(Ledger.everyone(rules), LAST, List.of(Attribute.COUNTRY)));
        assertThat(answer.staleness()).isEqualTo(new Staleness(1, 0, 5, 1, 2));
        assertThat(answer.known()).isEqualTo(1);
    }

    @Test
    void knows_of_a_search_only_once_it_is_recorded() {
        long before = ledger.events.head() - 1L; // the last event is the search for missed
        var answer = Retention.of(ledger.known(before), retention());
        assertThat(answer.end().staleness()).isEqualTo(new Staleness(1, 3, 2, 1, 1));
    }

    @Test
    void takes_the_searches_of_all_who_are_one_person() {
        ledger.person("twin").at("twin", "alpha", "2017", "2018");
        searched("twin", LocalDate.of(2025, 6, 1));
        ledger.and(new ResearcherMerged(Ledger.who("twin"), Ledger.who("forgotten"), Remarks.NONE));
        assertThat(Retention.of(ledger.now(), retention()).end().staleness())
                .isEqualTo(new Staleness(1, 3, 2, 1, 3)); // forgotten was searched for under the other name
    }

    @Test
    void names_who_is_meant_by_each_number() {
        var places = Places.of(ledger.now(), retention());
        assertThat(people(places, "confirmed")).containsExactlyInAnyOrder("found");
        assertThat(people(places, "carried")).containsExactlyInAnyOrder("missed", "forgotten", "overtaken");
        assertThat(people(places, "unobserved")).containsExactlyInAnyOrder("gone", "lost");
        assertThat(people(places, "searched")).containsExactlyInAnyOrder("missed", "gone");
        assertThat(people(places, "unchecked")).containsExactlyInAnyOrder("forgotten", "overtaken", "lost");
    }

    private static List<String> people(Places places, String number) {
        View view = places.view();
        return IntStream.of(places.people(number))
                .mapToObj(who -> view.researcher(who).value())
                .toList();
    }

    @Test
    void shows_of_each_person_which_it_is_and_when_somebody_looked() {
        var members = Roster.of(ledger.now(), new Roster.Question(Ledger.everyone(Ledger.RULES), LAST, null, 10))
                .members();
        assertThat(members.stream()
                        .map(who -> who.researcher().value() + " " + who.state() + (who.carried() ? ", carried" : "")
                                + (who.searched() ? ", searched " + who.searchedOn() : "")))
                .containsExactly(
                        "found observed",
                        "missed observed, carried, searched 2025-02-01",
                        "forgotten observed, carried",
                        "overtaken observed, carried",
                        "retired inactive",
                        "gone unobserved, searched 2024-05-01",
                        "lost unobserved");
    }
}
