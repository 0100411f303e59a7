package dev.sojourn.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.command.curation.Curation;
import dev.sojourn.fault.Program;
import dev.sojourn.store.EveryEvent;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.row.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Older ledgers are made from one of today, by taking away what later versions added. */
@DisplayName("A ledger of an older Sojourn")
@Timeout(120)
class UpgradeTest {

    private static final int EVENTS = 60;
    private static final Path SCRIPTS = Path.of("src/main/resources/db/migration/events/h2");

    /** The scripts after the first, with what takes them away again. */
    private static final List<List<String>> LATER = List.of(
            List.of(
                    "V2__lookups.sql",
                    "drop table lookup_owner, lookup_relation, lookup_command, lookup_row, lookup_head"),
            List.of(
                    "V3__chain_checked.sql",
                    "drop table chain_checked",
                    "alter table lookup_head drop column counted_position, counts"),
            List.of("V5__personal_keys.sql", "drop table personal_key, erasure"),
            List.of(
                    "V6__lookups_in_memory.sql",
                    "create table lookup_owner (kind varchar, id varchar, owner varchar)",
                    "create table lookup_relation (institution varchar)",
                    "create table lookup_command (id varchar)",
                    "create table lookup_head (only integer, position bigint, key_mark varchar,"
                            + " counted_position bigint, counts varchar)"));

    @TempDir
    private Path directory;

    private Path today;
    private Head head;

    @BeforeEach
    void fill() {
        today = directory.resolve("today");
        try (var store = LedgerStore.open(today, Clock.systemUTC())) {
            EveryEvent.append(store, EVENTS);
            head = store.chainHead();
        }
    }

    @Test
    void is_brought_up_to_date_and_holds_what_it_held() throws Exception {
        for (int version = 0; version < LATER.size(); version++) {
            var older = older(version);
            assertWhole(older);
            assertThat(older.resolve(Upgrade.KEPT)).doesNotExist();
        }
    }

    @Test
    void can_be_opened_after_a_kill_before_any_statement_of_an_upgrade() throws Exception {
        int tried = 0;
        for (int version = 0; version < LATER.size(); version++) {
            var statements = statements(version);
            for (int done = 0; done <= statements.size(); done++) {
                var older = older(version);
                Files.copy(older.resolve("events.mv.db"), older.resolve(Upgrade.KEPT));
                execute(older, statements.subList(0, done));
                assertWhole(older);
                assertThat(older.resolve(Upgrade.KEPT)).doesNotExist();
                tried++;
            }
        }
        System.out.printf("upgrades: stopped before each of %d statements, and completed at the next start%n", tried);
    }

    @Test
    void can_be_opened_after_a_kill_while_it_was_copied() throws Exception {
        var older = older(0);
        byte[] file = Files.readAllBytes(older.resolve("events.mv.db"));
        Files.write(older.resolve(Upgrade.KEPT + ".new"), Arrays.copyOf(file, file.length / 2));
        assertWhole(older);
        assertThat(older.resolve(Upgrade.KEPT + ".new")).doesNotExist();
    }

    @Test
    void is_left_as_it_was_if_it_cannot_be_brought_up_to_date() throws Exception {
        var older = older(1);
        execute(older, List.of("create table erasure (other integer)")); // what the last script makes is there already
        assertThatThrownBy(() -> LedgerStore.open(older, Clock.systemUTC())).isInstanceOf(StorageFailure.class);
        assertThat(older.resolve(Upgrade.KEPT)).doesNotExist();
        execute(older, List.of("alter table lookup_head add column counts integer")); // V3 had added it
        execute(older, List.of("alter table lookup_head drop column counts", "drop table erasure"));
        assertWhole(older);
    }

