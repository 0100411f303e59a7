package dev.sojourn.store;

import static dev.sojourn.store.Pendings.NOON;
import static dev.sojourn.store.Pendings.append;
import static dev.sojourn.store.Pendings.first;
import static dev.sojourn.store.Pendings.pending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.store.Pendings.SetClock;
import dev.sojourn.store.check.EndMark;
import dev.sojourn.store.file.LedgerFile;
import dev.sojourn.store.file.StoreInUse;
import dev.sojourn.store.row.EventRow;
import dev.sojourn.store.row.HashChain;
import dev.sojourn.store.row.UnreadableEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
                "delete from event where position > 6             | 6 | position 7: the ledger ends here, but its last",
                "delete from event                                | 0 | position 1: the ledger ends here, but its last",
                "update event set sequence = 9 where position = 4 | 3 | position 4: it is out of order in its subject",
                "update event set payload = '{}' where position = 2 | 1 | position 2: its hash is not that of",
                "update event set payload = '{}' where position = 8 | 7 | position 8: its hash is not that of",
                "update event set hash = 'ab' where position = 8  | 7 | position 8: its hash is not that of",
                "update event set recorded = 'x' where position = 3 | 2 | position 3: its hash is not that of",
                "update chain_head set position = 5               | 5 | position 6: the ledger says that it ends before",
                "update chain_head set recorded = 'x'             | 8 | position 9: the ledger ends here, but nothing",
                "delete from chain_head                           | 8 | position 9: the ledger ends here, but nothing",
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
            })
    void stops_whoever_reads_at_an_event_that_cannot_be_read(String tampering, String named) throws IOException {
        tamper("update event set " + tampering + " where position = 3");
        hashAgain(3);
        Files.delete(directory.resolve(EndMark.FILE));

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update chain_checked set hash = 'ab'",
                "update chain_checked set position = 99",
                "update chain_checked set position = 7",
                "delete from chain_checked",
            })
    void repairs_what_it_remembers_of_the_last_start(String tampering) {
        tamper(tampering);

        for (int start = 1; start <= 2; start++) {
            try (var store = LedgerStore.open(directory, new SetClock(NOON))) {
                assertThat(store.started().passed()).isTrue();
                assertThat(store.started().mark()).isEqualTo(start == 1 ? 0 : 8);
                assertThat(store.head()).isEqualTo(8);
            }
        }
    }

    /** As H2 takes it for, if its last pages are damaged: a file of before, whole in itself. */
    @Test
    void takes_no_writes_where_the_file_is_an_earlier_one() throws IOException {
        byte[] earlier = Files.readAllBytes(directory.resolve("events.mv.db"));
        try (var store = LedgerStore.open(directory, new SetClock(NOON))) {
            append(store, pending("cy", 0));
        }
        Files.write(directory.resolve("events.mv.db"), earlier);

        for (int start = 1; start <= 2; start++) {
            try (var store = LedgerStore.open(directory, new SetClock(NOON))) {
                assertThat(store.readOnlyReason()).hasValueSatisfying(why -> assertThat(why)
                        .contains("position 9: the ledger ends here, but it went on to position 9 before")
                        .contains("remove events.seal"));
                assertThat(store.verify(null, position -> {}).firstBad()).isEqualTo(9);
                assertThat(store.ofSubject(Pendings.event("bo").subject(), 8)).hasSize(3);
            }
        }
        Files.delete(directory.resolve(EndMark.FILE)); // it was meant
        try (var store = LedgerStore.open(directory, new SetClock(NOON))) {
            assertThat(append(store, pending("cy", 0))).containsExactly(9L);
        }
    }

    @Test
    void takes_no_writes_where_the_file_is_gone() throws IOException {
        Files.delete(directory.resolve("events.mv.db"));
        try (var store = LedgerStore.open(directory, new SetClock(NOON))) {
            assertThat(store.readOnlyReason())
                    .hasValueSatisfying(why -> assertThat(why).contains("it went on to position 8 before"));
        }
    }

    @Test
    void takes_no_writes_where_everything_was_hashed_again() {
        tamper("update event set payload = '{}' where position = 2");
        hashAgain(2);
        try (var store = LedgerStore.open(directory, new SetClock(NOON))) {
            assertThat(store.readOnlyReason()).hasValueSatisfying(why -> assertThat(why)
                    .contains("position 8: the ledger ended here with another hash before"));
            assertThat(store.verify(null, position -> {}).firstBad()).isEqualTo(8);
        }
    }

    @Test
    void goes_on_from_a_kill_after_which_nothing_was_written_down_beside_it() throws IOException {
        byte[] seal = Files.readAllBytes(directory.resolve(EndMark.FILE));
        try (var store = LedgerStore.open(directory, new SetClock(NOON))) {
            append(store, pending("cy", 0));
        }
        Files.write(directory.resolve(EndMark.FILE), seal);
        try (var store = LedgerStore.open(directory, new SetClock(NOON))) {
            assertThat(store.readOnlyReason()).isEmpty();
            assertThat(store.head()).isEqualTo(9);
        }
    }

    @Test
    void goes_on_where_only_what_is_written_beside_it_is_damaged() throws IOException {
        byte[] seal = Files.readAllBytes(directory.resolve(EndMark.FILE));
        for (int at = 0; at < seal.length; at++) {
            byte[] flipped = seal.clone();
            flipped[at] ^= 1;
            Files.write(directory.resolve(EndMark.FILE), flipped);
            try (var store = LedgerStore.open(directory, new SetClock(NOON))) {
                assertThat(store.readOnlyReason()).isEmpty();
            }
            assertThat(directory.resolve(EndMark.FILE)).hasBinaryContent(seal);
        }
    }

    /** As whoever knows the chain would, so that only the event itself is wrong. */
    private void hashAgain(long first) {
        try (var file = LedgerFile.open(directory)) {
            var sql = new JdbcTemplate(file.dataSource());
            for (long position = first; position <= 8; position++) {
                var before =
                        sql.queryForObject("select hash from event where position = ?", String.class, position - 1);
                var row = sql.queryForObject(
                        "select " + EventRow.COLUMNS + " from event where position = ?",
                        (found, number) -> EventRow.of(found),
                        position);
                sql.update("update event set hash = ? where position = ?", HashChain.next(before, row), position);
            }
            sql.update("update chain_head set hash = (select hash from event where position = 8)");
        }
    }

    private void tamper(String sql) {
        try (var file = LedgerFile.open(directory)) {
            new JdbcTemplate(file.dataSource()).execute(sql);
        }
    }
}
