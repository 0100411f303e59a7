package dev.sojourn.store;

import static dev.sojourn.store.Pendings.NOON;
import static dev.sojourn.store.Pendings.append;
import static dev.sojourn.store.Pendings.event;
import static dev.sojourn.store.Pendings.first;
import static dev.sojourn.store.Pendings.pending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.event.Header;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.store.Pendings.SetClock;
import dev.sojourn.store.file.LedgerFile;
import dev.sojourn.store.row.Pending;
import dev.sojourn.store.row.StaleSequence;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("The store")
class LedgerStoreTest {

    @TempDir
    Path directory;

    private final SetClock clock = new SetClock(NOON);
    private LedgerStore store;

    @BeforeEach
    void open() {
        store = LedgerStore.open(directory, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void gives_back_what_was_appended_also_after_it_was_opened_again() {
        var full = new Pending(event("ada"), 0, null, "kim", "c1", "batch-7", "row-9", 4L);

        assertThat(append(store, List.of(full, pending("ada", 1)))).containsExactly(1L, 2L);

        var first = new Recorded(new Header(1, NOON, 0, "kim", "c1", "batch-7", "row-9", 4L), event("ada"));
        var second = new Recorded(new Header(2, NOON, 1, "kim", "command-1", null, null, null), event("ada"));
        assertThat(all()).containsExactly(first, second);
        close();
        open();
        assertThat(all()).containsExactly(first, second);
        assertThat(store.at(2)).isEqualTo(second);
        assertThat(store.ofSubject(new ResearcherId("ada"), 1)).containsExactly(first);
        assertThat(store.readOnlyReason()).isEmpty();
    }

    @Test
    void keeps_subjects_of_different_kinds_apart_though_they_have_the_same_id() {
        append(store, pending("openai", 0));

        assertThat(store.ofSubject(new ResearcherId("openai"), 1)).hasSize(1);
        assertThat(store.ofSubject(new CohortId("openai"), 1)).isEmpty();
    }

    @Test
    void leaves_no_gap_where_a_transaction_was_rolled_back() {
        append(store, first("ada", 3));
        new TransactionTemplate(store.writes()).executeWithoutResult(running -> {
            store.append(List.of(pending("ada", 3)));
            running.setRollbackOnly();
        });
        assertThat(store.head()).isEqualTo(3);

        assertThat(append(store, pending("ada", 3))).containsExactly(4L);

        assertThat(all()).extracting(Recorded::position).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void leaves_no_gap_where_part_of_a_transaction_was_rolled_back() {
        var nested = new TransactionTemplate(store.writes());
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        new TransactionTemplate(store.writes()).executeWithoutResult(running -> {
            store.append(List.of(pending("ada", 0)));
            nested.executeWithoutResult(part -> {
                store.append(List.of(pending("ada", 1)));
                part.setRollbackOnly();
            });
        });

        assertThat(store.head()).isEqualTo(1);
        assertThat(append(store, pending("ada", 1))).containsExactly(2L);
        close();
        open();
        assertThat(store.readOnlyReason()).isEmpty();
    }

    @Test
    void refuses_an_event_that_is_not_the_next_of_its_subject() {
        append(store, first("ada", 2));

        assertThatThrownBy(() -> append(store, pending("ada", 1)))
                .isInstanceOf(StaleSequence.class)
                .hasMessage("the next event of researcher:ada is number 2, not 1");
        assertThatThrownBy(() -> append(store, List.of(pending("ada", 2), pending("ada", 4))))
                .isInstanceOf(StaleSequence.class);
        assertThat(store.head()).isEqualTo(2);
    }

    @Test
    void appends_only_in_a_write_transaction_of_its_own() {
        assertThatThrownBy(() -> store.append(first("ada", 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("LedgerStore.writes()");
        var inner = new TransactionTemplate(store.writes());
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        assertThatThrownBy(() -> new TransactionTemplate(store.writes())
                        .executeWithoutResult(outer -> inner.executeWithoutResult(running -> {})))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThat(append(store, first("ada", 1))).containsExactly(1L);
    }

    @Test
    void never_lets_recorded_time_run_backwards_though_the_clock_does() {
        append(store, pending("ada", 0));
        clock.set(NOON.minusSeconds(60));
        append(store, pending("ada", 1));
        clock.set(Instant.parse("2026-01-02T12:00:01.234567Z"));
        append(store, pending("ada", 2));

        assertThat(all())
                .extracting(recorded -> recorded.header().recorded())
                .containsExactly(NOON, NOON, Instant.parse("2026-01-02T12:00:01.234Z"));
    }

    @Test
    void takes_a_recorded_time_of_the_past_but_not_one_before_the_last_nor_one_of_the_future() {
        append(store, pending("ada", 0, NOON.minusSeconds(10)));

        assertThatThrownBy(() -> append(store, pending("ada", 1, NOON.minusSeconds(11))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("runs backwards");
        assertThatThrownBy(() -> append(store, pending("ada", 1, NOON.plusMillis(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("future");
        append(store, pending("ada", 1, NOON.minusSeconds(10)));
        append(store, pending("ada", 2, NOON));

        assertThat(all())
                .extracting(recorded -> recorded.header().recorded())
                .containsExactly(NOON.minusSeconds(10), NOON.minusSeconds(10), NOON);
    }

    @Test
    void finds_the_last_position_recorded_at_or_before_an_instant() {
        assertThat(store.positionAt(NOON)).isZero();
        for (int n = 0; n < 5; n++) {
            append(store, pending("ada", n, NOON.minusSeconds(100 - 10 * (n / 2)))); // 100, 100, 90, 90, 80 before
        }

        assertThat(store.positionAt(NOON.minusSeconds(101))).isZero();
        assertThat(store.positionAt(NOON.minusSeconds(100))).isEqualTo(2);
        assertThat(store.positionAt(NOON.minusMillis(90_001))).isEqualTo(2);
        assertThat(store.positionAt(NOON.minusSeconds(90))).isEqualTo(4);
        assertThat(store.positionAt(Instant.MAX)).isEqualTo(5);
        assertThat(store.recordedAt(5)).isEqualTo(NOON.minusSeconds(80));
    }

    @Test
    void has_nothing_at_positions_beyond_the_head() {
        append(store, first("ada", 2));

        assertThatThrownBy(() -> store.at(3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.recordedAt(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void reads_a_range_that_spans_several_fetches() {
        append(store, first("ada", 10_050));
        var positions = new ArrayList<Long>();

        store.read(4_999, 10_001, recorded -> positions.add(recorded.position()));

        assertThat(positions)
                .hasSize(5_002)
                .startsWith(5_000L)
                .endsWith(10_001L)
                .isSorted();
    }

    @Test
    void lets_others_write_and_read_while_one_reads() {
        append(store, first("ada", 2));

        store.read(0, 2, recorded -> {
            append(store, pending("bo", recorded.position() - 1));
            assertThat(store.at(1).position()).isEqualTo(1);
        });

        assertThat(store.head()).isEqualTo(4);
    }

    @Test
    void has_the_settings_that_survive_kills_and_loss_of_power() throws Exception {
        var settings = new TreeMap<String, String>();
        try (var connection = store.dataSource().getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select setting_name, setting_value from information_schema.settings")) {
            while (rows.next()) {
                settings.put(rows.getString(1), rows.getString(2));
            }
        }

        assertThat(settings)
                .containsEntry("WRITE_DELAY", "0")
                .containsEntry("RETENTION_TIME", "45000")
                .containsEntry("info.VERSION", "2.4.240 (2025-09-22)");
        assertThat(LedgerFile.SETTINGS).contains("DB_CLOSE_ON_EXIT=FALSE"); // which H2 does not list
    }

    private List<Recorded> all() {
        var found = new ArrayList<Recorded>();
        store.read(0, Long.MAX_VALUE, found::add);
        return found;
    }
}
