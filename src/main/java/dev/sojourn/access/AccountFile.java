package dev.sojourn.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The H2 file of accounts and tokens. Changes take turns, and are on disk when they return. A disk that refuses one makes
 * H2 close the file; it is then opened again, so that people can log in all the same.
 */
final class AccountFile implements AutoCloseable {
    private static final String[] SCHEMA = {
        "create table if not exists account (name varchar(60) primary key, password varchar(100) not null,"
                + " role varchar(20) not null, created timestamp(3) with time zone not null)",
        "alter table account add column if not exists disabled boolean default false not null",
        "create table if not exists token (id varchar(36) primary key, account varchar(60) not null,"
                + " name varchar(60) not null, hash char(64) not null unique, role varchar(20) not null,"
                + " created timestamp(3) with time zone not null, expires timestamp(3) with time zone not null,"
                + " last_used timestamp(3) with time zone, revoked timestamp(3) with time zone)"
    };

    private static final Set<Integer> OF_THE_DISK = Set.of(
            ErrorCode.IO_EXCEPTION_1,
            ErrorCode.IO_EXCEPTION_2,
            ErrorCode.DATABASE_IS_CLOSED,
            ErrorCode.DATABASE_IS_READ_ONLY,
            ErrorCode.CONNECTION_BROKEN_1,
            ErrorCode.OBJECT_CLOSED);

    private final String url;
    private final AccountSeal seal;
    private volatile JdbcConnectionPool pool;
    private volatile JdbcClient sql;
    private boolean onlyToRead;

    /**
     * Opens the file in a data directory, or makes one there.
     *
     * @throws AccountProblem if another program has it open, the disk does not take it, or it is damaged
     */
    AccountFile(Path directory) {
        this(directory, "");
    }

    /** The same, through another file system of H2's. */
    AccountFile(Path directory, String scheme) {
        url = "jdbc:h2:file:" + scheme + directory.toAbsolutePath().resolve("accounts")
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
        pool = JdbcConnectionPool.create(url, "sojourn", "");
        sql = JdbcClient.create(pool);
        try {
            seal = new AccountSeal(directory);
            for (String statement : SCHEMA) {
                sql.sql(statement).update();
            }
            String digest = AccountContent.digest(sql);
            if (!seal.allows(digest) || !AccountContent.isFound(sql)) {
                letGo();
                throw damaged(directory);
            }
            seal.write(Set.of(digest));
        } catch (DataAccessException | UncheckedIOException failed) {
            letGo();
            if (inUse(failed)) {
                throw new AccountProblem(
                        AccountProblem.Kind.ACCOUNTS_IN_USE,
                        "the accounts in " + directory + " are in use by another program, a running server perhaps:"
                                + " stop it first, or ask it with --server URL");
            }
            throw ofTheDisk(failed)
                    ? new AccountProblem(
                            AccountProblem.Kind.ACCOUNTS_NOT_WRITTEN,
                            "the accounts in " + directory + " cannot be opened: is its disk full, or read-only?")
                    : damaged(directory);
        }
    }

    private static AccountProblem damaged(Path directory) {
        return new AccountProblem(
                AccountProblem.Kind.ACCOUNTS_DAMAGED,
                "the accounts in " + directory + " are not as they were left: accounts.mv.db is damaged, or older than"
                        + " accounts.seal, and lets nobody in. Take it from a backup, and move accounts.seal away;"
                        + " without one, move both away, and the next start of serve makes a new administrator");
    }

    private void letGo() {
        try {
            sql.sql("shutdown immediately").update();
        } catch (DataAccessException closed) {
            // it has closed itself, or was never open
        } finally {
            pool.dispose();
        }
    }

    JdbcClient sql() {
        return sql;
    }

    /** What came of a change, and the digest of everything after it. */
    private record Changed<T>(T made, String digest) {}

    /**
     * Makes a change; it is on disk when this returns.
     *
     * @throws AccountProblem if the disk does not take it
     */
    synchronized <T> T change(Supplier<T> change) {
        try {
            if (onlyToRead) {
                reopen("");
                onlyToRead = false;
            }
            var changed = new TransactionTemplate(new JdbcTransactionManager(pool)).execute(running -> {
                String before = AccountContent.digest(sql);
                T made = change.get();
                String after = AccountContent.digest(sql);
                seal.write(Set.copyOf(List.of(before, after)));
                return new Changed<>(made, after);
            });
            sql.sql("checkpoint sync").update();
            settle(changed.digest());
            return changed.made();
        } catch (DataAccessException | TransactionException | UncheckedIOException failed) {
            if (!ofTheDisk(failed)) {
                throw failed;
            }
            reopen(";ACCESS_MODE_DATA=r");
            onlyToRead = true;
            throw new AccountProblem(
                    AccountProblem.Kind.ACCOUNTS_NOT_WRITTEN,
                    "the accounts take no change: is the disk full, or read-only?");
        }
    }

    /** The change is on disk: what was before it is no longer right. */
    private void settle(String digest) {
        try {
            seal.write(Set.of(digest));
        } catch (UncheckedIOException full) {
            // the next change that the disk takes does it, too
        }
    }

    /** Opens the file in another way; nothing that was acknowledged is anywhere but in the file. */
    private void reopen(String mode) {
        var before = pool;
        try {
            sql.sql("shutdown immediately").update();
        } catch (DataAccessException closed) {
            // it has closed itself
        }
        pool = JdbcConnectionPool.create(url + mode, "sojourn", "");
        sql = JdbcClient.create(pool);
        before.dispose();
        sql.sql("select count(*) from account").query().singleValue();
    }

    @Override
    public void close() {
        try {
            // The pool alone would leave the file locked until the last connection times out.
            sql.sql("shutdown").update();
        } catch (DataAccessException failed) {
            if (!ofTheDisk(failed)) {
                throw failed;
            }
            // nothing is lost: every change was on disk before it was answered
        } finally {
            pool.dispose();
        }
    }

    /** Whether it is the disk that refuses, or the database, which gives up after it did. */
    private static boolean ofTheDisk(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    || (cause instanceof SQLException sql && OF_THE_DISK.contains(sql.getErrorCode()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean inUse(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                return true;
            }
        }
        return false;
    }
}
