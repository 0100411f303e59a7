package dev.sojourn.access;

import static dev.sojourn.access.AccountProblem.Kind.NO_SUCH_TOKEN;
import static dev.sojourn.access.AccountProblem.Kind.ROLE_TOO_HIGH;
import static dev.sojourn.access.AccountProblem.Kind.TOO_MANY_TOKENS;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What programs log in with: 256 random bits, shown once and kept as their SHA-256 alone. Nobody can try that many, so no
 * slow hash is needed as for passwords.
 */
public final class Tokens {
    /** What every token begins with, so that people and scanners know one where they see it. */
    public static final String PREFIX = "sojourn_";

    /** How long a token may last, in days. */
    public static final int MOST_DAYS = 366;

    private static final int MOST_A_PERSON = 100;
    /** How exact the last use is kept: a read should not cost a write each time. */
    private static final Duration EXACTNESS = Duration.ofMinutes(1);

    private static final String COLUMNS =
            "token.id, token.account, token.name, token.role, token.created, token.expires,"
                    + " token.last_used, token.revoked";

    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);

    private final AccountFile file;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * A token and what to send.
     *
     * @param secret the text to send; not shown again
     */
    public record Created(String secret, AccessToken token) {}

    Tokens(AccountFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /**
     * Makes a token.
     *
     * @param name what it is for: 1 to 60 letters, digits, spaces, dots, _, @ and -
     * @param days how long it lasts, 1 to 366
     * @throws AccountProblem if the role is more than the owner's, or the owner has 100 tokens that work
     * @throws IllegalArgumentException for another name or number of days
     */
    public Created create(AccountState owner, String name, AccountRole role, int days) {
        if (!name.matches("[\\p{L}\\p{N} ._@-]{1,60}") || name.isBlank()) {
            throw new IllegalArgumentException(
                    "a token needs a name of 1 to 60 letters, digits, spaces, dots, _, @ and -: what it is for");
        }
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("a token lasts 1 to " + MOST_DAYS + " days");
        }
        if (!owner.role().covers(role)) {
            throw new AccountProblem(
                    ROLE_TOO_HIGH,
                    "a token may do no more than its owner, who is "
                            + owner.role().text());
        }
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        var now = clock.instant();
        var token = new AccessToken(
                UUID.randomUUID().toString(),
                owner.name(),
                name,
                role,
                now,
                now.plus(Duration.ofDays(days)),
                null,
                null);
        file.change(() -> store(token, secret));
        return new Created(secret, token);
    }

    /** Whom a token lets in, with the token's role; nobody if it is unknown, expired, revoked or its owner disabled. */
    public Optional<Account> login(String secret) {
        var now = clock.instant();
        var known = file.sql()
                .sql("select " + COLUMNS + ", account.role from token join account on account.name = token.account"
                        + " where token.hash = ? and token.revoked is null and not account.disabled")
                .param(hash(secret))
                .query((row, number) -> new Owned(token(row, number), AccountRole.valueOf(row.getString(9))))
                .optional()
                .filter(owned -> owned.token.expires().isAfter(now))
                .filter(owned -> owned.owner.covers(owned.token.role()))
                .map(Owned::token);
        known.filter(token -> token.lastUsed() == null
                        || token.lastUsed().plus(EXACTNESS).isBefore(now))
                .ifPresent(token -> used(token, now));
        return known.map(token -> new Account(token.account(), token.role()));
    }

    /** All tokens, the newest first. */
    public List<AccessToken> all() {
        return file.sql()
                .sql("select " + COLUMNS + " from token order by created desc, id")
                .query(Tokens::token)
                .list();
    }

    /** One owner's tokens, the newest first. */
    public List<AccessToken> of(String account) {
        return all().stream().filter(token -> token.account().equals(account)).toList();
    }

    /**
     * Stops a token; one that was stopped before stays as it is.
     *
     * @param account whose it must be, or null for anybody's
     * @throws AccountProblem if there is no such token
     */
    public AccessToken revoke(String id, String account) {
        var token = all().stream()
                .filter(one ->
                        one.id().equals(id) && (account == null || one.account().equals(account)))
                .findFirst()
                .orElseThrow(() -> new AccountProblem(NO_SUCH_TOKEN, "there is no token \"" + id + "\""));
        file.change(() -> file.sql()
                .sql("update token set revoked = ? where id = ? and revoked is null")
                .params(time(clock.instant()), id)
                .update());
        return all().stream().filter(one -> one.id().equals(id)).findFirst().orElse(token);
    }

    private int store(AccessToken token, String secret) {
        var now = clock.instant();
        long working = of(token.account()).stream()
                .filter(other -> other.revoked() == null && other.expires().isAfter(now))
                .count();
        if (working >= MOST_A_PERSON) {
            throw new AccountProblem(TOO_MANY_TOKENS, "this account has 100 tokens that work: revoke one first");
        }
        return file.sql()
                .sql("insert into token (id, account, name, hash, role, created, expires) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        token.id(),
                        token.account(),
                        token.name(),
                        hash(secret),
                        token.role().name(),
                        time(token.created()),
                        time(token.expires()))
                .update();
    }

    /** A disk that takes nothing keeps nobody out. */
    private void used(AccessToken token, Instant now) {
        try {
            file.change(() -> file.sql()
                    .sql("update token set last_used = ? where id = ?")
                    .params(time(now), token.id())
                    .update());
        } catch (AccountProblem unwritten) {
            LOG.warn("It is not noted that a token was used: {}", unwritten.getMessage());
        }
    }

    private static String hash(String secret) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static AccessToken token(ResultSet row, int number) throws SQLException {
        return new AccessToken(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                AccountRole.valueOf(row.getString(4)),
                instant(row, 5),
                instant(row, 6),
                instant(row, 7),
                instant(row, 8));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private record Owned(AccessToken token, AccountRole owner) {}
}
