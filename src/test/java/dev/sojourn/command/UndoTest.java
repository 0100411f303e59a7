package dev.sojourn.command;

import static dev.sojourn.command.Samples.CLOCK;
import static dev.sojourn.command.Samples.LIN;
import static dev.sojourn.command.Samples.MIT;
import static dev.sojourn.command.Samples.ORCID;
import static dev.sojourn.command.Samples.PEKING;
import static dev.sojourn.command.Samples.WANG;
import static dev.sojourn.command.Samples.WHY;
import static dev.sojourn.command.Samples.claim;
import static dev.sojourn.command.Samples.date;
import static dev.sojourn.command.Samples.end;
import static dev.sojourn.command.Samples.profile;
import static dev.sojourn.command.Samples.record;
import static dev.sojourn.command.Samples.register;
import static dev.sojourn.command.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sojourn.command.CohortCommand.AddMembers;
import dev.sojourn.command.CohortCommand.DefineCohort;
import dev.sojourn.command.CohortCommand.FreezeCohort;
import dev.sojourn.command.IdentityCommand.LinkIdentifier;
import dev.sojourn.command.IdentityCommand.UnlinkIdentifier;
import dev.sojourn.command.InstitutionCommand.ChangeParent;
import dev.sojourn.command.ReleaseCommand.PublishRelease;
import dev.sojourn.command.ReleaseCommand.WithdrawRelease;
import dev.sojourn.command.RuleViolation.Rule;
import dev.sojourn.command.SpellCommand.RetractAffiliation;
import dev.sojourn.command.curation.Curation;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.store.LedgerStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An undo")
class UndoTest {

    private static final CohortId SAMPLE = new CohortId("sample");
    private static final ReleaseName FIRST = new ReleaseName("first");

    @TempDir
    Path directory;

    private LedgerStore store;
    private Curation curation;
    private int sent;

    @BeforeEach
    void open() {
        store = LedgerStore.open(directory, CLOCK);
        curation = Curation.open(store, directory, CLOCK);
    }

    @AfterEach
    void close() {
        curation.close();
        store.close();
    }

    @Test
    void of_an_event_that_nothing_needs_takes_it_back_and_says_which_it_undoes() {
        given(register(MIT), register(LIN), record(LIN, "s1", claim(MIT, "2019", null))); // positions 1, 2, 3
        given(undo(3));
        assertThat(store.at(4).header().undoes()).isEqualTo(3);
        given(record(LIN, "s1", claim(MIT, "2020", null))); // the id is free again
    }

    @Test
    void needs_a_reason() {
        given(register(LIN));
        assertThat(refused(Undo.of(LIN, 0, Remarks.NONE)).rule()).isEqualTo(Rule.REASON_REQUIRED);
    }

    @Test
    void of_an_event_that_later_ones_of_the_same_subject_need_lists_them_with_the_rule_each_would_break() {
        given(register(MIT), register(LIN), record(LIN, "s1", claim(MIT, "2019", null)), end(LIN, "s1", "2021"));
        given(new RetractAffiliation(LIN, new SpellId("s1"), WHY));
        var refused = refused(undo(3));
        assertThat(refused.rule()).isEqualTo(Rule.STANDS_IN_THE_WAY);
        assertThat(refused.inTheWay().stream().map(at -> at.sequence() + " " + at.event() + " " + at.rule()))
                .containsExactly("2 AffiliationEnded UNKNOWN_SPELL", "3 AffiliationRetracted UNKNOWN_SPELL");
        assertThat(curation.undoing().plan(3)).contains(List.of(5L, 4L, 3L));
    }

    @Test
    void of_a_registration_lists_who_names_the_institution() {
        given(register(MIT), register(LIN), record(LIN, "s1", claim(MIT, "2019", null)));
        given(register(PEKING), new ChangeParent(PEKING, MIT, date("2020"), Remarks.NONE));
        var refused = refused(undo(1));
        assertThat(refused.inTheWay().stream().map(at -> at.subject() + " " + at.sequence() + " " + at.event()))
                .containsExactlyInAnyOrder("lin 1 AffiliationRecorded", "peking 1 ParentChanged");
        assertThat(curation.undoing().plan(1)).contains(List.of(5L, 3L, 1L));
        given(undo(3), undo(5), undo(1));
        assertThat(refused(record(LIN, "s1", claim(MIT, "2019", null))).rule()).isEqualTo(Rule.UNKNOWN_INSTITUTION);
    }

    @Test
    void of_a_persons_registration_takes_the_person_out_of_cohorts_first() {
        given(register(LIN), cohort(), new AddMembers(SAMPLE, List.of(LIN), Remarks.NONE));
        assertThat(refused(undo(1)).inTheWay().stream().map(Obstacle::event)).containsExactly("MembersAdded");
        undoTogether(curation.undoing().plan(1).orElseThrow());
        assertThat(store.head()).isEqualTo(5);
        assertThat(refused(new AddMembers(SAMPLE, List.of(LIN), Remarks.NONE)).rule())
                .isEqualTo(Rule.UNKNOWN_RESEARCHER);
    }

    @Test
    void of_a_registration_plans_the_persons_own_events_and_those_of_others() {
        given(register(LIN), register(MIT), record(LIN, "s1", claim(MIT, "2019", null))); // positions 1, 2, 3
        given(cohort(), new AddMembers(SAMPLE, List.of(LIN), Remarks.NONE)); // 4, 5
        given(new FreezeCohort(SAMPLE, Remarks.NONE)); // 6
        assertThat(curation.undoing().plan(1)).contains(List.of(3L, 6L, 5L, 1L));
        undoTogether(List.of(3L, 6L, 5L, 1L));
    }

