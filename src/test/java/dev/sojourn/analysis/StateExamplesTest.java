package dev.sojourn.analysis;

import static dev.sojourn.analysis.question.Attribute.COUNTRY;
import static dev.sojourn.analysis.question.Attribute.INSTITUTION;
import static dev.sojourn.analysis.question.Attribute.REGION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Rules;
import dev.sojourn.analysis.question.Rules.Carried;
import dev.sojourn.analysis.question.Rules.Place;
import dev.sojourn.event.CareerEvent.Cause;
import dev.sojourn.event.IdentityEvent.ResearcherMerged;
import dev.sojourn.event.SpellEvent.AffiliationConfirmed;
import dev.sojourn.event.SpellEvent.AffiliationRetracted;
import dev.sojourn.event.value.Kind;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.projection.View;
import dev.sojourn.projection.person.Precedence;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Where somebody is on a day, worked out by hand")
class StateExamplesTest {

    private final Ledger ledger =
            new Ledger().place("alpha", "US").place("beta", "CN").place("gamma", "HK");

    /** "alpha to 2020, beta from 2020": the handover counts as 1 January, and nobody is ever nowhere between. */
    @Test
    void a_handover_known_to_the_year_is_one_day() {
        ledger.person("a").at("a", "alpha", "2018", "2020").at("a", "beta", "2020", null);
        assertThat(ledger.cells(COUNTRY, "2019")).isEqualTo("US 1");
        assertThat(ledger.cells(COUNTRY, "2020")).isEqualTo("CN 1");
        assertThat(ledger.decidedBy("2020")).as("alpha is over by then").isEqualTo(Precedence.ONLY);
        assertThat(ledger.by(COUNTRY, "2020").uncertain()).isZero();
        // On 30 June it may have been or not: US or CN, but in no reading unobserved.
        assertThat(ledger.cells(COUNTRY, "2020-06")).isEqualTo("CN 1");
        assertThat(ledger.by(COUNTRY, "2020-06").uncertain()).isEqualTo(1);
        assertThat(ledger.by(COUNTRY, "2020-06").unobserved()).isZero();
    }

    @Test
    void of_posts_at_once_the_best_kind_decides_though_another_is_newer() {
        ledger.person("a").at("a", "alpha", "2018", null).at("a", "beta", "2019", null, Kind.JOINT);
        assertThat(ledger.cells(INSTITUTION, "2019")).isEqualTo("alpha 1");
        assertThat(ledger.decidedBy("2019")).isEqualTo(Precedence.KIND);
    }

    @Test
    void of_equal_kinds_the_latest_start_decides() {
        ledger.person("a").at("a", "alpha", "2018", null).at("a", "beta", "2018-02", null);
        assertThat(ledger.cells(INSTITUTION, "2019")).isEqualTo("beta 1");
        assertThat(ledger.decidedBy("2019")).isEqualTo(Precedence.START);
    }

    /** 2018 and 2018-01-01 both count as 1 January 2018. */
    @Test
    void of_equal_starts_the_smaller_institution_decides() {
        ledger.person("a").at("a", "beta", "2018", null).at("a", "alpha", "2018-01-01", null);
        assertThat(ledger.cells(INSTITUTION, "2019")).isEqualTo("alpha 1");
        assertThat(ledger.decidedBy("2019")).isEqualTo(Precedence.INSTITUTION);
    }

    @Test
    void at_one_institution_the_smaller_spell_decides() {
        ledger.person("a")
                .at("a", "s2", "alpha", "2018", null, null, null, Role.FACULTY)
                .at("a", "s10", "alpha", "2018", null, null, null, Role.ENGINEER);
        assertThat(ledger.cells(Attribute.ROLE, "2019")).isEqualTo("ENGINEER 1"); // "s10" < "s2" as bytes
        assertThat(ledger.decidedBy("2019")).isEqualTo(Precedence.SPELL);
    }

    @Test
    void an_unknown_start_never_counts() {
        ledger.person("a").at("a", "alpha", null, null);
        assertThat(ledger.by(COUNTRY, "2019").unobserved()).isEqualTo(1);
    }

    @Test
    void the_deceased_are_inactive_though_a_spell_covers_the_day() {
        ledger.person("a").at("a", "alpha", "2018", null).ended("a", Cause.DECEASED, "2020-03-04");
        assertThat(ledger.cells(COUNTRY, "2019")).isEqualTo("US 1");
        assertThat(ledger.by(COUNTRY, "2020").inactive()).isEqualTo(1);
        assertThat(ledger.by(COUNTRY, "2020").known()).isZero();
    }

    @Test
    void a_career_that_ended_nobody_knows_when_has_not_ended() {
        ledger.person("a").at("a", "alpha", "2018", null).ended("a", Cause.RETIRED, null);
        assertThat(ledger.cells(COUNTRY, "2023")).isEqualTo("US 1");
    }

    @Test
    void a_desk_abroad_counts_for_the_site_and_not_for_the_country() {
        ledger.person("a").at("a", "s", "alpha", "2018", null, null, "CN", Role.RESEARCHER);
        var site = new Rules(Place.SITE, false, null, Carried.COUNT, false, Ledger.REGIONS);
        assertThat(ledger.cells(COUNTRY, "2019")).isEqualTo("US 1");
        assertThat(ledger.cells(Attribute.SITE, "2019")).isEqualTo("CN 1");
        assertThat(ledger.cells(site, COUNTRY, "2019")).isEqualTo("CN 1");
    }