    @Test
    void that_is_of_a_later_Sojourn_or_says_nothing_one_can_read_of_its_version_is_refused_by_name() throws Exception {
        for (String damage : List.of(
                "update \"flyway_schema_history\" set \"version\" = '99' where \"version\" = '5'",
                "update \"flyway_schema_history\" set \"checksum\" = \"checksum\" + 1 where \"version\" = '2'",
                "insert into \"flyway_schema_history\" select 9, '6', 'later', \"type\", 'V6__later.sql', 1,"
                        + " \"installed_by\", \"installed_on\", 1, true from \"flyway_schema_history\""
                        + " where \"version\" = '5'")) {
            var other = copy(today, directory.resolve("other-" + damage.hashCode()));
            execute(other, List.of(damage));
            assertThatThrownBy(() -> LedgerStore.open(other, Clock.systemUTC()))
                    .as(damage)
                    .isInstanceOfSatisfying(StorageFailure.class, failure -> assertThat(failure.advice())
                            .contains("the Sojourn that wrote it")
                            .contains("restore an export or a backup"))
                    .hasMessageContaining(other.toString());
        }
    }

    @Test
    void is_whole_after_kills_at_random_moments_of_an_upgrade() throws Exception {
        kill(20);
    }

    @Test
    @Tag("faults")
    @Timeout(1_200)
    void is_whole_after_sixty_kills_at_random_moments_of_an_upgrade() throws Exception {
        kill(60);
    }

    private void kill(int wanted) throws Exception {
        var random = new Random(wanted);
        int killed = 0;
        int during = 0;
        for (int n = 0; n < wanted; n++) {
            var older = older(random.nextInt(LATER.size()));
            int moment = random.nextInt(250_000);
            try (var program = Program.start(UpgradingProgram.class, older.toString())) {
                program.await("begin"::equals);
                while (!begun(older)) {
                    Thread.onSpinWait();
                }
                CompletableFuture.delayedExecutor(moment, TimeUnit.MICROSECONDS).execute(program::kill);
                program.listen(line -> {});
                killed += program.exit(60) == Program.KILLED ? 1 : 0;
            }
            during += begun(older) ? 1 : 0;
            assertWhole(older);
        }
        System.out.printf("upgrades: %d kills, %d of them before it was complete, 0 events lost%n", killed, during);
    }

    private static boolean begun(Path ledger) {
        return Files.exists(ledger.resolve(Upgrade.KEPT)) || Files.exists(ledger.resolve(Upgrade.KEPT + ".new"));
    }

    /** A ledger with the tables of the first version, and of so many later ones. */
    private Path older(int later) throws IOException, SQLException {
        var older = copy(today, Files.createTempDirectory(directory, "older"));
        for (int version = LATER.size() - 1; version >= later; version--) {
            var script = LATER.get(version);
            execute(older, script.subList(1, script.size()));
            execute(older, List.of("delete from \"flyway_schema_history\" where \"script\" = '" + script.get(0) + "'"));
        }
        return older;
    }

    private static List<String> statements(int later) throws IOException {
        var statements = new ArrayList<String>();
        for (var script : LATER.subList(later, LATER.size())) {
            String text = Files.readString(SCRIPTS.resolve(script.get(0))).replaceAll("--[^\n]*", "");
            for (String statement : text.split(";", -1)) {
                if (!statement.isBlank()) {
                    statements.add(statement);
                }
            }
        }
        return statements;
    }

    private void assertWhole(Path ledger) {
        try (var store = LedgerStore.open(ledger, Clock.systemUTC());
                var curation = Curation.open(store, ledger, Clock.systemUTC())) {
            assertThat(curation).isNotNull(); // which has made the look-ups
            assertThat(store.readOnlyReason()).isEmpty();
            assertThat(store.chainHead()).isEqualTo(head);
            assertThat(store.verify(head, position -> {}).passed()).isTrue();
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return to;
    }

    private static void execute(Path ledger, List<String> statements) throws SQLException {
        String url = "jdbc:h2:file:" + ledger.resolve("events") + LedgerFile.SETTINGS;
        try (var connection = DriverManager.getConnection(url, "sojourn", "file permissions protect this file");
                var statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
            statement.execute("shutdown");
        }
    }
}
