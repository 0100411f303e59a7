package dev.sojourn.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Accounts")
class AccountsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Account KIM = new Account("kim", AccountRole.CURATOR);

    @TempDir
    private Path directory;

    @Test
    void let_in_whoever_has_name_and_password_also_after_they_were_closed() {
        try (var accounts = Accounts.open(directory, CLOCK)) {
            accounts.put(KIM, "correct horse");
        }
        try (var accounts = Accounts.open(directory, CLOCK)) {
            assertThat(accounts.login("kim", "correct horse")).contains(KIM);
            assertThat(accounts.login("kim", "correct hors")).isEmpty();
            assertThat(accounts.login("kam", "correct horse")).isEmpty();
        }
    }

    @Test
    void forget_the_password_that_was_replaced() {
        try (var accounts = Accounts.open(directory, CLOCK)) {
            accounts.put(KIM, "correct horse");
            accounts.put(KIM, "battery staple");

            assertThat(accounts.login("kim", "correct horse")).isEmpty();
            assertThat(accounts.all()).extracting(AccountState::name).containsExactly("kim");
        }
    }

    @Test
    void keep_no_password_as_it_was_given() throws Exception {
        try (var accounts = Accounts.open(directory, CLOCK)) {
            accounts.put(KIM, "correct horse");
        }
        assertThat(new String(Files.readAllBytes(directory.resolve("accounts.mv.db")), StandardCharsets.ISO_8859_1))
                .doesNotContain("correct horse");
    }

    @Test
    void refuse_passwords_that_are_too_short_or_would_be_cut_off_or_are_guessed_first() {
        try (var accounts = Accounts.open(directory, CLOCK)) {
            for (String weak : List.of(
                    "elevenchars",
                    "x1y2z3".repeat(13),
                    "aaaaaaaaaaaaaa",
                    "abcabcabcabc",
                    "1234567890123",
                    "Password1234",
                    "correcthorsebatterystaple",
                    "Kim-the-Curator")) {
                assertThatIllegalArgumentException()
                        .as(weak)
                        .isThrownBy(() -> accounts.put(new Account("kim-the-curator", AccountRole.CURATOR), weak));
            }
            accounts.put(KIM, "twelve chars");
            accounts.put(KIM, "區伯在湖邊散步已經三年了吧");
        }
    }

    @Test
    void let_nobody_in_who_is_disabled_until_enabled_again() {
        try (var accounts = filled()) {
            String before = accounts.version("kim");
            accounts.setDisabled("kim", true);
            assertThat(accounts.login("kim", "correct horse")).isEmpty();
            assertThat(accounts.version("kim")).isNotEqualTo(before);
            assertThat(accounts.one("kim").disabled()).isTrue();
            accounts.setDisabled("kim", false);
            assertThat(accounts.login("kim", "correct horse")).contains(KIM);
        }
    }

    @Test
    void keep_somebody_who_can_look_after_them() {
        try (var accounts = filled()) {
            assertThatThrownBy(() -> accounts.setDisabled("ann", true)).hasMessageContaining("the last admin");
            assertThatThrownBy(() -> accounts.setRole("ann", AccountRole.VIEWER))
                    .hasMessageContaining("the last admin");
            accounts.setRole("kim", AccountRole.ADMIN);
            accounts.setDisabled("ann", true);
            assertThatThrownBy(() -> accounts.setDisabled("kim", true)).hasMessageContaining("the last admin");
        }
    }

    @Test
    void change_ones_own_password_for_those_who_know_the_current_one() {
        try (var accounts = filled()) {
            assertThatThrownBy(() -> accounts.changePassword("kim", "wrong horse", "battery staple"))
                    .hasMessageContaining("current password");
            accounts.changePassword("kim", "correct horse", "battery staple");
            assertThat(accounts.login("kim", "battery staple")).contains(KIM);
            assertThat(accounts.login("kim", "correct horse")).isEmpty();
        }
    }

    @Test
    void name_what_is_not_there_or_is_there_already() {
        try (var accounts = filled()) {
            assertThatThrownBy(() -> accounts.add(new Account("Kim", AccountRole.VIEWER), "correct horse"))
                    .hasMessageContaining("already");
            assertThatThrownBy(() -> accounts.setPassword("nobody", "correct horse"))
                    .hasMessageContaining("no account \"nobody\"");
            assertThatThrownBy(() -> accounts.setRole("nobody", AccountRole.VIEWER))
                    .hasMessageContaining("no account \"nobody\"");
        }
    }

    @Test
    void say_so_where_another_program_has_them_open() throws Exception {
        filled().close();
        try (var channel = FileChannel.open(
                        directory.resolve("accounts.mv.db"), StandardOpenOption.READ, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatThrownBy(() -> Accounts.open(directory, CLOCK)).hasMessageContaining("stop it first");
        }
    }

    private Accounts filled() {
        var accounts = Accounts.open(directory, CLOCK);
        accounts.add(new Account("ann", AccountRole.ADMIN), "correct horse");
        accounts.add(KIM, "correct horse");
        return accounts;
    }
}
