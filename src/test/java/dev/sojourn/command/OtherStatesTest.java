package dev.sojourn.command;

import static dev.sojourn.command.Samples.LIN;
import static dev.sojourn.command.Samples.MIT;
import static dev.sojourn.command.Samples.PEKING;
import static dev.sojourn.command.Samples.WANG;
import static dev.sojourn.command.Samples.WHY;
import static dev.sojourn.command.Samples.date;
import static dev.sojourn.command.Samples.profile;
import static dev.sojourn.command.Samples.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.command.CohortCommand.AddMembers;
import dev.sojourn.command.CohortCommand.DefineCohort;
import dev.sojourn.command.CohortCommand.FreezeCohort;
import dev.sojourn.command.CohortCommand.RemoveMember;
import dev.sojourn.command.InstitutionCommand.ChangeParent;
import dev.sojourn.command.InstitutionCommand.CloseInstitution;
import dev.sojourn.command.InstitutionCommand.CorrectInstitution;
import dev.sojourn.command.InstitutionCommand.JoinGroup;
import dev.sojourn.command.InstitutionCommand.LeaveGroup;
import dev.sojourn.command.InstitutionCommand.MergeInstitution;
import dev.sojourn.command.InstitutionCommand.MoveHeadquarters;
import dev.sojourn.command.InstitutionCommand.RegisterInstitution;
import dev.sojourn.command.InstitutionCommand.RenameInstitution;
import dev.sojourn.command.InstitutionCommand.UndoInstitutionEvent;
import dev.sojourn.command.ReleaseCommand.PublishRelease;
import dev.sojourn.command.ReleaseCommand.WithdrawRelease;
import dev.sojourn.command.RuleViolation.Rule;
import dev.sojourn.command.rule.State;
import dev.sojourn.event.CohortEvent.CohortEventUndone;
import dev.sojourn.event.Event;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.GroupId;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.event.value.ResearcherId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Institutions, cohorts and releases")
class OtherStatesTest {

    private static final CountryCode GB = new CountryCode("GB");
    private static final GroupId SEVEN = new GroupId("magnificent-seven");
    private static final CohortId SAMPLE = new CohortId("sample");
    private static final ReleaseName ONE = new ReleaseName("tracker-1.0");

    /** Of one subject; each test has its own. */
    private State<Command, Event> state;

    @Test
    void an_institution_is_registered_once_and_the_same_again_is_told_from_another() {
        given(register(MIT)); // in the US
        assertRefused(Rule.NOTHING_CHANGES, register(MIT));
        assertRefused(Rule.INSTITUTION_EXISTS, new RegisterInstitution(MIT, profile("GB", null), Remarks.NONE));
        given(new CorrectInstitution(MIT, profile("FR", null), WHY));
        assertRefused(Rule.NOTHING_CHANGES, register(MIT)); // a package imported again after a correction
        assertRefused(Rule.NOTHING_CHANGES, new RegisterInstitution(MIT, profile("FR", null), Remarks.NONE));
    }

    @Test
    void an_institution_is_corrected_for_a_reason() {
        assertRefused(Rule.UNKNOWN_INSTITUTION, new CorrectInstitution(MIT, profile("GB", null), WHY));
        given(register(MIT));
        assertRefused(Rule.REASON_REQUIRED, new CorrectInstitution(MIT, profile("GB", null), Remarks.NONE));
        assertRefused(Rule.NOTHING_CHANGES, new CorrectInstitution(MIT, profile("US", null), WHY));
    }

    @Test
    void an_institution_changes_from_a_day_on_only_to_what_it_is_not() {
        given(register(MIT));
        assertRefused(Rule.NOTHING_CHANGES, hq("US", "2020"));
        given(hq("GB", "2020"));
        assertRefused(Rule.NOTHING_CHANGES, hq("GB", "2021"));
        assertRefused(Rule.NOTHING_CHANGES, hq("US", "2019")); // before the move it is there
        given(hq("US", "2022"), new RenameInstitution(MIT, Names.of("New"), date("2020"), Remarks.NONE));
        assertRefused(Rule.NOTHING_CHANGES, new RenameInstitution(MIT, Names.of("New"), date("2021"), Remarks.NONE));
        assertRefused(Rule.NOTHING_CHANGES, new ChangeParent(MIT, null, date("2020"), Remarks.NONE));
        given(new ChangeParent(MIT, PEKING, date("2020"), Remarks.NONE));
        assertRefused(Rule.NOTHING_CHANGES, new ChangeParent(MIT, PEKING, date("2021"), Remarks.NONE));
        given(new ChangeParent(MIT, null, date("2021"), Remarks.NONE));
    }

