package dev.sojourn.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.analysis.question.Filter;
import dev.sojourn.analysis.survival.Survival;
import dev.sojourn.analysis.survival.Survival.Unit;
import dev.sojourn.event.CareerEvent.Cause;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.SpellEvent.AffiliationConfirmed;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Identity;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.time.Vantage;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lines read: time, at risk, gone, ended, censored. */
@DisplayName("How long people stayed, worked out by hand")
class SurvivalExamplesTest {

    private final Ledger ledger = new Ledger()
            .place("alpha", "US")
            .place("beta", "CN")
            .place("nowhere", null)
            .person("a");

    private Survival from2019To(String to) {
        return Survival.of(
                ledger.now(),
                new Survival.Question(
                        Ledger.everyone(Ledger.RULES),
                        Filter.parse("country:US"),
                        Vantage.day("2019"),
                        Vantage.day(to)));
    }

    private static String lines(Survival survival) {
        var lines = new StringBuilder();
        for (var risk : survival.table()) {
            lines.append("%d: %d %d %d %d; "
                    .formatted(risk.time(), risk.atRisk(), risk.gone(), risk.endedInAll(), risk.censored()));
        }
        return lines.toString().strip();
    }

    @Test
    void an_exit_of_which_only_the_year_is_known_counts_at_its_end() {
        ledger.at("a", "alpha", "2018", "2021").at("a", "beta", "2021", null);
        var survival = from2019To("2023");
        assertThat(survival.unit()).isEqualTo(Unit.YEARS);
        assertThat(lines(survival)).isEqualTo("0: 1 0 0 0; 1: 1 0 0 0; 2: 1 1 0 0;");
        assertThat(survival.median()).isEqualTo(2);
    }

    @Test
    void who_left_and_came_back_has_left() {
        ledger.at("a", "alpha", "2018", "2020").at("a", "beta", "2020", "2021");
        ledger.at("a", "back", "alpha", "2021", null, null, null, Role.RESEARCHER);
        assertThat(lines(from2019To("2023"))).isEqualTo("0: 1 0 0 0; 1: 1 1 0 0;");
    }

    @Test
    void between_dates_known_to_the_day_time_is_in_days() {
        ledger.at("a", "alpha", "2018", "2020-01-10").at("a", "beta", "2020-01-10", null);
        var survival = from2019To("2023");
        assertThat(survival.unit()).isEqualTo(Unit.DAYS);
        assertThat(lines(survival)).isEqualTo("0: 1 0 0 0; 10: 1 1 0 0;");
    }

    /** An end nobody wrote down proves nothing: the last observation does, here in the second year. */
    @Test
    void who_is_not_seen_again_is_censored_when_last_observed() {
        ledger.at("a", "alpha", "2018", null);
        ledger.and(new AffiliationConfirmed(
                Ledger.who("a"), new SpellId("a@alpha"), LocalDate.of(2021, 6, 1), Remarks.NONE));
        ledger.person("b").at("b", "alpha", "2018-02", null);
        ledger.person("c").at("c", "alpha", "2018", "2020").at("c", "beta", "2020", null);
        var survival = from2019To("2023");
        assertThat(lines(survival)).isEqualTo("0: 3 0 0 1; 1: 2 1 0 0; 2: 1 0 0 1;");
        assertThat(survival.table().get(2).partly()).isEqualTo(1);
    }

    /** The stay ended on 1 January 2021, so 31 December 2020 is the last day known: one year. */
    @Test
    void after_a_written_end_nobody_is_known_to_be_there() {
        ledger.at("a", "alpha", "2018", "2021");
        assertThat(lines(from2019To("2023"))).isEqualTo("0: 1 0 0 0; 1: 1 0 0 1;");
    }

    @Test
    void an_exit_behind_a_gap_counts_when_the_person_is_seen_elsewhere() {
        ledger.at("a", "alpha", "2018", "2020").at("a", "beta", "2022", null);
        var survival = from2019To("2023");
        assertThat(lines(survival)).isEqualTo("0: 1 0 0 0; 1: 1 0 0 0; 2: 1 0 0 0; 3: 1 1 0 0;");
        assertThat(survival.interval()).isEqualTo(1);
    }

    @Test
    void a_gap_after_which_the_person_is_there_again_is_no_exit() {
        ledger.at("a", "alpha", "2018", "2020");
        ledger.at("a", "back", "alpha", "2021", "2023", null, null, Role.RESEARCHER);
        assertThat(lines(from2019To("2025"))).isEqualTo("0: 1 0 0 0; 1: 1 0 0 0; 2: 1 0 0 0; 3: 1 0 0 1;");
    }

    @Test
    void a_place_whose_country_is_not_known_is_no_exit() {
        ledger.at("a", "alpha", "2018", "2020").at("a", "nowhere", "2020", null);
        assertThat(lines(from2019To("2023"))).isEqualTo("0: 1 0 0 1;");
    }

    @Test
    void death_and_leaving_research_are_exits_of_their_own() {
        ledger.at("a", "alpha", "2018", null).ended("a", Cause.DECEASED, "2021");
        var survival = from2019To("2023");
        assertThat(lines(survival)).isEqualTo("0: 1 0 0 0; 1: 1 0 0 0; 2: 1 0 1 0;");
        assertThat(survival.table().get(2).ended())
                .containsEntry(Cause.DECEASED, 1)
                .containsEntry(Cause.RETIRED, 0);
        assertThat(survival.estimates().get(2).share()).isEqualTo(1);
    }

    @Test
    void the_first_of_all_steps_counts_even_within_one_year() {
        ledger.at("a", "alpha", "2018", "2021-03").at("a", "beta", "2021-03", "2021-09");
        ledger.at("a", "back", "alpha", "2021-09", null, null, null, Role.RESEARCHER);
        assertThat(lines(from2019To("2023"))).isEqualTo("0: 1 0 0 0; 1: 1 0 0 0; 2: 1 1 0 0;");
    }

    @Test
    void what_happens_after_the_last_day_is_not_looked_at() {
        ledger.at("a", "alpha", "2018", "2023").at("a", "beta", "2023", null);
        told(LocalDate.of(2024, 1, 1));
        assertThat(lines(from2019To("2021"))).isEqualTo("0: 1 0 0 0; 731: 1 0 0 1;"); // 366 days of 2020, 365 of 2021
    }

    /** Told in 2018, a stay is to last until 2023: in 2021 nobody knows yet. */
    @Test
    void an_end_still_to_come_proves_nothing() {
        ledger.at("a", "alpha", "2018", "2023");
        assertThat(lines(from2019To("2021"))).isEqualTo("0: 1 0 0 1;");
    }

    /** One more event, recorded on a later day than all others. */
    private void told(LocalDate day) {
        ledger.events.append(
                new ResearcherRegistered(
                        Ledger.who("z"), new Identity(Names.of("z"), List.of(), null, List.of(), Map.of())),
                day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    @Test
    void a_last_day_before_the_first_is_refused() {
        assertThatThrownBy(() -> from2019To("2018")).isInstanceOf(IllegalArgumentException.class);
    }
}
