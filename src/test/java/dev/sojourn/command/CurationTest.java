package dev.sojourn.command;

import static dev.sojourn.command.Samples.CLOCK;
import static dev.sojourn.command.Samples.LIN;
import static dev.sojourn.command.Samples.MIT;
import static dev.sojourn.command.Samples.ORCID;
import static dev.sojourn.command.Samples.PEKING;
import static dev.sojourn.command.Samples.WANG;
import static dev.sojourn.command.Samples.claim;
import static dev.sojourn.command.Samples.date;
import static dev.sojourn.command.Samples.end;
import static dev.sojourn.command.Samples.move;
import static dev.sojourn.command.Samples.record;
import static dev.sojourn.command.Samples.register;
import static dev.sojourn.command.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.command.IdentityCommand.LinkIdentifier;
import dev.sojourn.command.RuleViolation.Rule;
import dev.sojourn.command.curation.Curation;
import dev.sojourn.event.SpellEvent.AffiliationEnded;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.store.LedgerStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Commands sent one at a time")
class CurationTest {

    @TempDir
    Path directory;

    private LedgerStore store;
    private Curation curation;

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
    void are_answered_with_the_positions_of_their_events() {
        startWithTwoInstitutionsAndLin(); // positions 1 to 4

        var receipt = curation.send(request("c5", move(LIN, "s1", "2021", "s2", claim(PEKING, null, null))));

        assertThat(receipt.positions()).containsExactly(5L, 6L);
        assertThat(receipt.position()).isEqualTo(6);
        assertThat(receipt.sequence()).isEqualTo(3); // registered 0, recorded 1, ended 2, recorded 3
        assertThat(store.head()).isEqualTo(6);
        assertThat(store.at(5).event()).isInstanceOf(AffiliationEnded.class);
        assertThat(((AffiliationRecorded) store.at(6).event()).claim().start()).isEqualTo(date("2021"));
        assertThat(store.at(6).header().commandId()).isEqualTo("c5");
        assertThat(store.at(6).header().actor()).isEqualTo("kim");
    }

    @Test
    void record_both_halves_of_a_move_or_neither() {
        startWithTwoInstitutionsAndLin();
        curation.send(request("c5", register(WANG)));
        curation.send(request("c6", record(WANG, "s9", claim(MIT, "2019", null))));

        // The first half is fine; the second names a spell id that is Wang's.
        assertRefused(Rule.SPELL_BELONGS_TO_ANOTHER, move(LIN, "s1", "2021", "s9", claim(PEKING, null, null)));

        assertThat(store.head()).isEqualTo(6);
        // The aggregate in memory has not folded the first half either: s1 can still be ended.
        assertThat(curation.send(request("c8", end(LIN, "s1", "2021"))).sequence())
                .isEqualTo(2);
    }

    @Test
    void are_answered_the_same_again_under_the_same_id_and_record_nothing_twice() {
        startWithTwoInstitutionsAndLin();
        var asked = request("c5", move(LIN, "s1", "2021", "s2", claim(PEKING, null, null)));
        var first = curation.send(asked);

        assertThat(curation.send(asked)).isEqualTo(first);
        reopen();
        assertThat(curation.send(asked)).isEqualTo(first);
        assertThat(store.head()).isEqualTo(6);
    }

    @Test
    void are_refused_under_an_id_used_for_another_command() {
        startWithTwoInstitutionsAndLin();
        curation.send(request("c5", end(LIN, "s1", "2021")));

        assertThatThrownBy(() -> curation.send(request("c5", end(LIN, "s1", "2022"))))
                .isInstanceOf(CommandIdReused.class);
        assertThatThrownBy(() -> curation.send(request("c5", register(WANG)))).isInstanceOf(CommandIdReused.class);
        assertThat(store.head()).isEqualTo(5);
    }

    @Test
    void are_refused_if_the_subject_has_changed_since() {
        startWithTwoInstitutionsAndLin(); // Lin is at 1
        var late = new Request(end(LIN, "s1", "2021"), "kim", "c5", 0L, null);

        assertThatThrownBy(() -> curation.send(late))
                .isInstanceOfSatisfying(
                        StaleVersion.class, stale -> assertThat(stale.actual()).isEqualTo(1));
        assertThatThrownBy(() -> curation.dryRun(late)).isInstanceOf(StaleVersion.class);
        assertThat(store.head()).isEqualTo(4);
    }

