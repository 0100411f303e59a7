package dev.sojourn.access;

import static dev.sojourn.access.AccountProblem.Kind.ACCOUNT_EXISTS;
import static dev.sojourn.access.AccountProblem.Kind.LAST_ADMIN;
import static dev.sojourn.access.AccountProblem.Kind.NO_SUCH_ACCOUNT;
import static dev.sojourn.access.AccountProblem.Kind.WRONG_PASSWORD;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The accounts, in an H2 file of their own beside the ledger: who can log in says nothing about who worked where, and is
 * changed and backed up on its own. Passwords are kept as bcrypt hashes. An account is disabled, never deleted: the
 * ledger names who recorded what. Somebody who can look after the accounts is always left.
 */
public final class Accounts implements AutoCloseable {
    private static final String STATE = "select name, role, disabled, created from account";

    private final AccountFile file;
    private final Clock clock;
    private final Tokens tokens;
    private final PasswordEncoder hashes = new BCryptPasswordEncoder(10);
    /** Compared with where there is no such account, so that guessing names takes as long as guessing passwords. */
    private final String nobody = hashes.encode("nobody has this password");

    private Accounts(AccountFile file, Clock clock) {
        this.file = file;
        this.clock = Clock.tick(clock, Duration.ofMillis(1)); // finer, and an answer would not be what is read later
        this.tokens = new Tokens(file, this.clock);
    }

    /**
     * Opens the accounts of a data directory; an empty file is made where there is none.
     *
     * @throws AccountProblem if another program has them open
     */
    public static Accounts open(Path directory, Clock clock) {
        return new Accounts(new AccountFile(directory), clock);
    }

    /** The same, through another file system of H2's. */
    static Accounts open(Path directory, String scheme, Clock clock) {
        return new Accounts(new AccountFile(directory, scheme), clock);
    }

    /** What programs log in with. */
    public Tokens tokens() {
        return tokens;
    }

    /**
     * Creates an account.
     *
     * @throws AccountProblem if there is one of that name, in any case, or the password is weak
     */
    public void add(Account account, String password) {
        PasswordRules.check(account.name(), password);
        file.change(() -> {
            if (all().stream().anyMatch(other -> other.name().equalsIgnoreCase(account.name()))) {
                throw new AccountProblem(ACCOUNT_EXISTS, "there is an account \"" + account.name() + "\" already");
            }
            return store(account, password);
        });
    }

    /**
     * Creates an account, or gives an existing one another password and role.
     *
     * @throws AccountProblem if the password is weak
     */
    public void put(Account account, String password) {
        PasswordRules.check(account.name(), password);
        file.change(() -> store(account, password));
    }

    /** Gives an account another password. */
    public void setPassword(String name, String password) {
        PasswordRules.check(name, password);
        file.change(() -> changed(
                name,
                file.sql()
                        .sql("update account set password = ? where name = ?")
                        .params(hashes.encode(password), name)
                        .update()));
    }

    /**
     * Changes one's own password.
     *
     * @throws AccountProblem if the current one is not right, or the next one is weak
     */
    public void changePassword(String name, String current, String next) {
        if (login(name, current).isEmpty()) {
            throw new AccountProblem(WRONG_PASSWORD, "the current password is not right");
        }
        setPassword(name, next);
    }

    /** Gives an account another role; its tokens do no more than the new role may. */
    public void setRole(String name, AccountRole role) {
        file.change(() -> {
            if (role != AccountRole.ADMIN) {
                requireAnotherAdmin(name);
            }
            return changed(
                    name,
                    file.sql()
                            .sql("update account set role = ? where name = ?")
                            .params(role.name(), name)
                            .update());
        });
    }

    /** Lets nobody in by this account any more, nor by its tokens, or lets it in again. */
    public void setDisabled(String name, boolean disabled) {
        file.change(() -> {
            if (disabled) {
                requireAnotherAdmin(name);
            }
            return changed(
                    name,
                    file.sql()
                            .sql("update account set disabled = ? where name = ?")
                            .params(disabled, name)
                            .update());
        });
    }

    /** The account, if there is one of this name, it is not disabled, and the password is its password. */
    public Optional<Account> login(String name, String password) {
        Optional<Row> row = file.sql()
                .sql("select name, role, password from account where name = ? and not disabled")
                .param(name)
                .query((found, number) -> new Row(
                        new Account(found.getString(1), AccountRole.valueOf(found.getString(2))), found.getString(3)))
                .optional();
        boolean right = !PasswordRules.tooLong(password)
                && hashes.matches(password, row.map(Row::hash).orElse(nobody));
        return right ? row.map(Row::account) : Optional.empty();
    }

    /** Changes whenever the account does; empty if there is none that can log in. */
    public String version(String name) {
        return file.sql()
                .sql("select password || ' ' || role from account where name = ? and not disabled")
                .param(name)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** All accounts, by name. */
    public List<AccountState> all() {
        return file.sql().sql(STATE + " order by name").query(Accounts::state).list();
    }

    /**
     * One account.
     *
     * @throws AccountProblem if there is none of this name
     */
    public AccountState one(String name) {
        return file.sql()
                .sql(STATE + " where name = ?")
                .param(name)
                .query(Accounts::state)
                .optional()
                .orElseThrow(() -> new AccountProblem(NO_SUCH_ACCOUNT, "there is no account \"" + name + "\""));
    }

    /** Copies the file as it is at one moment into a zip, while it is read and written. */
    public void backup(Path zip) {
        file.sql().sql("backup to ?").param(zip.toAbsolutePath().toString()).update();
    }

    @Override
    public void close() {
        file.close();
    }

    private int store(Account account, String password) {
        return file.sql()
                .sql("merge into account (name, password, role, created) key (name) values (?, ?, ?, ?)")
                .params(
                        account.name(),
                        hashes.encode(password),
                        account.role().name(),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    private void requireAnotherAdmin(String name) {
        boolean another = all().stream()
                .anyMatch(account -> account.role() == AccountRole.ADMIN
                        && !account.disabled()
                        && !account.name().equals(name));
        if (!another && one(name).role() == AccountRole.ADMIN) {
            throw new AccountProblem(
                    LAST_ADMIN, "\"" + name + "\" is the last admin: nobody could look after the accounts");
        }
    }

    private static int changed(String name, int rows) {
        if (rows == 0) {
            throw new AccountProblem(NO_SUCH_ACCOUNT, "there is no account \"" + name + "\"");
        }
        return rows;
    }

    private static AccountState state(ResultSet row, int number) throws SQLException {
        return new AccountState(
                row.getString(1),
                AccountRole.valueOf(row.getString(2)),
                row.getBoolean(3),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }

    private record Row(Account account, String hash) {}
}
