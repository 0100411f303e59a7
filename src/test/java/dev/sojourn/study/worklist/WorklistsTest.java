package dev.sojourn.study.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sojourn.SmallLedger;
import dev.sojourn.event.Event;
import dev.sojourn.event.ResearcherEvent.ResearcherEventUndone;
import dev.sojourn.event.ReviewEvent.ReviewApproved;
import dev.sojourn.event.ReviewEvent.ReviewRequested;
import dev.sojourn.event.SpellEvent.AffiliationConfirmed;
import dev.sojourn.event.SpellEvent.AffiliationCorrected;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.Evidence;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.projection.Follower;
import dev.sojourn.projection.View;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.row.Pending;
import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.time.PartialDate;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/** On the small ledger: ada and, until 2022, chi at the university, bai at the company since 2021; all seen in 2019. */
@DisplayName("A worklist")
class WorklistsTest {
    private static final ResearcherId ADA = new ResearcherId("ada");
    private static final LocalDate DAY = LocalDate.of(2025, 6, 30);
    private static final Remarks SEEN = new Remarks(
            null,
            List.of(new Evidence(null, null, null, null, Evidence.Kind.HOMEPAGE, LocalDate.of(2024, 1, 5))),
            Map.of());

    private LedgerStore store;
    private int written;