    @Test
    void an_institution_merges_once_for_a_reason_and_does_not_change_afterwards() {
        given(register(MIT));
        assertRefused(Rule.REASON_REQUIRED, new MergeInstitution(MIT, PEKING, date("2020"), Remarks.NONE));
        given(new MergeInstitution(MIT, PEKING, date("2020"), WHY));
        assertRefused(Rule.INSTITUTION_MERGED, new MergeInstitution(MIT, PEKING, date("2021"), WHY));
        assertRefused(Rule.INSTITUTION_MERGED, hq("GB", "2021"));
        given(hq("GB", "2020")); // some day of 2020 may have been before the merger
    }

    @Test
    void an_institution_has_no_other_name_or_parent_or_seat_from_the_day_of_its_merger_on() {
        given(register(MIT), new MergeInstitution(MIT, PEKING, date("2020-07-01"), WHY));
        assertRefused(Rule.INSTITUTION_MERGED, hq("GB", "2020-07-01")); // the first day on which it is gone
        assertRefused(Rule.INSTITUTION_MERGED, new RenameInstitution(MIT, Names.of("New"), date("2021"), Remarks.NONE));
        assertRefused(Rule.INSTITUTION_MERGED, new ChangeParent(MIT, PEKING, date("2021"), Remarks.NONE));
        given(hq("GB", "2020-06-30"));
        assertRefused(Rule.NOTHING_CHANGES, hq("GB", "2020-06-30")); // the same on the very same day
    }

    @Test
    void an_institution_closes_once_and_does_not_change_from_that_day_on() {
        given(register(MIT), new CloseInstitution(MIT, date("2020-07"), Remarks.NONE));
        assertRefused(Rule.INSTITUTION_CLOSED, new CloseInstitution(MIT, date("2019"), Remarks.NONE));
        assertRefused(Rule.INSTITUTION_CLOSED, hq("GB", "2020-07-31")); // closed on any reading of 2020-07
        assertRefused(Rule.INSTITUTION_CLOSED, new RenameInstitution(MIT, Names.of("New"), date("2021"), Remarks.NONE));
        assertRefused(Rule.INSTITUTION_CLOSED, new MergeInstitution(MIT, PEKING, date("2021"), WHY));
        given(hq("GB", "2020-07-30"), new MergeInstitution(MIT, PEKING, date("2020"), WHY));
    }

    @Test
    void an_institution_that_went_on_as_another_does_not_close_after_it() {
        given(register(MIT), new MergeInstitution(MIT, PEKING, date("2020-07-01"), WHY));
        assertRefused(Rule.INSTITUTION_MERGED, new CloseInstitution(MIT, date("2020-07-01"), Remarks.NONE));
    }

    @Test
    void a_closing_that_is_undone_can_be_recorded_anew() {
        given(register(MIT), new CloseInstitution(MIT, date("2019"), Remarks.NONE));
        given(new UndoInstitutionEvent(MIT, 1, WHY), hq("GB", "2021"));
        given(new CloseInstitution(MIT, date("2022"), Remarks.NONE));
        assertRefused(Rule.INSTITUTION_CLOSED, hq("CN", "2023"));
    }

