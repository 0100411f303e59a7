package dev.sojourn.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
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
            assertThat(accounts.all()).containsExactly(KIM);
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
    void refuse_passwords_that_are_too_short_or_would_be_cut_off() {
        try (var accounts = Accounts.open(directory, CLOCK)) {
            assertThatIllegalArgumentException().isThrownBy(() -> accounts.put(KIM, "short"));
            assertThatIllegalArgumentException().isThrownBy(() -> accounts.put(KIM, "x".repeat(73)));
        }
    }
}
