package dev.sojourn.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analysis.move.Moves;
import dev.sojourn.analysis.move.Moves.Pair;
import dev.sojourn.analysis.move.Moves.Returns;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.event.InstitutionEvent.HeadquartersMoved;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Role;
import dev.sojourn.time.Vantage;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Moves, coming back and return, worked out by hand")
class MovesExamplesTest {

    private final Ledger ledger =
            new Ledger().place("us", "US").place("cn", "CN").place("gb", "GB").person("a");

    private Moves byCountry(String to) {
        return Moves.of(
                ledger.now(),
                new Moves.Question(
                        Ledger.everyone(Ledger.RULES), Vantage.day("2019"), Vantage.day(to), Attribute.COUNTRY));
    }

    private void then(String place, String start, String end) {
        ledger.at("a", "a@" + place + start, place, start, end, null, null, Role.RESEARCHER);
    }

    /** US, CN, GB, US: three moves, of which the flow from 2019 to 2023 shows none. Home, CN, was a step of the way. */
    @Test
    void every_step_counts_where_a_flow_compares_the_ends_alone() {
        ledger.origin("a", "CN");
        then("us", "2018", "2020");
        then("cn", "2020", "2021");
        then("gb", "2021", "2022");
        then("us", "2022", null);
        var moves = byCountry("2023");
        assertThat(moves.moves()).isEqualTo(3);
        assertThat(moves.first()).containsExactly(new Pair("US", "CN", 1));
        assertThat(moves.steps())
                .containsExactly(new Pair("CN", "GB", 1), new Pair("GB", "US", 1), new Pair("US", "CN", 1));
        assertThat(moves.years()).isEqualTo(Map.of(2020, 1));
        assertThat(moves.circulated()).isEqualTo(1);
        assertThat(moves.circulatedThere()).isEqualTo(1);
        assertThat(moves.returns()).isEqualTo(new Returns(1, 1, 0, 0));
    }

    @Test
    void who_comes_back_and_leaves_again_has_circulated_but_is_not_there() {
        then("us", "2018", "2020");
        then("cn", "2020", "2021");
        then("us", "2021", "2022");
        then("gb", "2022", null);
        var moves = byCountry("2023");
        assertThat(moves.circulated()).isEqualTo(1);
        assertThat(moves.circulatedThere()).isZero();
        assertThat(moves.returns()).isEqualTo(new Returns(0, 0, 0, 1));
    }

    /** Nothing is known of 2020 and 2021, then GB: one move, in 2022. */
    @Test
    void a_gap_between_two_places_is_one_move_when_the_person_is_seen_again() {
        then("us", "2018", "2020");
        then("gb", "2022", null);
        var moves = byCountry("2023");
        assertThat(moves.first()).containsExactly(new Pair("US", "GB", 1));
        assertThat(moves.years()).isEqualTo(Map.of(2022, 1));
    }

    @Test
    void a_headquarters_move_is_nobodys_move_and_nobodys_return() {
        ledger.origin("a", "CN");
        then("us", "2018", null);
        ledger.and(new HeadquartersMoved(
                Ledger.institution("us"), new CountryCode("CN"), Ledger.date("2020"), Remarks.NONE));
        var moves = byCountry("2023");
        assertThat(moves.moved()).isZero();
        assertThat(moves.reclassified()).isEqualTo(1);
        assertThat(moves.returns()).isEqualTo(new Returns(1, 0, 0, 0));
    }

    @Test
    void another_institution_in_the_same_country_is_no_move_between_countries() {
        ledger.place("us2", "US");
        then("us", "2018", "2020");
        then("us2", "2020", null);
        assertThat(byCountry("2023").moves()).isZero();
    }

    @Test
    void who_is_nowhere_on_the_first_day_is_not_in_the_base() {
        then("us", "2020", null);
        var moves = byCountry("2023");
        assertThat(moves.total()).isEqualTo(1);
        assertThat(moves.base()).isZero();
    }
}