    @Test
    void of_a_membership_waits_for_the_undo_of_the_freezing() {
        given(register(LIN), cohort(), new AddMembers(SAMPLE, List.of(LIN), Remarks.NONE));
        given(new FreezeCohort(SAMPLE, Remarks.NONE));
        assertThat(refused(undo(3)).inTheWay().stream().map(at -> at.event() + " " + at.rule()))
                .containsExactly("CohortFrozen COHORT_FROZEN");
        given(undo(4), undo(3));
    }

    @Test
    void happens_once_and_its_own_undo_brings_the_event_back() {
        given(register(MIT), register(LIN), record(LIN, "s1", claim(MIT, "2019", null)));
        given(undo(3));
        assertThat(refused(undo(3)).rule()).isEqualTo(Rule.ALREADY_UNDONE);
        given(undo(4));
        given(end(LIN, "s1", "2021"));
        assertThat(refused(undo(4)).rule()).isEqualTo(Rule.ALREADY_UNDONE);
    }

    @Test
    void of_an_undo_is_refused_where_the_spell_was_recorded_again_since() {
        given(register(MIT), register(LIN), record(LIN, "s1", claim(MIT, "2019", null)));
        given(undo(3));
        given(record(LIN, "s1", claim(MIT, "2020", null)));
        assertThat(refused(undo(4)).inTheWay().stream().map(at -> at.sequence() + " " + at.rule()))
                .containsExactly("3 SPELL_EXISTS");
    }

    @Test
    void of_an_unlinking_is_refused_where_the_identifier_is_anothers_by_now() {
        given(register(LIN, ORCID), register(WANG), new UnlinkIdentifier(LIN, ORCID, Remarks.NONE));
        given(new LinkIdentifier(WANG, ORCID, Remarks.NONE));
        assertThat(refused(undo(3)).rule()).isEqualTo(Rule.IDENTIFIER_TAKEN);
        given(undo(4), undo(3));
        assertThat(refused(new LinkIdentifier(WANG, ORCID, Remarks.NONE)).rule())
                .isEqualTo(Rule.IDENTIFIER_TAKEN);
    }

    @Test
    void leaves_alone_what_the_subject_once_had_and_another_has_by_now() {
        given(register(LIN, ORCID), register(WANG), register(MIT), record(LIN, "s1", claim(MIT, "2019", null)));
        given(new UnlinkIdentifier(LIN, ORCID, Remarks.NONE), new LinkIdentifier(WANG, ORCID, Remarks.NONE));
        given(undo(4)); // the stay, which has nothing to do with it
        assertThat(refused(new LinkIdentifier(LIN, ORCID, Remarks.NONE)).rule()).isEqualTo(Rule.IDENTIFIER_TAKEN);
    }

    @Test
    void of_a_change_of_parent_makes_no_circle_of_the_parent_before() {
        given(register(MIT), new InstitutionCommand.RegisterInstitution(PEKING, profile("CN", MIT), Remarks.NONE));
        given(new ChangeParent(PEKING, null, date("2020"), Remarks.NONE)); // position 3
        given(new ChangeParent(MIT, PEKING, date("2021"), Remarks.NONE));
        assertThat(refused(undo(3)).rule()).isEqualTo(Rule.PARENT_CYCLE);
    }

    @Test
    void takes_back_a_withdrawal_but_no_publication() {
        given(register(LIN), new PublishRelease(FIRST, "First", 1, "standard", Map.of(), Remarks.NONE));
        assertThat(refused(undo(2)).rule()).isEqualTo(Rule.NOT_UNDOABLE);
        given(new WithdrawRelease(FIRST, WHY));
        given(undo(3));
        given(new WithdrawRelease(FIRST, WHY));
    }

    @Test
    void of_several_is_all_or_nothing_and_answers_the_same_again_under_its_key() {
        given(register(MIT), register(LIN), record(LIN, "s1", claim(MIT, "2019", null)), end(LIN, "s1", "2021"));
        assertThatThrownBy(() -> curation.undoing().undo(List.of(4L, 1L, 3L), WHY, "kim", "plan", false))
                .isInstanceOf(RuleViolation.class);
        assertThat(store.head()).isEqualTo(4);
        var receipt = curation.undoing().undo(List.of(4L, 3L, 1L), WHY, "kim", "plan", false);
        assertThat(receipt.positions()).containsExactly(5L, 6L, 7L);
        assertThat(curation.undoing()
                        .undo(List.of(4L, 3L, 1L), WHY, "kim", "plan", false)
                        .positions())
                .isEqualTo(receipt.positions());
        assertThatThrownBy(() -> curation.undoing().undo(List.of(2L), WHY, "kim", "plan", false))
                .isInstanceOf(CommandIdReused.class);
        assertThat(store.head()).isEqualTo(7);
    }

    private void given(Command... commands) {
        for (var command : commands) {
            curation.send(request("c" + sent++, command));
        }
    }

    private RuleViolation refused(Command command) {
        long head = store.head();
        var refusal = catchThrowableOfType(RuleViolation.class, () -> curation.send(request("c" + sent++, command)));
        assertThat(refusal).as("refusal of %s", command).isNotNull();
        assertThat(store.head()).isEqualTo(head);
        return refusal;
    }

    private void undoTogether(List<Long> positions) {
        curation.undoing().undo(positions, WHY, "kim", "together-" + sent++, false);
    }

    private Command undo(long position) {
        return curation.undoing().command(position, WHY);
    }

    private static DefineCohort cohort() {
        return new DefineCohort(SAMPLE, "A sample", "all", 2019, "by hand", "us", Remarks.NONE);
    }
}
