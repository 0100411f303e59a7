package dev.sojourn.command;

import static dev.sojourn.command.Samples.CLOCK;
import static dev.sojourn.command.Samples.LIN;
import static dev.sojourn.command.Samples.MIT;
import static dev.sojourn.command.Samples.PEKING;
import static dev.sojourn.command.Samples.WHY;
import static dev.sojourn.command.Samples.claim;
import static dev.sojourn.command.Samples.end;
import static dev.sojourn.command.Samples.move;
import static dev.sojourn.command.Samples.profile;
import static dev.sojourn.command.Samples.record;
import static dev.sojourn.command.Samples.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sojourn.command.InstitutionCommand.RegisterInstitution;
import dev.sojourn.command.ResearcherCommand.UndoResearcherEvent;
import dev.sojourn.command.ReviewCommand.ApproveReview;
import dev.sojourn.command.ReviewCommand.RejectReview;
import dev.sojourn.command.ReviewCommand.RequestReview;
import dev.sojourn.command.RuleViolation.Rule;
import dev.sojourn.command.curation.Curation;
import dev.sojourn.command.curation.ReviewPolicy;
import dev.sojourn.event.ResearcherEvent.ResearcherEventUndone;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.store.LedgerStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A review")
class ReviewTest {

    @TempDir
    Path directory;

    private LedgerStore store;
    private Curation curation;
    private int sent;

    @BeforeEach
    void open() {
        store = LedgerStore.open(directory, CLOCK);
        curation = Curation.open(store, directory, CLOCK);
        by("kim", register(MIT), register(LIN)); // lin's event 0 is the registration
    }

    @AfterEach
    void close() {
        curation.close();
        store.close();
    }

    @Test
    void is_asked_for_with_the_change_itself_in_one_transaction() {
        var receipt = curation.send(
                new Request(record(LIN, "s1", claim(MIT, "2019", null)), "kim", "c-review", null, null, true));
        assertThat(names(receipt)).containsExactly("AffiliationRecorded", "ReviewRequested");
        by("lee", approve(1));
        assertRefused(Rule.NOT_UNDER_REVIEW, "lee", approve(1));
        assertThat(names(by("kim", ask(1)))).containsExactly("ReviewRequested"); // not of the first asking, too
    }

    @Test
    void is_not_made_by_whoever_recorded_the_event() {
        by("kim", record(LIN, "s1", claim(MIT, "2019", null)), ask(1));
        assertRefused(Rule.REVIEW_BY_AUTHOR, "kim", approve(1));
        assertRefused(Rule.REVIEW_BY_AUTHOR, "kim", reject(1));
    }

    @Test
    void that_rejects_undoes_the_event_in_the_same_transaction() {
        by("kim", record(LIN, "s1", claim(MIT, "2019", null)), ask(1));
        assertThat(names(by("lee", reject(1)))).containsExactly("ReviewRejected", "ResearcherEventUndone");
        by("kim", record(LIN, "s1", claim(MIT, "2020", null))); // the id is free again
    }

    @Test
    void that_rejects_what_others_need_is_refused_whole() {
        by("kim", record(LIN, "s1", claim(MIT, "2019", null)), ask(1), end(LIN, "s1", "2021"));
        long head = store.head();
        assertThat(refused("lee", reject(1)).inTheWay().stream().map(Obstacle::event))
                .containsExactly("AffiliationEnded");
        assertThat(store.head()).isEqualTo(head);
    }

    @Test
    void needs_a_reason_to_reject_and_an_event_that_counts_and_is_asked_for_once() {
        by("kim", record(LIN, "s1", claim(MIT, "2019", null)), ask(1));
        assertRefused(Rule.REASON_REQUIRED, "lee", new RejectReview(LIN, 1, Remarks.NONE));
        assertRefused(Rule.NOTHING_CHANGES, "lee", ask(1));
        assertRefused(Rule.NOT_UNDER_REVIEW, "lee", approve(0));
        assertRefused(Rule.UNKNOWN_EVENT, "lee", ask(7));
        by("lee", reject(1));
        assertRefused(Rule.UNKNOWN_EVENT, "lee", ask(1)); // undone
    }

    @Test
    void is_asked_for_by_policy_where_a_move_leads_to_another_country() {
        var lab = new InstitutionId("lab");
        by("kim", new RegisterInstitution(PEKING, profile("CN", null), Remarks.NONE), register(lab));
        by("kim", record(LIN, "s1", claim(MIT, "2019", null)));
        curation.reviewing(new ReviewPolicy(Set.of(), true));
        assertThat(names(by("kim", move(LIN, "s1", "2020", "s2", claim(lab, null, null)))))
                .containsExactly("AffiliationEnded", "AffiliationRecorded"); // within the country
        assertThat(names(by("kim", move(LIN, "s2", "2021", "s3", claim(PEKING, null, null)))))
                .containsExactly("AffiliationEnded", "AffiliationRecorded", "ReviewRequested", "ReviewRequested");
        by("lee", approve(5)); // 0 registered, 1 recorded, 2 and 3 the first move, 4 and 5 the second
    }

