package dev.sojourn.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.fault.FullPath;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Accounts on a disk that is full from some write on")
@Timeout(600)
class AccountsOnAFullDiskTest {

    private static final String PASSWORD = "a password of kim's";

    @TempDir
    private Path directory;

    private int refused;
    private int kept;

    @AfterEach
    void free() {
        FullPath.takes(Long.MAX_VALUE);
    }

    @Test
    void refuse_changes_by_name_and_still_let_everybody_in() {
        fillAtEach(5);
    }

    @Test
    @Tag("faults")
    void refuse_changes_by_name_at_forty_moments() {
        fillAtEach(40);
    }

    private void fillAtEach(int moments) {
        for (int moment = 0; moment < moments; moment++) {
            fillAfter(moment, directory.resolve("full-after-" + moment));
        }
        assertThat(refused).isPositive();
        System.out.printf("accounts on a full disk: %d moments, %d changes kept, %d refused%n", moments, kept, refused);
    }

    private void fillAfter(int writes, Path where) {
        FullPath.takes(Long.MAX_VALUE);
        var added = new ArrayList<String>();
        String secret;
        try (var accounts = Accounts.open(where, FullPath.SCHEME, Clock.systemUTC())) {
            accounts.add(new Account("kim", AccountRole.CURATOR), PASSWORD);
            secret = accounts.tokens()
                    .create(accounts.one("kim"), "nightly", AccountRole.VIEWER, 30)
                    .secret();
            FullPath.takes(writes);
            for (int n = 0; !FullPath.refused() || n % 4 != 0; n++) { // some more after the first that is refused
                try {
                    accounts.add(new Account("user" + n, AccountRole.VIEWER), PASSWORD);
                    added.add("user" + n);
                } catch (AccountProblem named) {
                    assertThat(named.kind()).isEqualTo(AccountProblem.Kind.ACCOUNTS_NOT_WRITTEN);
                    refused++;
                }
                assertEverybodyCanLogIn(accounts, added, secret);
            }
            FullPath.takes(Long.MAX_VALUE);
            accounts.add(new Account("late", AccountRole.VIEWER), PASSWORD); // without a new start
            added.add("late");
        }
        try (var accounts = Accounts.open(where, Clock.systemUTC())) {
            assertEverybodyCanLogIn(accounts, added, secret);
        }
        kept += added.size();
    }

    private static void assertEverybodyCanLogIn(Accounts accounts, List<String> names, String secret) {
        assertThat(accounts.login("kim", PASSWORD)).isPresent();
        assertThat(accounts.tokens().login(secret)).isPresent();
        assertThat(accounts.all().stream().map(AccountState::name)).containsAll(names);
    }
}
