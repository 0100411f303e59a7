package dev.sojourn.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One bit of the closed file is another one: it is refused by name, or everybody is whom they were and nobody else is in. */
@DisplayName("A flipped bit in the file of accounts")
@Timeout(1800)
class FlippedAccountsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Clock LATER = Clock.fixed(Instant.parse("2026-01-20T00:00:00Z"), ZoneOffset.UTC);
    private static final String PASSWORD = "a password of somebody's";
    private static final String FILE = "accounts.mv.db";
    private static final String SEAL = AccountSeal.FILE;

    @TempDir
    private Path directory;

    private byte[] file;
    private byte[] seal;
    private String working;
    private String revoked;
    private String expired;
    private String whole;

    @BeforeEach
    void fill() throws IOException {
        var good = directory.resolve("good");
        Files.createDirectories(good);
        try (var accounts = Accounts.open(good, CLOCK)) {
            accounts.add(new Account("kim", AccountRole.ADMIN), PASSWORD);
            accounts.add(new Account("lee", AccountRole.VIEWER), PASSWORD + " too");
            accounts.add(new Account("gone", AccountRole.CURATOR), PASSWORD + " once");
            accounts.setDisabled("gone", true);
            working = token(accounts, "works", 300);
            revoked = token(accounts, "stopped", 300);
            expired = token(accounts, "short", 10);
            var stopped = accounts.tokens().all().stream()
                    .filter(token -> token.name().equals("stopped"))
                    .findFirst()
                    .orElseThrow();
            accounts.tokens().revoke(stopped.id(), null);
        }
        file = Files.readAllBytes(good.resolve(FILE));
        seal = Files.readAllBytes(good.resolve(SEAL));
        whole = outcome(file);
        assertThat(whole)
                .isEqualTo("[kim ADMIN, lee VIEWER, nobody, kim VIEWER, nobody, nobody,"
                        + " gone CURATOR disabled, kim ADMIN, lee VIEWER]");
    }

    private static String token(Accounts accounts, String name, int days) {
        return accounts.tokens()
                .create(accounts.one("kim"), name, AccountRole.VIEWER, days)
                .secret();
    }

    @Test
    void is_harmless_or_named() throws IOException {
        flip(20);
    }

    @Test
    @Tag("faults")
    void is_harmless_or_named_a_thousand_times() throws IOException {
        flip(1_000);
    }

    /** Each byte of what tells who may do what, wherever it stands: in a row, an index, an old copy. */
    @ParameterizedTest
    @ValueSource(strings = {"VIEWER", "lee", "CURATOR", "gone"})
    void is_harmless_or_named_where_a_role_or_a_name_stands(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        int places = 0;
        for (int at = 0; at + bytes.length <= file.length && places < 4; at++) {
            if (new String(file, at, bytes.length, StandardCharsets.US_ASCII).equals(text)) {
                assertThat(flipped(at + places % bytes.length, 1)).isIn("named", "harmless");
                places++;
            }
        }
        assertThat(places).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update account set disabled = false where name = 'gone'",
                "update account set role = 'ADMIN' where name = 'lee'",
                "update account set password = (select password from account where name = 'kim') where name = 'lee'",
                "update token set revoked = null",
                "update token set expires = dateadd(year, 1, expires)",
                "update token set role = 'ADMIN'",
                "update token set account = 'lee'",
                "alter table account alter column role set null; update account set role = null where name = 'lee'",
                "delete from account where name = 'kim'",
                "delete from token where revoked is not null",
                "insert into account (name, password, role, created) values ('eve', 'x', 'ADMIN', current_timestamp)"
            })
    void is_named_whatever_it_changes(String change) throws Exception {
        var where = Files.createDirectories(directory.resolve("changed"));
        Files.write(where.resolve(FILE), file);
        Files.write(where.resolve(SEAL), seal);
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + where.resolve("accounts"), "sojourn", "");
                var statement = connection.createStatement()) {
            statement.execute(change);
        }
        assertRefused(where);
    }

    /** As the database takes it for, if its last pages are damaged: a file of before the last change, whole in itself. */
    @Test
    void is_named_if_it_makes_the_file_an_earlier_one() throws IOException {
        var where = Files.createDirectories(directory.resolve("earlier"));
        Files.write(where.resolve(FILE), file);
        Files.write(where.resolve(SEAL), seal);
        try (var accounts = Accounts.open(where, CLOCK)) {
            accounts.setDisabled("lee", true);
        }
        Files.write(where.resolve(FILE), file);
        assertRefused(where);
    }

    @Test
    void is_named_if_it_empties_the_file() throws IOException {
        var where = Files.createDirectories(directory.resolve("empty"));
        Files.write(where.resolve(SEAL), seal);
        assertRefused(where);
    }

    /** As in a backup, and in the folder of an earlier version; a file is guarded from its first start here on. */
    @Test
    void is_named_after_a_start_without_a_seal() throws IOException {
        var where = Files.createDirectories(directory.resolve("without"));
        Files.write(where.resolve(FILE), file);
        Accounts.open(where, CLOCK).close();
        assertThat(where.resolve(SEAL)).hasBinaryContent(seal);
    }

    /** A kill between the change and the end of writing it down: the file of before it is right, and that of after it. */
    @Test
    void is_not_seen_where_a_change_was_cut_short() throws IOException {
        var where = Files.createDirectories(directory.resolve("killed"));
        Files.write(where.resolve(FILE), file);
        new AccountSeal(where)
                .write(Set.of(
                        "0".repeat(64),
                        new String(seal, StandardCharsets.US_ASCII)
                                .lines()
                                .findFirst()
                                .orElseThrow()));
        Accounts.open(where, CLOCK).close();
        assertThat(where.resolve(SEAL)).hasBinaryContent(seal);
    }

    @Test
    void is_harmless_in_the_seal_itself() throws IOException {
        var where = Files.createDirectories(directory.resolve("seal"));
        for (int at = 0; at < seal.length; at++) {
            Files.write(where.resolve(FILE), file);
            byte[] flipped = seal.clone();
            flipped[at] ^= 1;
            Files.write(where.resolve(SEAL), flipped);
            Accounts.open(where, CLOCK).close();
            assertThat(where.resolve(SEAL)).hasBinaryContent(seal);
        }
    }

    private static void assertRefused(Path where) {
        assertThatThrownBy(() -> Accounts.open(where, LATER))
                .isInstanceOfSatisfying(AccountProblem.class, named -> assertThat(named.kind())
                        .isEqualTo(AccountProblem.Kind.ACCOUNTS_DAMAGED))
                .hasMessageContaining("lets nobody in")
                .hasMessageContaining("from a backup");
    }

    private void flip(int flips) throws IOException {
        var random = new Random(flips);
        var outcomes = new TreeMap<String, Integer>();
        for (int n = 0; n < flips; n++) {
            outcomes.merge(flipped(random.nextInt(file.length), random.nextInt(8)), 1, Integer::sum);
        }
        System.out.printf(
                "flipped bits of the accounts: %d of %d bytes: %s, nobody let in wrongly%n",
                flips, file.length, outcomes);
    }

    private String flipped(int at, int bit) throws IOException {
        byte[] flipped = file.clone();
        flipped[at] ^= (byte) (1 << bit);
        try {
            var found = outcome(flipped);
            assertThat(found).as("byte %d, bit %d", at, bit).isEqualTo(whole);
            return "harmless";
        } catch (AccountProblem named) {
            assertThat(named.kind())
                    .isIn(AccountProblem.Kind.ACCOUNTS_DAMAGED, AccountProblem.Kind.ACCOUNTS_NOT_WRITTEN);
            return "named";
        }
    }

    /** Whom it lets in by which password and token, and who it says there is. */
    private String outcome(byte[] bytes) throws IOException {
        var where = Files.createTempDirectory(directory, "flipped");
        Files.write(where.resolve(FILE), bytes);
        Files.write(where.resolve(SEAL), seal);
        try (var accounts = Accounts.open(where, LATER)) {
            var in = new ArrayList<String>();
            in.add(who(accounts.login("kim", PASSWORD)));
            in.add(who(accounts.login("lee", PASSWORD + " too")));
            in.add(who(accounts.login("gone", PASSWORD + " once")));
            for (String secret : new String[] {working, revoked, expired}) {
                in.add(who(accounts.tokens().login(secret)));
            }
            accounts.all()
                    .forEach(
                            state -> in.add(state.name() + " " + state.role() + (state.disabled() ? " disabled" : "")));
            return in.toString();
        }
    }

    private static String who(Optional<Account> account) {
        return account.map(found -> found.name() + " " + found.role()).orElse("nobody");
    }
}
