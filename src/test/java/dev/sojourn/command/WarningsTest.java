package dev.sojourn.command;

import static dev.sojourn.command.Samples.LIN;
import static dev.sojourn.command.Samples.MIT;
import static dev.sojourn.command.Samples.PEKING;
import static dev.sojourn.command.Samples.claim;
import static dev.sojourn.command.Samples.date;
import static dev.sojourn.command.Samples.move;
import static dev.sojourn.command.Samples.record;
import static dev.sojourn.command.Samples.register;
import static dev.sojourn.command.Warning.Kind.FUTURE_DATE;
import static dev.sojourn.command.Warning.Kind.OBSERVED_OUTSIDE_STAY;
import static dev.sojourn.command.Warning.Kind.UNLIKELY_DATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.command.CareerCommand.EndCareer;
import dev.sojourn.command.CareerCommand.RecordSearchedNotFound;
import dev.sojourn.command.CohortCommand.DefineCohort;
import dev.sojourn.command.EducationCommand.RecordEducation;
import dev.sojourn.command.InstitutionCommand.MoveHeadquarters;
import dev.sojourn.command.RuleViolation.Rule;
import dev.sojourn.command.SpellCommand.ConfirmAffiliation;
import dev.sojourn.command.rule.State;
import dev.sojourn.event.CareerEvent.Cause;
import dev.sojourn.event.Event;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.Degree;
import dev.sojourn.event.value.EducationId;
import dev.sojourn.event.value.Evidence;
import dev.sojourn.event.value.Level;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.SpellId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** All on the last day of 2025. */
@DisplayName("What may be wrong though no rule forbids it")
class WarningsTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 12, 31);

    @Test
    void a_day_that_has_not_come_is_told_of_degrees_careers_searches_institutions_and_cohorts() {
        var lin = given(register(LIN));
        var tomorrow = TODAY.plusDays(1);
        assertThat(warned(lin, degree("2020", "2026"))).containsExactly(FUTURE_DATE);
        assertThat(warned(lin, degree("2020", "2025-12-31"))).isEmpty();
        assertThat(warned(lin, new EndCareer(LIN, Cause.RETIRED, date("2026-01"), Remarks.NONE)))
                .containsExactly(FUTURE_DATE);
        assertThat(warned(lin, new RecordSearchedNotFound(LIN, tomorrow, Remarks.NONE)))
                .containsExactly(FUTURE_DATE);
        assertThat(warned(lin, new RecordSearchedNotFound(LIN, TODAY, Remarks.NONE)))
                .isEmpty();
        assertThat(warned(
                        given(register(MIT)),
                        new MoveHeadquarters(MIT, new CountryCode("GB"), date("2026"), Remarks.NONE)))
                .containsExactly(FUTURE_DATE);
        assertThat(warned(State.of(new CohortId("c")), cohort(2026))).containsExactly(FUTURE_DATE);
        assertThat(warned(State.of(new CohortId("c")), cohort(2025))).isEmpty();
    }

    @Test
    void evidence_of_a_day_that_has_not_come_is_told_once() {
        var seen = new Evidence(null, null, null, null, Evidence.Kind.NEWS, TODAY.plusDays(1));
        var remarks = new Remarks(null, List.of(seen, seen), Map.of());
        assertThat(warned(given(register(LIN)), new EndCareer(LIN, Cause.RETIRED, null, remarks)))
                .containsExactly(FUTURE_DATE);
    }

    @Test
    void a_year_long_before_anybody_now_alive_is_told() {
        var lin = given(register(LIN));
        assertThat(warned(lin, record(LIN, "s", claim(MIT, "1019", null)))).containsExactly(UNLIKELY_DATE);
        assertThat(warned(lin, record(LIN, "s", claim(MIT, "1899", null)))).containsExactly(UNLIKELY_DATE);
        assertThat(warned(lin, record(LIN, "s", claim(MIT, "1900", null)))).isEmpty();
        assertThat(warned(lin, degree("0215", "2015"))).containsExactly(UNLIKELY_DATE);
    }

    @Test
    void a_stay_seen_before_its_start_or_after_its_end_is_told() {
        // From 2019 to 2021, both as years: 2018 is certainly before, all of 2019 and 2021 may be within.
        var lin = given(register(LIN), record(LIN, "s", claim(MIT, "2019", "2021")));
        assertThat(warned(lin, seen("2018-12-31"))).containsExactly(OBSERVED_OUTSIDE_STAY);
        assertThat(warned(lin, seen("2019-01-01"))).isEmpty();
        assertThat(warned(lin, seen("2021-12-31"))).isEmpty();
        assertThat(warned(lin, seen("2022-01-01"))).containsExactly(OBSERVED_OUTSIDE_STAY);
    }

    @Test
    void a_move_to_where_another_open_stay_already_is_is_refused_and_names_it() {
        var lin = given(
                register(LIN),
                record(LIN, "old", claim(MIT, "2019", null)),
                record(LIN, "there", claim(PEKING, "2020", null)));
        assertThatThrownBy(() -> lin.decide(move(LIN, "old", "2022", "new", claim(PEKING, null, null))))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> {
                    assertThat(refused.rule()).isEqualTo(Rule.ALREADY_THERE);
                    assertThat(refused.detail())
                            .contains("spell there is at peking")
                            .contains("end old");
                });
        var ended = given(
                register(LIN),
                record(LIN, "old", claim(MIT, "2019", null)),
                record(LIN, "before", claim(PEKING, "2010", "2012")));
        assertThat(ended.decide(move(LIN, "old", "2022", "new", claim(PEKING, null, null))))
                .as("who was there before and left can come back")
                .hasSize(2);
    }

    private static ConfirmAffiliation seen(String day) {
        return new ConfirmAffiliation(LIN, new SpellId("s"), LocalDate.parse(day), Remarks.NONE);
    }

    private static RecordEducation degree(String start, String end) {
        return new RecordEducation(
                LIN, new EducationId("d"), new Degree(Level.BACHELOR, MIT, null, date(start), date(end)), Titled.NONE);
    }

    private static DefineCohort cohort(int year) {
        return new DefineCohort(new CohortId("c"), "A cohort", null, year, null, null, Remarks.NONE);
    }

    private static State<Command, Event> given(Command... commands) {
        State<Command, Event> state = State.of(commands[0].subject());
        for (var command : commands) {
            state.decide(command).forEach(state::on);
        }
        return state;
    }

    private static List<Warning.Kind> warned(State<Command, Event> state, Command command) {
        return state.decide(command).stream()
                .flatMap(event -> state.warnings(event, TODAY).stream())
                .map(Warning::kind)
                .toList();
    }
}