    @Test
    void about_one_researcher_by_two_curators_at_once_succeed_for_exactly_one() throws Exception {
        startWithTwoInstitutionsAndLin();
        var threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 20; round++) {
                long seen = round + 1L;
                var together = new CyclicBarrier(2);
                var answers = new ArrayList<Callable<Boolean>>();
                for (int curator = 0; curator < 2; curator++) {
                    var spell = "r" + round + "-" + curator;
                    var command = record(LIN, spell, claim(PEKING, "2010", "2011"));
                    answers.add(() -> {
                        together.await();
                        try {
                            curation.send(new Request(command, "kim", spell, seen, null));
                            return true;
                        } catch (StaleVersion late) {
                            return false;
                        }
                    });
                }
                int won = 0;
                for (var answer : threads.invokeAll(answers)) {
                    won += answer.get() ? 1 : 0;
                }
                assertThat(won).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(store.head()).isEqualTo(4 + 20);
    }

    @Test
    void cannot_give_one_identifier_to_two_researchers() {
        curation.send(request("c1", register(LIN, ORCID)));
        curation.send(request("c2", register(WANG)));

        assertRefused(Rule.IDENTIFIER_TAKEN, new LinkIdentifier(WANG, ORCID, Remarks.NONE));
        curation.send(request("c3", new IdentityCommand.UnlinkIdentifier(LIN, ORCID, Remarks.NONE)));
        curation.send(request("c4", new LinkIdentifier(WANG, ORCID, Remarks.NONE)));
        assertThat(store.head()).isEqualTo(4);
    }

    @Test
    void can_be_tried_without_recording_anything() {
        startWithTwoInstitutionsAndLin();

        var tried = curation.dryRun(request("c5", move(LIN, "s1", "2021", "s2", claim(PEKING, null, null))));

        assertThat(tried.events()).hasSize(2);
        assertThat(tried.positions()).isEmpty();
        assertThat(tried.sequence()).isEqualTo(3);
        assertThat(store.head()).isEqualTo(4);
        assertThat(curation.send(request("c5", end(LIN, "s1", "2020"))).positions())
                .containsExactly(5L);
    }

    @Test
    void warn_of_what_may_be_wrong() {
        startWithTwoInstitutionsAndLin(); // s1 at MIT since 2019

        var asked = request("c5", record(LIN, "s2", claim(MIT, "2024", "2031")));
        var receipt = curation.send(asked);

        assertThat(receipt.warnings())
                .extracting(Warning::kind)
                .containsExactlyInAnyOrder(Warning.Kind.OVERLAP_AT_ONE_INSTITUTION, Warning.Kind.FUTURE_DATE);
        curation.send(request("c6", end(LIN, "s1", "2020"))); // they no longer overlap, but did
        assertThat(curation.send(asked)).isEqualTo(receipt);
        reopen();
        assertThat(curation.send(asked)).isEqualTo(receipt);
    }

    @Test
    void hear_nothing_of_a_spell_id_that_is_only_like_another() {
        startWithTwoInstitutionsAndLin();
        assertThat(curation.send(request("c5", record(LIN, "S1", claim(PEKING, "2019", null))))
                        .events())
                .singleElement()
                .extracting(event -> ((AffiliationRecorded) event).spell())
                .isEqualTo(new SpellId("S1"));
    }

    private void startWithTwoInstitutionsAndLin() {
        curation.send(request("c1", register(MIT)));
        curation.send(request("c2", register(PEKING)));
        curation.send(request("c3", register(LIN)));
        curation.send(request("c4", record(LIN, "s1", claim(MIT, "2019", null))));
    }

    private void assertRefused(Rule rule, Command command) {
        assertThatThrownBy(() -> curation.send(request("refused", command)))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.rule())
                        .isEqualTo(rule));
    }

    private void reopen() {
        close();
        open();
    }
}
