package dev.sojourn.access;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The accounts, in an H2 file of their own beside the ledger: who can log in says nothing about who worked where, and is
 * changed and backed up on its own. Passwords are kept as bcrypt hashes.
 */
public final class Accounts implements AutoCloseable {
    /** bcrypt reads no further; a longer password would be cut off silently. */
    private static final int LONGEST_PASSWORD = 72;

    private static final int SHORTEST_PASSWORD = 8;

    private final JdbcConnectionPool pool;
    private final JdbcClient sql;
    private final Clock clock;
    private final PasswordEncoder hashes = new BCryptPasswordEncoder(10);
    /** Compared with where there is no such account, so that guessing names takes as long as guessing passwords. */
    private final String nobody = hashes.encode("nobody has this password");

    private Accounts(JdbcConnectionPool pool, Clock clock) {
        this.pool = pool;
        this.sql = JdbcClient.create(pool);
        this.clock = clock;
    }

    /** Opens the accounts of a data directory; an empty file is made where there is none. */
    public static Accounts open(Path directory, Clock clock) {
        var pool = JdbcConnectionPool.create(
                "jdbc:h2:file:" + directory.toAbsolutePath().resolve("accounts")
                        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE",
                "sojourn",
                "");
        var accounts = new Accounts(pool, clock);
        accounts.sql
                .sql("create table if not exists account (name varchar(60) primary key, password varchar(100) not null,"
                        + " role varchar(20) not null, created timestamp(3) with time zone not null)")
                .update();
        return accounts;
    }

    /**
     * Creates an account, or gives an existing one another password and role.
     *
     * @throws IllegalArgumentException if the password has fewer than 8 characters or more than 72 bytes
     */
    public void put(Account account, String password) {
        if (password.length() < SHORTEST_PASSWORD || bytes(password) > LONGEST_PASSWORD) {
            throw new IllegalArgumentException("a password must have at least 8 characters and at most 72 bytes");
        }
        sql.sql("merge into account (name, password, role, created) key (name) values (?, ?, ?, ?)")
                .param(account.name())
                .param(hashes.encode(password))
                .param(account.role().name())
                .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** The account, if there is one of this name and the password is its password. */
    public Optional<Account> login(String name, String password) {
        Optional<Row> row = sql.sql("select name, role, password from account where name = ?")
                .param(name)
                .query((found, number) -> new Row(
                        new Account(found.getString(1), AccountRole.valueOf(found.getString(2))), found.getString(3)))
                .optional();
        boolean right = bytes(password) <= LONGEST_PASSWORD
                && hashes.matches(password, row.map(Row::hash).orElse(nobody));
        return right ? row.map(Row::account) : Optional.empty();
    }

    /** Changes whenever the account does; empty if there is none. */
    String version(String name) {
        return sql.sql("select password || ' ' || role from account where name = ?")
                .param(name)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** All accounts, by name. */
    public List<Account> all() {
        return sql.sql("select name, role from account order by name")
                .query((row, number) -> new Account(row.getString(1), AccountRole.valueOf(row.getString(2))))
                .list();
    }

    /** Copies the file as it is at one moment into a zip, while it is read and written. */
    public void backup(Path zip) {
        sql.sql("backup to ?").param(zip.toAbsolutePath().toString()).update();
    }

    @Override
    public void close() {
        // The pool alone would leave the file locked until the last connection times out.
        sql.sql("shutdown").update();
        pool.dispose();
    }

    private static int bytes(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length;
    }

    private record Row(Account account, String hash) {}
}
