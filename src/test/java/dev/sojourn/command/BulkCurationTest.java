package dev.sojourn.command;

import static dev.sojourn.command.Samples.CLOCK;
import static dev.sojourn.command.Samples.LIN;
import static dev.sojourn.command.Samples.MIT;
import static dev.sojourn.command.Samples.PEKING;
import static dev.sojourn.command.Samples.WANG;
import static dev.sojourn.command.Samples.claim;
import static dev.sojourn.command.Samples.end;
import static dev.sojourn.command.Samples.move;
import static dev.sojourn.command.Samples.record;
import static dev.sojourn.command.Samples.register;
import static dev.sojourn.command.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.command.RuleViolation.Rule;
import dev.sojourn.command.curation.BulkCuration.Overtaken;
import dev.sojourn.command.curation.Curation;
import dev.sojourn.event.Event;
import dev.sojourn.event.ResearcherEvent.ResearcherEventUndone;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.store.LedgerStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Commands applied in bulk")
class BulkCurationTest {

    private static final Instant EARLIER = Instant.parse("2020-06-15T09:00:00Z");

    @TempDir
    Path directory;

    private LedgerStore store;
    private Curation curation;

    @BeforeEach
    void open() {
        store = LedgerStore.open(directory.resolve("one"), CLOCK);
        curation = Curation.open(store, directory.resolve("one"), CLOCK);
    }

    @AfterEach
    void close() {
        curation.close();
        store.close();
    }

    @Test
    void record_the_same_events_as_one_at_a_time() {
        var commands = RandomCommands.of(7, 300);
        try (var other = LedgerStore.open(directory.resolve("other"), CLOCK);
                var single = Curation.open(other, directory.resolve("other"), CLOCK);
                var bulk = curation.bulk()) {
            int refused = 0;
            for (int i = 0; i < commands.size(); i++) {
                var request = request("c" + i, commands.get(i));
                Object alone = outcome(() -> single.send(request).events());
                Object together = outcome(() -> bulk.apply(request, null, null));
                assertThat(together).as("%s", request.command()).isEqualTo(alone);
                refused += together instanceof Rule ? 1 : 0;
                if (i % 40 == 0) {
                    bulk.flush();
                }
            }
            bulk.flush();

            assertThat(refused).isBetween(30, 270); // both kinds of outcome were tried
            assertThat(events(store)).isEqualTo(events(other));
        }
    }

    @Test
    void change_nothing_if_they_are_refused() {
        try (var bulk = curation.bulk()) {
            bulk.apply(request("c1", register(MIT)), null, null);
            bulk.apply(request("c2", register(LIN)), null, null);
            bulk.apply(request("c3", register(WANG)), null, null);
            bulk.apply(request("c4", record(LIN, "s1", claim(MIT, "2019", null))), null, null);
            bulk.apply(request("c5", record(WANG, "s9", claim(MIT, "2019", null))), null, null);

            // The first half of the move is fine; the second names Wang's spell.
            assertThatThrownBy(() -> bulk.apply(
                            request("c6", move(LIN, "s1", "2021", "s9", claim(MIT, null, null))), null, "row-6"))
                    .isInstanceOf(RuleViolation.class);

            assertThat(bulk.alreadyApplied("row-6")).isFalse();
            bulk.apply(request("c7", end(LIN, "s1", "2022")), null, "row-7");
            assertThat(bulk.flush()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
            assertThat(bulk.alreadyApplied("row-7")).isTrue();
        }
        try (var later = curation.bulk()) {
            assertThat(later.alreadyApplied("row-7")).isTrue();
            assertThat(later.alreadyApplied("row-6")).isFalse();
        }
    }

    @Test
    void are_seen_by_single_commands_even_of_subjects_in_memory() {
        curation.send(request("c1", register(MIT)));
        curation.send(request("c2", register(LIN)));
        try (var bulk = curation.bulk()) {
            bulk.apply(request("c3", record(LIN, "s1", claim(MIT, "2019", null))), null, null);
            bulk.flush();
        }
        assertThat(curation.send(request("c4", end(LIN, "s1", "2021"))).sequence())
                .isEqualTo(2);
    }

    @Test
    void are_decided_again_if_somebody_wrote_meanwhile() {
        curation.send(request("c1", register(MIT)));
        curation.send(request("c2", register(LIN)));
        try (var bulk = curation.bulk()) {
            bulk.apply(request("b1", record(LIN, "s1", claim(MIT, "2019", null))), null, null);
            curation.send(request("c3", record(LIN, "s2", claim(MIT, "2010", "2012"))));

            assertThat(bulk.flush()).containsExactly(4L);
        }
        assertThat(store.at(4).header().sequence()).isEqualTo(2); // after registered 0 and s2 at 1
    }

    @Test
    void are_all_given_up_if_what_somebody_wrote_meanwhile_forbids_one() {
        curation.send(request("c1", register(MIT)));
        curation.send(request("c2", register(LIN)));
        try (var bulk = curation.bulk()) {
            bulk.apply(request("b1", register(PEKING)), null, null);
            bulk.apply(request("b2", record(LIN, "s1", claim(MIT, "2019", null))), null, null);
            curation.send(request("c3", record(LIN, "s1", claim(MIT, "2010", "2012"))));

            assertThatThrownBy(bulk::flush).isInstanceOf(Overtaken.class).hasCauseInstanceOf(RuleViolation.class);
            assertThat(bulk.flush()).isEmpty();
            bulk.apply(request("b3", register(PEKING)), null, null); // it can go on
            assertThat(bulk.flush()).containsExactly(4L);
        }
    }

    @Test
    void keep_the_recorded_time_they_are_given_if_it_runs_forwards() {
        try (var bulk = curation.bulk()) {
            bulk.apply(request("c1", register(MIT)), EARLIER, null);
            assertThatThrownBy(() -> bulk.apply(request("c2", register(LIN)), EARLIER.minusMillis(1), null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("run backwards");
            assertThatThrownBy(() -> bulk.apply(
                            request("c3", register(LIN)), CLOCK.instant().plusMillis(1), null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("not come yet");
            bulk.flush();
        }
        assertThat(store.recordedAt(1)).isEqualTo(EARLIER);
        assertThat(store.head()).isEqualTo(1);
    }

    @Test
    void may_be_events_decided_elsewhere_which_are_folded_all_the_same() {
        try (var bulk = curation.bulk()) {
            bulk.apply(request("c1", register(MIT)), null, null);
            bulk.apply(request("c2", register(LIN)), null, null);
            bulk.apply(request("c3", record(LIN, "s1", claim(MIT, "2019", null))), null, null);
            bulk.apply(request("c4", end(LIN, "s1", "2021")), null, null);
            bulk.flush();
            bulk.adopt(
                    new ResearcherEventUndone(LIN, 2, Remarks.because("wrong person")),
                    null,
                    "kim",
                    "c5",
                    null,
                    null,
                    4L);
            bulk.flush();
        }
        assertThat(store.at(5).header().undoes()).isEqualTo(4);
        // The end is undone, so the spell can be ended.
        assertThat(curation.send(request("c6", end(LIN, "s1", "2022"))).sequence())
                .isEqualTo(4);
    }

    private static Object outcome(Supplier<List<Event>> work) {
        try {
            return new ArrayList<>(work.get());
        } catch (RuleViolation refusal) {
            return refusal.rule();
        }
    }

    private static List<Event> events(LedgerStore store) {
        var events = new ArrayList<Event>();
        store.read(0, store.head(), recorded -> events.add(recorded.event()));
        return events;
    }
}
