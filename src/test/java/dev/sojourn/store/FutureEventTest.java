package dev.sojourn.store;

import static dev.sojourn.store.Pendings.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.cli.OpenLedger;
import dev.sojourn.command.IdentityCommand.RegisterResearcher;
import dev.sojourn.command.Request;
import dev.sojourn.command.curation.Curation;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.store.Pendings.SetClock;
import dev.sojourn.store.check.EndMark;
import dev.sojourn.store.file.LedgerFile;
import dev.sojourn.store.row.EventRow;
import dev.sojourn.store.row.HashChain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** As a newer program would have stored it, say: the chain is whole, but this program cannot read one event. */
@DisplayName("A ledger with an event that this program does not know")
class FutureEventTest {

    private static final long ALL = 6;
    private static final long UNKNOWN = 4;

    @TempDir
    Path directory;

    @BeforeEach
    void six_people() {
        try (var ledger = OpenLedger.open(directory, new SetClock(NOON))) {
            for (int n = 1; n <= ALL; n++) {
                ledger.curation().send(register("person-" + n));
            }
        }
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "type     | PersonCloned  | a PersonCloned of revision 1",
                "revision | 99            | a ResearcherRegistered of revision 99",
                "revision | 0             | a ResearcherRegistered of revision 0",
                "payload  | {\"name\":1}  | a ResearcherRegistered of revision 1",
                "payload  | null          | a ResearcherRegistered of revision 1",
                "metadata | null          | a ResearcherRegistered of revision 1",
            })
    void is_served_up_to_it_takes_no_writes_and_says_which_event_it_is(String column, String value, String named)
            throws IOException {
        forge(column, value);

        try (var ledger = OpenLedger.open(directory, new SetClock(NOON))) {
            assertThat(ledger.store().verify(null, position -> {}).problem())
                    .as("the chain is whole")
                    .isNull();
            assertThat(ledger.timeline().position()).isEqualTo(UNKNOWN - 1);
            assertThat(ledger.trouble())
                    .hasValueSatisfying(trouble -> assertThat(trouble).contains("position " + UNKNOWN + ", " + named));
            assertThatThrownBy(() -> ledger.curation().send(register("late")))
                    .isInstanceOf(ReadOnlyStore.class)
                    .hasMessageContaining("position " + UNKNOWN + ", " + named);
            assertThat(ledger.store().head()).isEqualTo(ALL);
        }
    }

    @Test
    void takes_no_writes_either_where_nobody_asked_for_the_read_model_but_the_look_ups_must_be_built()
            throws IOException {
        forge("revision", "99");

        try (var store = LedgerStore.open(directory, new SetClock(NOON));
                var curation = Curation.open(store, directory, new SetClock(NOON))) {
            assertThatThrownBy(() -> curation.send(register("late")))
                    .isInstanceOf(ReadOnlyStore.class)
                    .hasMessageContaining("position " + UNKNOWN + ", a ResearcherRegistered of revision 99");
        }
    }

    private static Request register(String person) {
        return Request.of(
                new RegisterResearcher(new ResearcherId(person), Names.of("Somebody"), List.of(), Remarks.NONE),
                "kim",
                "register " + person);
    }

    /** Changes one event, and all hashes from there on, as if it had been appended like that. */
    private void forge(String column, String value) throws IOException {
        Files.delete(directory.resolve(EndMark.FILE));
        tamper("update event set " + column + " = '" + value + "' where position = " + UNKNOWN);
        try (var file = LedgerFile.open(directory)) {
            var sql = new JdbcTemplate(file.dataSource());
            var rows = new ArrayList<EventRow>();
            sql.query("select " + EventRow.COLUMNS + " from event order by position", row -> {
                rows.add(EventRow.of(row));
            });
            String hash = "";
            for (var row : rows) {
                hash = HashChain.next(hash, row);
                sql.update("update event set hash = ? where position = ?", hash, row.position());
            }
            sql.update("update chain_head set hash = ?", hash);
            sql.update("update chain_checked set hash = ?", hash);
        }
    }

    private void tamper(String sql) {
        try (var file = LedgerFile.open(directory)) {
            new JdbcTemplate(file.dataSource()).execute(sql);
        }
    }
}