    @Test
    void hong_kong_and_taiwan_have_codes_of_their_own() {
        ledger.place("delta", "TW").person("a").person("b").person("c");
        ledger.at("a", "beta", "2018", null).at("b", "gamma", "2018", null).at("c", "delta", "2018", null);
        assertThat(ledger.cells(COUNTRY, "2019")).isEqualTo("CN 1, HK 1, TW 1");
        assertThat(ledger.cells(REGION, "2019")).isEqualTo("other 3");
    }

    @Test
    void doctoral_students_can_be_left_out() {
        ledger.person("a").person("b").at("a", "alpha", "2018", null);
        ledger.at("b", "s", "alpha", "2018", null, null, null, Role.PHD_STUDENT);
        var phdOut = new Rules(Place.COUNTRY, true, null, Carried.COUNT, false, Ledger.REGIONS);
        assertThat(ledger.by(COUNTRY, "2019").total()).isEqualTo(2);
        assertThat(ledger.by(phdOut, COUNTRY, "2019").total()).isEqualTo(1);
    }

    /** Confirmed on 2019-06-01: for 2020 that is within 24 months, for 2022 it is not. */
    @Test
    void what_nobody_confirmed_of_late_is_carried_forward() {
        ledger.person("a").at("a", "alpha", "2018", null);
        ledger.and(new AffiliationConfirmed(
                Ledger.who("a"), new SpellId("a@alpha"), LocalDate.of(2019, 6, 1), Remarks.NONE));
        assertThat(ledger.by(COUNTRY, "2020").staleness().carried()).isZero();
        assertThat(ledger.by(COUNTRY, "2022").staleness().carried()).isEqualTo(1);
        assertThat(ledger.by(COUNTRY, "2022").known()).isEqualTo(1);
        var counted = new Rules(Place.COUNTRY, false, Period.ofMonths(48), Carried.COUNT, false, Ledger.REGIONS);
        assertThat(ledger.by(counted, COUNTRY, "2022").staleness().carried()).isZero();
        var dropped = new Rules(Place.COUNTRY, false, Period.ofMonths(12), Carried.UNOBSERVED, false, Ledger.REGIONS);
        assertThat(ledger.by(dropped, COUNTRY, "2020").unobserved()).isEqualTo(1);
        assertThat(ledger.by(dropped, COUNTRY, "2019").known()).isEqualTo(1);
    }

    /** Marks do not widen a date: a counts from 2018 on as if it were exact, and the answer says that one was marked. */
    @Test
    void a_date_marked_as_approximate_counts_as_written_and_is_counted_as_qualified() {
        ledger.person("a").at("a", "alpha", "2018~", null);
        ledger.person("b").at("b", "alpha", "2018", null);
        assertThat(ledger.by(COUNTRY, "2018").known()).isEqualTo(2);
        assertThat(ledger.by(COUNTRY, "2018").uncertain()).isZero();
        assertThat(ledger.by(COUNTRY, "2018").qualified()).isEqualTo(1);
        assertThat(ledger.by(COUNTRY, "2017").qualified()).isZero();
    }

    /** Two of origin CN, one of IN, one not known: 2 of the 3 known are 66.67 %, and one is said to be unknown. */
    @Test
    void shares_are_over_those_whose_origin_is_known() {
        for (var person : new String[] {"a", "b", "c", "d"}) {
            ledger.person(person).at(person, "alpha", "2018", null);
        }
        ledger.origin("a", "CN").origin("b", "CN").origin("c", "IN");
        var origins = ledger.by(Attribute.ORIGIN, "2019");
        assertThat(origins.unknown()).isEqualTo(1);
        assertThat(origins.cells().get(0).share()).isEqualTo(new Share(2, 3));
        var chinese = ledger.by(COUNTRY, "2019", "origin:CN");
        assertThat(chinese.total()).isEqualTo(2);
        assertThat(chinese.whereUnknown()).isEqualTo(1);
    }

    @Test
    void merged_researchers_count_once_from_then_on_and_twice_before() {
        ledger.person("a").person("b").at("a", "alpha", "2018", null).at("b", "alpha", "2018", null);
        long before = ledger.events.head();
        ledger.and(new ResearcherMerged(Ledger.who("b"), Ledger.who("a"), Remarks.because("one person")));
        assertThat(ledger.cells(COUNTRY, "2019")).isEqualTo("US 1");
        assertThat(ledger.known(before).members(View.EVERYONE).orElseThrow()).hasSize(2);
    }

    @Test
    void a_retracted_spell_is_still_there_before_and_gone_after() {
        ledger.person("a").at("a", "alpha", "2018", null);
        long before = ledger.events.head();
        ledger.and(new AffiliationRetracted(Ledger.who("a"), new SpellId("a@alpha"), Remarks.because("a namesake")));
        assertThat(ledger.by(COUNTRY, "2019").unobserved()).isEqualTo(1);
        assertThat(ledger.known(before).spells().of(0)).hasSize(1);
        assertThat(ledger.now().states().spells(0)).isEmpty();
    }

    /** The ledger's events are recorded 30 days apart from 2018-03-01 on: the last of them in June 2018. */
    @Test
    void an_answer_about_a_day_after_what_is_known_is_projected() {
        ledger.person("a").at("a", "alpha", "2018", null);
        assertThat(ledger.by(COUNTRY, "2017").asked().projected()).isFalse();
        assertThat(ledger.by(COUNTRY, "2025").asked().projected()).isTrue();
    }
}
