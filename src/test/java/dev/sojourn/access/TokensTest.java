package dev.sojourn.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Tokens")
class TokensTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path directory;

    private Accounts accounts;

    @BeforeEach
    void open() {
        accounts = at(START);
        accounts.add(new Account("ann", AccountRole.ADMIN), "correct horse");
        accounts.add(new Account("kim", AccountRole.CURATOR), "battery staple");
    }

    @AfterEach
    void close() {
        accounts.close();
    }

    @Test
    void let_in_their_owner_with_the_role_they_were_made_for() {
        var reader = made("kim", AccountRole.VIEWER, 90);

        assertThat(accounts.tokens().login(reader.secret())).contains(new Account("kim", AccountRole.VIEWER));
        assertThat(accounts.tokens().login(reader.secret() + "x")).isEmpty();
        assertThat(reader.secret()).startsWith("sojourn_").hasSize("sojourn_".length() + 43);
    }

    @Test
    void are_kept_as_their_hash_alone() throws IOException {
        String secret = made("kim", AccountRole.CURATOR, 90).secret();
        accounts.close();
        accounts = at(START);

        assertThat(accounts.tokens().login(secret)).isPresent();
        assertThat(Files.readString(directory.resolve("accounts.mv.db"), StandardCharsets.ISO_8859_1))
                .doesNotContain(secret)
                .doesNotContain(secret.substring("sojourn_".length()));
    }

    @Test
    void let_nobody_in_from_the_moment_they_expire() {
        String secret = made("kim", AccountRole.VIEWER, 10).secret();

        reopen(START.plus(Duration.ofDays(10)).minusMillis(1));
        assertThat(accounts.tokens().login(secret)).isPresent();
        reopen(START.plus(Duration.ofDays(10)));
        assertThat(accounts.tokens().login(secret)).isEmpty();
    }

    @Test
    void let_nobody_in_once_revoked_by_their_owner_and_by_nobody_else() {
        var token = made("kim", AccountRole.VIEWER, 10);

        assertThatThrownBy(() -> accounts.tokens().revoke(token.token().id(), "ann"))
                .hasMessageContaining("there is no token");
        assertThat(accounts.tokens().login(token.secret())).isPresent();
        assertThat(accounts.tokens().revoke(token.token().id(), "kim").revoked())
                .isEqualTo(START);
        assertThat(accounts.tokens().login(token.secret())).isEmpty();
    }

    @Test
    void stop_while_their_owner_is_disabled() {
        String secret = made("kim", AccountRole.CURATOR, 10).secret();

        accounts.setDisabled("kim", true);
        assertThat(accounts.tokens().login(secret)).isEmpty();
        accounts.setDisabled("kim", false);
        assertThat(accounts.tokens().login(secret)).isPresent();
    }

    @Test
    void stop_when_their_owner_may_less_than_they() {
        String curators = made("kim", AccountRole.CURATOR, 10).secret();
        String viewers = made("kim", AccountRole.VIEWER, 10).secret();

        accounts.setRole("kim", AccountRole.AUDITOR);

        assertThat(accounts.tokens().login(curators)).isEmpty();
        assertThat(accounts.tokens().login(viewers)).isPresent();
    }

    @Test
    void are_not_made_for_more_than_their_owner_may() {
        assertThatThrownBy(() -> made("kim", AccountRole.AUDITOR, 10)).hasMessageContaining("no more than its owner");
        assertThatThrownBy(() -> made("kim", AccountRole.ADMIN, 10)).hasMessageContaining("no more than its owner");
        assertThat(made("ann", AccountRole.AUDITOR, 10).token().role()).isEqualTo(AccountRole.AUDITOR);
        assertThatIllegalArgumentException().isThrownBy(() -> made("kim", AccountRole.VIEWER, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> made("kim", AccountRole.VIEWER, 367));
    }

    @Test
    void remember_to_the_minute_when_they_were_last_used() {
        var token = made("kim", AccountRole.VIEWER, 10);
        assertThat(accounts.tokens().of("kim").get(0).lastUsed()).isNull();

        accounts.tokens().login(token.secret());
        reopen(START.plusSeconds(60));
        accounts.tokens().login(token.secret());
        assertThat(accounts.tokens().of("kim").get(0).lastUsed()).isEqualTo(START);
        reopen(START.plusSeconds(61));
        accounts.tokens().login(token.secret());
        assertThat(accounts.tokens().of("kim").get(0).lastUsed()).isEqualTo(START.plusSeconds(61));
        assertThat(accounts.tokens().of("ann")).isEmpty();
    }

    private Tokens.Created made(String owner, AccountRole role, int days) {
        return accounts.tokens().create(accounts.one(owner), "nightly export", role, days);
    }

    private void reopen(Instant now) {
        accounts.close();
        accounts = at(now);
    }

    private Accounts at(Instant now) {
        return Accounts.open(directory, Clock.fixed(now, ZoneOffset.UTC));
    }
}
