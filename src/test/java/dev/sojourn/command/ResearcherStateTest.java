package dev.sojourn.command;

import static dev.sojourn.command.Samples.LIN;
import static dev.sojourn.command.Samples.MIT;
import static dev.sojourn.command.Samples.ORCID;
import static dev.sojourn.command.Samples.PEKING;
import static dev.sojourn.command.Samples.WANG;
import static dev.sojourn.command.Samples.WHY;
import static dev.sojourn.command.Samples.because;
import static dev.sojourn.command.Samples.claim;
import static dev.sojourn.command.Samples.date;
import static dev.sojourn.command.Samples.end;
import static dev.sojourn.command.Samples.move;
import static dev.sojourn.command.Samples.record;
import static dev.sojourn.command.Samples.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.command.CareerCommand.EndCareer;
import dev.sojourn.command.CareerCommand.RecordSearchedNotFound;
import dev.sojourn.command.CareerCommand.ResumeCareer;
import dev.sojourn.command.EducationCommand.CorrectEducation;
import dev.sojourn.command.EducationCommand.RecordEducation;
import dev.sojourn.command.EducationCommand.RetractEducation;
import dev.sojourn.command.IdentityCommand.ChangeNames;
import dev.sojourn.command.IdentityCommand.LinkIdentifier;
import dev.sojourn.command.IdentityCommand.UnlinkIdentifier;
import dev.sojourn.command.RuleViolation.Rule;
import dev.sojourn.command.SpellCommand.ConfirmAffiliation;
import dev.sojourn.command.SpellCommand.CorrectAffiliation;
import dev.sojourn.command.SpellCommand.RecordAffiliation;
import dev.sojourn.command.SpellCommand.RetractAffiliation;
import dev.sojourn.command.rule.ResearcherState;
import dev.sojourn.event.CareerEvent.Cause;
import dev.sojourn.event.IdentityEvent.PersonErased;
import dev.sojourn.event.IdentityEvent.ResearcherMerged;
import dev.sojourn.event.IdentityEvent.ResearcherUnmerged;
import dev.sojourn.event.ResearcherEvent.ResearcherEventUndone;
import dev.sojourn.event.SpellEvent.AffiliationConfirmed;
import dev.sojourn.event.SpellEvent.AffiliationCorrected;
import dev.sojourn.event.SpellEvent.AffiliationEnded;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.SpellEvent.AffiliationRetracted;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.Degree;
import dev.sojourn.event.value.EducationId;
import dev.sojourn.event.value.Evidence;
import dev.sojourn.event.value.Kind;
import dev.sojourn.event.value.Level;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.SpellId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A researcher")
class ResearcherStateTest {

    private static final SpellId S1 = new SpellId("s1");
    private static final EducationId BA = new EducationId("ba");
    private static final Degree IN_CHINA =
            new Degree(Level.BACHELOR, null, new CountryCode("CN"), date("2005"), date("2009"));

    private final ResearcherState lin = new ResearcherState();

    @Test
    void is_registered_once() {
        assertRefused(Rule.UNKNOWN_RESEARCHER, record(LIN, "s1", claim(MIT, "2019", null)));
        given(register(LIN));
        assertRefused(Rule.RESEARCHER_EXISTS, register(LIN));
    }

    @Test
    void changes_names_only_to_other_ones() {
        given(register(LIN)); // as Somebody
        assertRefused(Rule.NOTHING_CHANGES, new ChangeNames(LIN, Names.of("Somebody"), Remarks.NONE));
        given(new ChangeNames(LIN, Names.of("Lin"), Remarks.NONE));
        assertRefused(Rule.NOTHING_CHANGES, new ChangeNames(LIN, Names.of("Lin"), Remarks.NONE));
    }

    @Test
    void loses_only_identifiers_that_were_linked() {
        given(register(LIN));
        assertRefused(Rule.UNKNOWN_IDENTIFIER, new UnlinkIdentifier(LIN, ORCID, Remarks.NONE));
        given(new LinkIdentifier(LIN, ORCID, Remarks.NONE));
        assertRefused(Rule.NOTHING_CHANGES, new LinkIdentifier(LIN, ORCID, Remarks.NONE));
        given(new UnlinkIdentifier(LIN, ORCID, Remarks.NONE), new LinkIdentifier(LIN, ORCID, Remarks.NONE));
    }

    @Test
    void is_recorded_elsewhere_while_merged() {
        given(register(LIN));
        lin.on(new ResearcherMerged(LIN, WANG, WHY));
        assertRefused(Rule.RESEARCHER_MERGED, record(LIN, "s1", claim(MIT, "2019", null)));
        lin.on(new ResearcherUnmerged(LIN, WHY));
        given(record(LIN, "s1", claim(MIT, "2019", null)));
    }

