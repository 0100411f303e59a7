package dev.sojourn.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.command.Request;
import dev.sojourn.command.RuleViolation;
import dev.sojourn.command.SpellCommand.ConfirmAffiliation;
import dev.sojourn.command.SpellCommand.RecordAffiliation;
import dev.sojourn.command.curation.Curation;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.exchange.batch.BatchUndo;
import dev.sojourn.exchange.batch.BatchUndone;
import dev.sojourn.exchange.batch.Batches;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Undoing an import")
class BatchUndoTest {

    private static final Remarks WHY = Remarks.because("the wrong file");
    private static final TestPackage STAY = TestPackage.good()
            .with("assertions.csv", "seq,op,spell_id,person_id,institution_id,role,start,end,source,recorded_at,note")
            .and(
                    "assertions.csv",
                    "1,assert,s1,ada,mit,Researcher,2015,,,2020-01-01T00:00:00Z,",
                    "2,revise,s1,ada,mit,Researcher,2015,2019,,2020-01-02T00:00:00Z,");

    @TempDir
    private Path temporary;

    private TestLedger ledger;
    private long imported;
    private String batch;

    @BeforeEach
    void importIt() {
        ledger = new TestLedger(temporary.resolve("ledger"));
        batch = run().batch();
        imported = ledger.store().head();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void takes_back_every_event_from_the_last_to_the_first_and_lists_it_as_undone() {
        var done = undo(false, Progress.NONE);

        assertThat(done.undone()).isEqualTo(imported);
        assertThat(ledger.recorded().stream().skip(imported).map(event -> event.header()
                        .undoes()))
                .containsExactlyElementsOf(java.util.stream.LongStream.iterate(imported, at -> at > 0, at -> at - 1)
                        .boxed()
                        .toList());
        assertThat(ledger.recorded())
                .allSatisfy(event -> assertThat(counting(event)).isZero());
        assertThat(batches().all()).singleElement().satisfies(listed -> {
            assertThat(listed.events()).isEqualTo(imported);
            assertThat(listed.undone()).isEqualTo(imported);
        });
    }

    @Test
    void done_again_changes_nothing() {
        undo(false, Progress.NONE);
        var again = undo(false, Progress.NONE);

        assertThat(again.undone()).isZero();
        assertThat(again.before()).isEqualTo(imported);
        assertThat(ledger.store().head()).isEqualTo(2 * imported);
    }

    @Test
    void stopped_after_a_part_goes_on_with_the_rest() {
        assertThatThrownBy(() -> undo(false, (done, total) -> {
                    throw new IllegalStateException("stopped after " + done + " of " + total);
                }))
                .hasMessage("stopped after 2 of " + imported);
        assertThat(ledger.store().head()).isEqualTo(imported + 2);

        assertThat(undo(false, Progress.NONE).undone()).isEqualTo(imported - 2);
        assertThat(ledger.store().head()).isEqualTo(2 * imported);
    }

    /** What the dry run supposes is what is recorded then, event by event. */
    @Test
    void supposes_the_events_that_it_would_record() {
        var supposed = new BatchUndo(ledger.store(), ledger.curation(), batches(), 2).supposed(batch, WHY, "kim");

        assertThat(ledger.store().head()).isEqualTo(imported);
        undo(false, Progress.NONE);
        assertThat(ledger.recorded().stream().skip(imported).map(Recorded::event))
                .containsExactlyElementsOf(supposed);
    }

    @Test
    void tried_says_how_many_it_would_be_and_undoes_none() {
        assertThat(undo(true, Progress.NONE).undone()).isEqualTo(imported);
        assertThat(ledger.store().head()).isEqualTo(imported);
    }

    @Test
    void is_refused_whole_while_later_events_of_others_need_it() {
        var ada = ledger.researcher("ada");
        ledger.curation()
                .send(Request.of(
                        new ConfirmAffiliation(ada, new SpellId("s1"), LocalDate.parse("2018-01-01"), Remarks.NONE),
                        "kim",
                        "c-1"));
        ledger.curation()
                .send(Request.of(
                        new RecordAffiliation(
                                ada,
                                new SpellId("by-hand"),
                                Claim.of(new InstitutionId("mit"), Role.FACULTY, null, null),
                                null,
                                Titled.NONE),
                        "kim",
                        "c-2"));
        var refused = undo(false, Progress.NONE);

        assertThat(refused.inTheWay().stream()
                        .map(item -> item.position() - imported + " " + item.event() + " by " + item.actor())
                        .distinct())
                .containsExactly("1 AffiliationConfirmed by kim", "2 AffiliationRecorded by kim");
        assertThat(ledger.store().head()).isEqualTo(imported + 2);
    }

    @Test
    void lets_the_same_package_come_again_and_be_undone_again() {
        var before = ledger.told();
        undo(false, Progress.NONE);
        assertThat(run().eventCount()).isEqualTo(imported);
        assertThat(ledger.told().subList((int) (2 * imported), (int) (3 * imported)))
                .isEqualTo(before);
        assertThat(undo(false, Progress.NONE).undone()).isEqualTo(imported);
    }

    @Test
    void of_one_row_by_hand_does_not_let_it_come_back_with_the_package() {
        var last = ledger.curation().undoing().command(imported, WHY);
        ledger.curation().send(Request.of(last, "kim", "c-1"));

        assertThat(run().eventCount()).isZero();
    }

    @Test
    void leaves_the_look_ups_as_a_rebuild_makes_them() {
        undo(false, Progress.NONE);
        assertThat(ledger.curation().lookupDifference()).isEmpty();
    }

    @Test
    void needs_a_reason_and_an_import() {
        assertThatThrownBy(() -> new BatchUndo(ledger.store(), ledger.curation(), batches())
                        .run(batch, Remarks.NONE, "kim", false, Progress.NONE))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> new BatchUndo(ledger.store(), ledger.curation(), batches())
                        .run("import-none", WHY, "kim", false, Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private int counting(Recorded event) {
        return Curation.state(ledger.store(), event.event().subject())
                .counted(Set.of())
                .size();
    }

    private ImportReport run() {
        return ledger.run(STAY.folder(temporary), ImportOptions.strict("tester"));
    }

    private Batches batches() {
        return new Batches(ledger.store());
    }

    private BatchUndone undo(boolean dryRun, Progress progress) {
        return new BatchUndo(ledger.store(), ledger.curation(), batches(), 2).run(batch, WHY, "kim", dryRun, progress);
    }
}