    @BeforeEach
    void open(@TempDir Path folder) {
        SmallLedger.in(folder);
        store = LedgerStore.open(folder, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void of_the_unconfirmed_begins_with_what_was_seen_longest_ago() {
        record(ADA, "kim", new AffiliationConfirmed(ADA, new SpellId("ada-1"), LocalDate.of(2024, 1, 5), SEEN));

        // 2019-12-01 to 2025-06-30 are 5 years of 365 days, 30 of December 2019, 181 of 2025, and leap days of 2020,
        // 2024
        assertThat(list(Worklist.UNCONFIRMED, Long.MAX_VALUE))
                .extracting(line -> line.spell() + " " + line.since() + " " + line.days())
                .containsExactly("bai-2 2019-12-01 2038", "ada-1 2024-01-05 542");
    }

    @Test
    void of_stays_without_evidence_forgets_those_for_which_some_came() {
        assertThat(list(Worklist.NO_EVIDENCE, Long.MAX_VALUE))
                .extracting(line -> line.spell().value())
                .containsExactly("ada-1", "bai-1", "bai-2", "chi-1");

        record(ADA, "kim", new AffiliationConfirmed(ADA, new SpellId("ada-1"), LocalDate.of(2024, 1, 5), SEEN));

        assertThat(list(Worklist.NO_EVIDENCE, Long.MAX_VALUE))
                .extracting(line -> line.spell().value())
                .containsExactly("bai-1", "bai-2", "chi-1");
        assertThat(list(Worklist.NO_EVIDENCE, SmallLedger.HEAD)).hasSize(4);
    }

    @Test
    void of_the_disputed_tells_who_contradicts_whom_until_somebody_confirms() {
        var corrected = new AffiliationCorrected(ADA, new SpellId("ada-1"), university(), null, Titled.NONE);
        record(ADA, "tester", corrected); // whoever corrects themselves disputes nothing
        assertThat(list(Worklist.DISPUTED, Long.MAX_VALUE)).isEmpty();

        record(ADA, "kim", corrected);
        assertThat(list(Worklist.DISPUTED, Long.MAX_VALUE))
                .extracting(line -> line.spell() + " " + line.position() + " " + line.why())
                .containsExactly("ada-1 19 recorded by tester, corrected by kim");

        record(ADA, "lee", new AffiliationConfirmed(ADA, new SpellId("ada-1"), LocalDate.of(2024, 1, 5), SEEN));
        assertThat(list(Worklist.DISPUTED, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void of_the_disputed_has_whoever_is_at_two_places_at_once() {
        var company = Claim.of(new InstitutionId("cn-company"), Role.ENGINEER, PartialDate.parse("2023"), null);
        record(ADA, "tester", new AffiliationRecorded(ADA, new SpellId("ada-2"), company, null, Titled.NONE));

        assertThat(list(Worklist.DISPUTED, Long.MAX_VALUE))
                .extracting(line -> line.spell() + " " + line.why())
                .containsExactly("ada-2 on 2025-06-30 also at us-university by ada-1");
    }

    @Test
    void of_what_awaits_approval_says_since_when_and_forgets_nothing_earlier() {
        record(ADA, "kim", new ReviewRequested(ADA, 2, SEEN)); // of ada's events the third, position 6
        record(ADA, "lee", new ReviewApproved(ADA, 2, SEEN));

        assertThat(list(Worklist.AWAITING_APPROVAL, 18))
                .extracting(line -> line.position() + " " + line.since() + " " + line.why())
                .containsExactly("6 2024-02-01 AffiliationRecorded awaits approval");
        assertThat(list(Worklist.AWAITING_APPROVAL, 19)).isEmpty();
        assertThat(list(Worklist.AWAITING_APPROVAL, 17)).isEmpty();
    }

    @Test
    void of_what_awaits_approval_has_events_of_one_command_as_one_change_until_all_are_decided() {
        var company = Claim.of(new InstitutionId("cn-company"), Role.ENGINEER, PartialDate.parse("2023"), null);
        long head = store.head();
        long sequence = store.ofSubject(ADA, head).size();
        written++;
        for (int half = 0; half < 2; half++) {
            var event = new AffiliationRecorded(ADA, new SpellId("ada-" + (2 + half)), company, null, Titled.NONE);
            var recorded = Instant.parse("2024-02-01T09:00:00Z");
            var pending = new Pending(event, sequence + half, recorded, "kim", "move", null, null, null);
            new TransactionTemplate(store.writes()).executeWithoutResult(status -> store.append(List.of(pending)));
        }
        record(ADA, "kim", new ReviewRequested(ADA, sequence, SEEN));
        record(ADA, "kim", new ReviewRequested(ADA, sequence + 1, SEEN));
        record(ADA, "lee", new ReviewApproved(ADA, sequence, SEEN));
        record(ADA, "kim", new ResearcherEventUndone(ADA, sequence + 4, SEEN)); // the approval

        assertThat(list(Worklist.AWAITING_APPROVAL, head + 4))
                .extracting(line -> line.position() + " " + line.why())
                .containsExactly((head + 1) + " AffiliationRecorded and AffiliationRecorded await approval together");
        assertThat(list(Worklist.AWAITING_APPROVAL, head + 5))
                .extracting(line -> line.position() + " " + line.why())
                .containsExactly((head + 2) + " AffiliationRecorded awaits approval");
        assertThat(list(Worklist.AWAITING_APPROVAL, head + 6))
                .hasSize(1)
                .first()
                .satisfies(line -> assertThat(line.position()).isEqualTo(head + 1));
    }

    @Test
    void goes_on_in_the_middle_of_a_person() {
        var view = view(Long.MAX_VALUE);
        var spells = new ArrayList<String>();
        for (var from = Spot.FIRST; from != null; ) {
            var sheet = part(Worklist.NO_EVIDENCE, view, Spot.parse(from.toString()), 1);
            sheet.lines().forEach(line -> spells.add(line.spell().value()));
            from = sheet.next();
        }

        assertThat(spells).containsExactly("ada-1", "bai-1", "bai-2", "chi-1");
    }

    /** Of 4 people 1 is counted: 25 %. */
    @Test
    void by_effect_counts_with_and_without_each() {
        var value = new Value(1, 4);
        var elsewhere = new Value.Part(false, true);

        // counted: without them 0 of 3, with them 25 %
        assertThat(value.effect(new Value.Part(true, true), false)).isEqualTo(25);
        // elsewhere: unobserved 1 of 3 moves 8.33, counted 2 of 4 moves 25
        assertThat(value.effect(elsewhere, false)).isEqualTo(25);
        // not in the base: counted 2 of 5 moves 15
        assertThat(value.effect(new Value.Part(false, false), true)).isCloseTo(15, within(1e-9));
        // a count alone
        assertThat(new Value(7, null).effect(new Value.Part(true, false), false))
                .isEqualTo(1);
    }

    private static Claim university() {
        return Claim.of(new InstitutionId("us-university"), Role.FACULTY, PartialDate.parse("2018"), null);
    }

    private void record(ResearcherId whom, String actor, Event event) {
        long sequence = store.ofSubject(whom, store.head()).size();
        int number = written++;
        var recorded = Instant.parse("2024-02-01T09:30:00Z").plusSeconds(86_400L * number);
        new TransactionTemplate(store.writes())
                .executeWithoutResult(status -> store.append(
                        List.of(new Pending(event, sequence, recorded, actor, "w-" + number, null, null, null))));
    }

    private View view(long position) {
        return Follower.of(store).timeline().at(Math.min(position, store.head()));
    }

    private List<Line> list(Worklist list, long position) {
        return part(list, view(position), Spot.FIRST, 100).lines();
    }

    private Sheet part(Worklist list, View view, Spot from, int limit) {
        return new Worklists(store, RuleBook.load())
                .of(view, new Worklists.Question(list, new CohortId("three"), DAY, null, null, from, limit));
    }
}