    @Test
    void is_not_recorded_any_more_once_erased() {
        given(register(LIN));
        lin.on(new PersonErased(LIN, WHY));
        assertRefused(Rule.RESEARCHER_ERASED, record(LIN, "s1", claim(MIT, "2019", null)));
    }

    @Test
    void has_a_spell_only_once_but_may_have_a_retracted_one_again() {
        givenLinAtMitSince2019();
        assertRefused(Rule.SPELL_EXISTS, record(LIN, "s1", claim(PEKING, "2019", null)));
        given(new RetractAffiliation(LIN, S1, WHY));
        assertRefused(Rule.UNKNOWN_SPELL, end(LIN, "s1", "2020"));
        given(record(LIN, "s1", claim(PEKING, "2019", null)));
    }

    @Test
    void leaves_a_place_once_and_not_before_coming() {
        givenLinAtMitSince2019();
        assertRefused(Rule.UNKNOWN_SPELL, end(LIN, "s7", "2020"));
        assertRefused(Rule.ENDS_BEFORE_START, end(LIN, "s1", "2018"));
        assertThat(lin.decide(end(LIN, "s1", "2019"))) // the same year may be right
                .containsExactly(new AffiliationEnded(LIN, S1, date("2019"), null, Remarks.NONE));
        given(end(LIN, "s1", "2021"));
        assertRefused(Rule.ALREADY_ENDED, end(LIN, "s1", "2022"));
    }

    @Test
    void may_hold_posts_side_by_side() {
        givenLinAtMitSince2019();
        given(record(LIN, "s2", claim(PEKING, "2019", null)), record(LIN, "s3", claim(MIT, "2020", null)));
    }

    @Test
    void is_corrected_for_a_reason_and_keeps_the_spell_s_id() {
        givenLinAtMitSince2019();
        var since2018 = claim(MIT, "2018", null);
        assertRefused(Rule.REASON_REQUIRED, new CorrectAffiliation(LIN, S1, since2018, null, Titled.NONE));
        assertRefused(Rule.REASON_REQUIRED, new RetractAffiliation(LIN, S1, Remarks.because(" ")));
        assertRefused(
                Rule.NOTHING_CHANGES, new CorrectAffiliation(LIN, S1, claim(MIT, "2019", null), null, because("why")));
        assertRefused(
                Rule.UNKNOWN_SPELL, new CorrectAffiliation(LIN, new SpellId("s7"), since2018, null, because("why")));
        assertThat(lin.decide(new CorrectAffiliation(LIN, S1, since2018, null, because("why"))))
                .containsExactly(new AffiliationCorrected(LIN, S1, since2018, null, because("why")));
    }

    @Test
    void may_be_corrected_to_an_end_after_it_was_ended_wrongly() {
        givenLinAtMitSince2019();
        given(
                end(LIN, "s1", "2021"),
                new CorrectAffiliation(LIN, S1, claim(MIT, "2019", null), null, because("still there")),
                end(LIN, "s1", "2023"));
    }

    @Test
    void moves_on_the_day_the_old_stay_ends_unless_the_new_one_says_otherwise() {
        givenLinAtMitSince2019();
        var meeting = lin.decide(move(LIN, "s1", "2021-09", "s2", claim(PEKING, null, null)));
        assertThat(meeting)
                .containsExactly(
                        new AffiliationEnded(LIN, S1, date("2021-09"), null, Remarks.NONE),
                        new AffiliationRecorded(
                                LIN, new SpellId("s2"), claim(PEKING, "2021-09", null), null, Titled.NONE));
        var apart = lin.decide(move(LIN, "s1", "2021", "s2", claim(PEKING, "2022", null)));
        assertThat(((AffiliationRecorded) apart.get(1)).claim().start()).isEqualTo(date("2022"));
        var fromStart = lin.decide(move(LIN, "s1", null, "s2", claim(PEKING, "2022", null)));
        assertThat(((AffiliationEnded) fromStart.get(0)).end()).isEqualTo(date("2022"));
    }