    @Test
    void an_institution_is_in_a_group_once_at_a_time() {
        given(register(MIT));
        assertRefused(Rule.NOT_IN_GROUP, new LeaveGroup(MIT, SEVEN, date("2020"), Remarks.NONE));
        given(new JoinGroup(MIT, SEVEN, date("2019"), Remarks.NONE));
        assertRefused(Rule.ALREADY_IN_GROUP, new JoinGroup(MIT, SEVEN, date("2020"), Remarks.NONE));
        assertRefused(Rule.ENDS_BEFORE_START, new LeaveGroup(MIT, SEVEN, date("2018"), Remarks.NONE));
        given(
                new LeaveGroup(MIT, SEVEN, date("2020"), Remarks.NONE),
                new JoinGroup(MIT, SEVEN, null, Remarks.NONE),
                new LeaveGroup(MIT, SEVEN, date("1990"), Remarks.NONE)); // had joined for all days
    }

    @Test
    void a_cohort_is_defined_once_and_everyone_is_there_already() {
        assertRefused(Rule.UNKNOWN_COHORT, add(LIN));
        assertRefused(Rule.COHORT_EXISTS, define("everyone"));
        given(define("sample"));
        assertRefused(Rule.COHORT_EXISTS, define("sample"));
    }

    @Test
    void a_cohort_has_each_member_once() {
        given(define("sample"), add(LIN));
        assertRefused(Rule.ALREADY_MEMBER, add(WANG, LIN));
        assertRefused(Rule.ALREADY_MEMBER, add(WANG, WANG));
        assertRefused(Rule.NOT_A_MEMBER, new RemoveMember(SAMPLE, WANG, Remarks.NONE));
        given(new RemoveMember(SAMPLE, LIN, Remarks.NONE), add(LIN, WANG));
        assertThatThrownBy(() -> add()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_cohort_is_final_once_frozen_until_that_is_undone() {
        given(define("sample"), new FreezeCohort(SAMPLE, Remarks.NONE)); // events 0 and 1
        assertRefused(Rule.COHORT_FROZEN, add(LIN));
        assertRefused(Rule.COHORT_FROZEN, new RemoveMember(SAMPLE, LIN, Remarks.NONE));
        assertRefused(Rule.COHORT_FROZEN, new FreezeCohort(SAMPLE, Remarks.NONE));
        state.on(new CohortEventUndone(SAMPLE, 1, WHY));
        given(add(LIN));
    }

    @Test
    void a_cohort_does_not_have_members_whose_adding_was_undone() {
        given(define("sample"), add(LIN)); // events 0 and 1
        state.on(new CohortEventUndone(SAMPLE, 1, WHY));
        assertRefused(Rule.NOT_A_MEMBER, new RemoveMember(SAMPLE, LIN, Remarks.NONE));
        given(add(LIN));
    }

    @Test
    void a_release_is_published_once_and_withdrawn_once_for_a_reason() {
        var publish = new PublishRelease(ONE, "Tracker", 0, "article", Map.of(), Remarks.NONE);
        assertRefused(Rule.UNKNOWN_RELEASE, new WithdrawRelease(ONE, WHY));
        given(publish);
        assertRefused(Rule.RELEASE_EXISTS, publish);
        assertRefused(Rule.REASON_REQUIRED, new WithdrawRelease(ONE, Remarks.NONE));
        given(new WithdrawRelease(ONE, WHY));
        assertRefused(Rule.NOTHING_CHANGES, new WithdrawRelease(ONE, WHY));
        assertRefused(Rule.RELEASE_EXISTS, publish);
    }

    private static MoveHeadquarters hq(String country, String from) {
        return new MoveHeadquarters(
                MIT, country.equals("GB") ? GB : new CountryCode(country), date(from), Remarks.NONE);
    }

    private static DefineCohort define(String id) {
        return new DefineCohort(new CohortId(id), "Sample", "NeurIPS", 2019, "at random", "us", Remarks.NONE);
    }

    private static AddMembers add(ResearcherId... researchers) {
        return new AddMembers(SAMPLE, List.of(researchers), Remarks.NONE);
    }

    private void given(Command... commands) {
        for (var command : commands) {
            of(command).decide(command).forEach(state::on);
        }
    }

    private void assertRefused(Rule rule, Command command) {
        assertThatThrownBy(() -> of(command).decide(command))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.rule())
                        .isEqualTo(rule));
    }

    private State<Command, Event> of(Command command) {
        if (state == null) {
            state = State.of(command.subject());
        }
        return state;
    }
}