    @Test
    void of_either_event_of_a_move_decides_about_both() {
        moveAndAsk();
        assertThat(names(by("lee", approve(2)))).containsExactly("ReviewApproved", "ReviewApproved");
        assertRefused(Rule.NOT_UNDER_REVIEW, "lee", approve(3));
    }

    @Test
    void that_rejects_either_event_of_a_move_takes_back_both() {
        moveAndAsk();
        var receipt = by("lee", reject(3));
        assertThat(names(receipt))
                .containsExactly("ReviewRejected", "ReviewRejected", "ResearcherEventUndone", "ResearcherEventUndone");
        assertThat(receipt.events().subList(2, 4))
                .extracting(event -> ((ResearcherEventUndone) event).sequence())
                .containsExactly(3L, 2L); // the later first
        by("kim", end(LIN, "s1", "2021")); // still open, as before the move
    }

    @Test
    void of_a_move_is_refused_whole_where_one_of_its_events_is_needed() {
        moveAndAsk();
        by("kim", end(LIN, "s2", "2021"));
        long head = store.head();
        assertThat(refused("lee", reject(2)).inTheWay().stream().map(Obstacle::event))
                .containsExactly("AffiliationEnded");
        assertThat(store.head()).isEqualTo(head);
    }

    @Test
    void of_a_move_part_of_which_was_undone_is_about_the_rest() {
        moveAndAsk();
        by("kim", new UndoResearcherEvent(LIN, 3, WHY));
        assertThat(names(by("lee", approve(2)))).containsExactly("ReviewApproved");
        assertRefused(Rule.UNKNOWN_EVENT, "lee", approve(3));
    }

    @Test
    void asked_for_and_decided_of_one_half_only_as_old_ledgers_have_it_goes_on_with_the_other() {
        moveAndAsk(); // 4 and 5 ask
        by("lee", approve(2)); // 6 and 7 approve
        by("kim", new UndoResearcherEvent(LIN, 7, WHY));
        assertThat(names(by("lee", approve(2)))).containsExactly("ReviewApproved"); // by its other half

        by("kim", new UndoResearcherEvent(LIN, 9, WHY)); // 8 undid 7, 9 approved it again
        assertThat(names(by("lee", reject(2)))).containsExactly("ReviewRejected", "ResearcherEventUndone");
    }

    private void moveAndAsk() {
        by("kim", new RegisterInstitution(PEKING, profile("CN", null), Remarks.NONE));
        by(
                "kim",
                record(LIN, "s1", claim(MIT, "2019", null)),
                move(LIN, "s1", "2020", "s2", claim(PEKING, null, null)));
        assertThat(names(by("kim", ask(3)))).containsExactly("ReviewRequested", "ReviewRequested"); // of 2 and 3
    }

    @Test
    void is_asked_for_by_policy_for_events_by_name_and_a_policy_names_events_of_the_catalogue() {
        curation.reviewing(new ReviewPolicy(Set.of("AffiliationEnded"), false));
        by("kim", record(LIN, "s1", claim(MIT, "2019", null)));
        assertThat(names(by("kim", end(LIN, "s1", "2021")))).containsExactly("AffiliationEnded", "ReviewRequested");
        assertThatThrownBy(() -> new ReviewPolicy(Set.of("SpellEnded"), false)).hasMessageContaining("SpellEnded");
    }

    private Receipt by(String actor, Command... commands) {
        Receipt last = null;
        for (var command : commands) {
            last = curation.send(Request.of(command, actor, "c" + sent++));
        }
        return last;
    }

    private void assertRefused(Rule rule, String actor, Command command) {
        assertThat(refused(actor, command).rule()).isEqualTo(rule);
    }

    private RuleViolation refused(String actor, Command command) {
        var refusal = catchThrowableOfType(RuleViolation.class, () -> by(actor, command));
        assertThat(refusal).as("refusal of %s", command).isNotNull();
        return refusal;
    }

    private static List<String> names(Receipt receipt) {
        return receipt.events().stream()
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }

    private static RequestReview ask(long sequence) {
        return new RequestReview(LIN, sequence, Remarks.NONE);
    }

    private static ApproveReview approve(long sequence) {
        return new ApproveReview(LIN, sequence, Remarks.NONE);
    }

    private static RejectReview reject(long sequence) {
        return new RejectReview(LIN, sequence, WHY);
    }
}