    @Test
    void does_not_move_to_where_they_are_nor_from_where_they_are_not() {
        givenLinAtMitSince2019();
        assertRefused(Rule.ALREADY_THERE, move(LIN, "s1", "2021", "s2", claim(MIT, null, null)));
        assertRefused(Rule.UNKNOWN_SPELL, move(LIN, "s7", "2021", "s2", claim(PEKING, null, null)));
        assertRefused(Rule.SPELL_EXISTS, move(LIN, "s1", "2021", "s1", claim(PEKING, null, null)));
        assertRefused(Rule.ENDS_BEFORE_START, move(LIN, "s1", "2018", "s2", claim(PEKING, null, null)));
        given(end(LIN, "s1", "2020"));
        assertRefused(Rule.ALREADY_ENDED, move(LIN, "s1", "2021", "s2", claim(PEKING, null, null)));
        assertThatThrownBy(() -> move(LIN, "s1", null, "s2", claim(PEKING, null, null)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void was_observed_on_the_latest_day_of_the_evidence_unless_a_day_is_given() {
        given(register(LIN));
        var june = LocalDate.of(2020, 6, 1);
        var may = LocalDate.of(2020, 5, 1);
        var seen = new Titled(null, null, List.of(evidence(may), evidence(june), evidence(may)), Map.of());

        assertThat(observed(new RecordAffiliation(LIN, S1, claim(MIT, "2019", null), null, seen)))
                .isEqualTo(june);
        assertThat(observed(new RecordAffiliation(LIN, S1, claim(MIT, "2019", null), may, seen)))
                .isEqualTo(may);
        assertThat(observed(record(LIN, "s1", claim(MIT, "2019", null)))).isNull();
    }

    @Test
    void is_confirmed_on_a_day() {
        givenLinAtMitSince2019();
        var day = LocalDate.of(2024, 2, 29);
        assertThat(lin.decide(new ConfirmAffiliation(LIN, S1, day, Remarks.NONE)))
                .containsExactly(new AffiliationConfirmed(LIN, S1, day, Remarks.NONE));
        assertRefused(Rule.UNKNOWN_SPELL, new ConfirmAffiliation(LIN, new SpellId("s7"), day, Remarks.NONE));
        assertThatThrownBy(() -> new ConfirmAffiliation(LIN, S1, null, Remarks.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void has_each_degree_once() {
        given(register(LIN));
        var in2010 = new Degree(Level.BACHELOR, null, new CountryCode("CN"), date("2005"), date("2010"));
        assertRefused(Rule.UNKNOWN_EDUCATION, new RetractEducation(LIN, BA, WHY));
        given(new RecordEducation(LIN, BA, IN_CHINA, Titled.NONE));
        assertRefused(Rule.EDUCATION_EXISTS, new RecordEducation(LIN, BA, in2010, Titled.NONE));
        assertRefused(Rule.REASON_REQUIRED, new CorrectEducation(LIN, BA, in2010, Titled.NONE));
        assertRefused(Rule.NOTHING_CHANGES, new CorrectEducation(LIN, BA, IN_CHINA, because("why")));
        assertRefused(Rule.REASON_REQUIRED, new RetractEducation(LIN, BA, Remarks.NONE));
        given(
                new CorrectEducation(LIN, BA, in2010, because("why")),
                new RetractEducation(LIN, BA, WHY),
                new RecordEducation(LIN, BA, IN_CHINA, Titled.NONE));
    }

    @Test
    void whose_career_was_resumed_cannot_resume_it_again() {
        given(register(LIN));
        given(
                new EndCareer(LIN, Cause.RETIRED, date("2020"), Remarks.NONE),
                new ResumeCareer(LIN, date("2021"), Remarks.NONE));
        assertRefused(Rule.CAREER_NOT_ENDED, new ResumeCareer(LIN, date("2022"), Remarks.NONE));
    }

    @Test
    void ends_a_career_and_may_come_back_or_die_later() {
        given(register(LIN));
        assertRefused(Rule.CAREER_NOT_ENDED, new ResumeCareer(LIN, date("2023"), Remarks.NONE));
        given(new EndCareer(LIN, Cause.RETIRED, date("2020"), Remarks.NONE));
        assertRefused(Rule.NOTHING_CHANGES, new EndCareer(LIN, Cause.RETIRED, date("2020"), Remarks.NONE));
        assertRefused(Rule.ENDS_BEFORE_START, new ResumeCareer(LIN, date("2019"), Remarks.NONE));
        given(
                new ResumeCareer(LIN, date("2021"), Remarks.NONE),
                new EndCareer(LIN, Cause.RETIRED, date("2022"), Remarks.NONE),
                new EndCareer(LIN, Cause.DECEASED, date("2024"), Remarks.NONE),
                new RecordSearchedNotFound(LIN, LocalDate.of(2025, 1, 1), Remarks.NONE));
    }

    @Test
    void reads_as_if_an_undone_event_had_never_been() {
        givenLinAtMitSince2019(); // 0 registered, 1 recorded
        given(end(LIN, "s1", "2021")); // 2
        lin.on(new ResearcherEventUndone(LIN, 2, WHY)); // 3
        assertThat(lin.sequence()).isEqualTo(3);
        assertThat(lin.decide(end(LIN, "s1", "2022"))).hasSize(1);
        lin.on(new ResearcherEventUndone(LIN, 3, WHY)); // 4: the undoing is undone
        assertRefused(Rule.ALREADY_ENDED, end(LIN, "s1", "2022"));
        lin.on(new ResearcherEventUndone(LIN, 1, WHY)); // 5
        assertRefused(Rule.UNKNOWN_SPELL, end(LIN, "s1", "2022"));
        lin.on(new ResearcherEventUndone(LIN, 0, WHY)); // 6
        assertRefused(Rule.UNKNOWN_RESEARCHER, end(LIN, "s1", "2022"));
    }

    @Test
    void is_retracted_for_a_reason_that_stands_in_the_event() {
        givenLinAtMitSince2019();
        assertThat(lin.decide(new RetractAffiliation(LIN, S1, WHY)))
                .containsExactly(new AffiliationRetracted(LIN, S1, WHY));
    }

    @Test
    void has_only_spells_retracted_that_are_recorded() {
        givenLinAtMitSince2019();
        assertRefused(Rule.UNKNOWN_SPELL, new RetractAffiliation(LIN, new SpellId("s7"), WHY));
    }

    @Test
    void moves_to_another_role_or_another_kind_of_post_at_the_same_place() {
        givenLinAtMitSince2019(); // as a researcher, of no stated kind
        var professor = new Claim(MIT, Role.FACULTY, null, null, null, null, Set.of());
        var visitor = new Claim(MIT, Role.RESEARCHER, Kind.VISITING, null, null, null, Set.of());
        assertThat(lin.decide(move(LIN, "s1", "2021", "s2", professor))).hasSize(2);
        assertThat(lin.decide(move(LIN, "s1", "2021", "s2", visitor))).hasSize(2);
    }

    @Test
    void is_warned_about_where_dates_or_stays_look_odd() {
        givenLinAtMitSince2019();
        assertThat(warned(claim(MIT, "2019", null))).containsExactly(Warning.Kind.SAME_CLAIM_AGAIN);
        assertThat(warned(claim(MIT, "2020", null))).containsExactly(Warning.Kind.OVERLAP_AT_ONE_INSTITUTION);
        assertThat(warned(claim(MIT, "2010", "2012"))).isEmpty();
        assertThat(warned(claim(PEKING, "2020", "2020"))).containsExactly(Warning.Kind.MAY_HOLD_ON_NO_DAY);
        assertThat(warned(claim(PEKING, "2026", null))).containsExactly(Warning.Kind.FUTURE_DATE);
        assertThat(warned(claim(PEKING, "2020", "2026"))).containsExactly(Warning.Kind.FUTURE_DATE);
        var tomorrow = LocalDate.of(2026, 1, 1);
        var checked = new AffiliationConfirmed(LIN, S1, tomorrow, Remarks.NONE);
        assertThat(lin.warnings(checked, tomorrow.minusDays(1)))
                .extracting(Warning::kind)
                .containsExactly(Warning.Kind.FUTURE_DATE);
        assertThat(lin.warnings(checked, tomorrow)).isEmpty();
    }

    /** The warnings about another stay, on the last day of 2025. */
    private List<Warning.Kind> warned(Claim claim) {
        return lin.decide(record(LIN, "s2", claim)).stream()
                .flatMap(event -> lin.warnings(event, LocalDate.of(2025, 12, 31)).stream())
                .map(Warning::kind)
                .toList();
    }

    private LocalDate observed(RecordAffiliation command) {
        return ((AffiliationRecorded) lin.decide(command).get(0)).observedOn();
    }

    private static Evidence evidence(LocalDate day) {
        return new Evidence(null, null, null, null, Evidence.Kind.HOMEPAGE, day);
    }

    private void givenLinAtMitSince2019() {
        given(register(LIN), record(LIN, "s1", claim(MIT, "2019", null)));
    }

    private void given(ResearcherCommand... commands) {
        for (var command : commands) {
            lin.decide(command).forEach(lin::on);
        }
    }

    private void assertRefused(Rule rule, ResearcherCommand command) {
        assertThatThrownBy(() -> lin.decide(command))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.rule())
                        .isEqualTo(rule));
    }
}
