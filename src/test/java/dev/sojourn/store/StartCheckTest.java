package dev.sojourn.store;

import static dev.sojourn.store.Pendings.NOON;
import static dev.sojourn.store.Pendings.append;
import static dev.sojourn.store.Pendings.first;
import static dev.sojourn.store.Pendings.pending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.store.Pendings.SetClock;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("A store that was tampered with while it was closed")
class StartCheckTest {

    @TempDir
    Path directory;

    @BeforeEach
    void five_events_of_one_researcher_then_three_of_another() {
        try (var store = LedgerStore.open(directory, new SetClock(NOON))) {
            append(store, first("ada", 5));
            append(store, first("bo", 3));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "delete from event where position = 4             | 3 | there is no event at position 4",
                "delete from event where position = 1             | 0 | there is no event at position 1",
                "delete from event where position in (3, 6)       | 2 | there is no event at position 3",
                "delete from event where position > 6             | 6 | position 7 is wrong",
                "delete from event                                | 0 | position 1 is wrong",
                "update event set sequence = 9 where position = 4 | 3 | the event at position 4 is out of order",
                "update event set payload = '{}' where position = 8 | 7 | the event at position 8 does not match",
                "update event set hash = 'ab' where position = 8  | 7 | the event at position 8 does not match",
                "update chain_head set position = 5               | 5 | position 6 is wrong",
            })
    void takes_no_writes_and_names_the_first_bad_position(String tampering, long head, String reason) {
        tamper(tampering);

        try (var store = LedgerStore.open(directory, new SetClock(NOON))) {
            assertThat(store.readOnlyReason())
                    .hasValueSatisfying(why -> assertThat(why).contains(reason));
            assertThat(store.head()).isEqualTo(head);
            var read = new ArrayList<Long>();
            store.read(0, Long.MAX_VALUE, recorded -> read.add(recorded.position()));
            assertThat(read).hasSize((int) head);
            assertThatThrownBy(() -> append(store, pending("cy", 0))).isInstanceOf(ReadOnlyStore.class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "type = 'SearchedForGold'           | a SearchedForGold of revision 1",
                "revision = '99'                    | a SearchedNotFound of revision 99",
                "payload = '{\"secret\": 1}'        | a SearchedNotFound of revision 1",
                "payload = 'secret'                 | a SearchedNotFound of revision 1",
                "payload = 'null'                   | a SearchedNotFound of revision 1",
                "payload = '{}'                     | a SearchedNotFound of revision 1",
                "metadata = 'secret'                | a SearchedNotFound of revision 1",
                "recorded = 'secret'                | a SearchedNotFound of revision 1",
            })
    void stops_whoever_reads_at_an_event_that_cannot_be_read(String tampering, String named) {
        tamper("update event set " + tampering + " where position = 3");

        try (var store = LedgerStore.open(directory, new SetClock(NOON))) {
            var read = new ArrayList<Long>();
            assertThatThrownBy(() -> store.read(0, 8, recorded -> read.add(recorded.position())))
                    .isInstanceOf(UnreadableEvent.class)
                    .hasMessageContaining("position 3, " + named)
                    .hasMessageNotContaining("secret")
                    .extracting(unreadable -> ((UnreadableEvent) unreadable).position())
                    .isEqualTo(3L);
            assertThat(read).containsExactly(1L, 2L);
            assertThatThrownBy(() -> store.ofSubject(Pendings.event("ada").subject(), 8))
                    .isInstanceOf(UnreadableEvent.class);
            assertThat(store.at(4).position()).isEqualTo(4);
        }
    }

    @Test
    void is_opened_by_one_program_part_only() {
        try (var store = LedgerStore.open(directory, new SetClock(NOON))) {
            assertThatThrownBy(() -> LedgerStore.open(directory, new SetClock(NOON)))
                    .isInstanceOf(StoreInUse.class)
                    .hasMessageContaining("the ledger in " + directory + " is in use");
            assertThat(append(store, pending("cy", 0))).containsExactly(9L);
        }
    }

    private void tamper(String sql) {
        try (var file = LedgerFile.open(directory)) {
            new JdbcTemplate(file.dataSource()).execute(sql);
        }
    }
}
