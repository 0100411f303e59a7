package dev.sojourn.store.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The H2 file {@code events} in a directory, open for this program alone.
 *
 * <p>What its URL says was found by killing writers and cutting power: WRITE_DELAY=0, since a delayed write is lost after
 * it was acknowledged; DB_CLOSE_ON_EXIT=FALSE, since H2 must not close under a running write; TRACE_LEVEL_FILE=0, since
 * H2's own log would quote rows. RETENTION_TIME stays as it is: zero breaks a sync. The user is the owner of the file,
 * whoever can read the directory; it needs a name and a password only because H2 lets no other user sync.
 */
public final class LedgerFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerFile.class);
    public static final String SETTINGS =
            ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;QUERY_CACHE_SIZE=64";
    private static final String FILE = "events.mv.db";
    private static final String USER = "sojourn";
    private static final String PASSWORD = "file permissions protect this file";
    private static final int CONNECTIONS = 64;

    private final FileChannel claim;
    private final JdbcConnectionPool pool;
    private final SteadyReads reads;
    private final Connection own;

    private LedgerFile(FileChannel claim, JdbcConnectionPool pool, SteadyReads reads) throws SQLException {
        this.claim = claim;
        this.pool = pool;
        this.reads = reads;
        own = pool.getConnection();
    }

    /** Claims the directory, opens the file and brings its tables up to date. */
    public static LedgerFile open(Path directory) {
        return open(directory, "");
    }

    /**
     * The same, through another file system of H2's.
     *
     * @param scheme what comes before the path, as in {@code async:}; empty for the one of the machine
     */
    public static LedgerFile open(Path directory, String scheme) {
        try {
            Files.createDirectories(directory);
            if (NewLedger.interrupted(directory)) {
                throw new IllegalArgumentException(
                        "there is no ledger in " + directory + " yet, since a restore was interrupted: repeat it");
            }
            var claim = claim(directory);
            try {
                return open(directory, scheme, claim);
            } catch (RuntimeException | SQLException failed) {
                claim.close();
                throw failed;
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException("cannot use the directory " + directory, unusable);
        } catch (SQLException refused) {
            if (refused.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                throw new StoreInUse(directory);
            }
            throw failure("opening the events file in " + directory, refused);
        }
    }

    /**
     * Opens the file, or makes it. Until it is made completely another one says so beside it, and nobody was told of
     * anything: what a kill or a loss of power left half made is put aside, and made again.
     */
    private static LedgerFile open(Path directory, String scheme, FileChannel claim) throws SQLException, IOException {
        new Upgrade(directory, FILE).takeBack();
        var making = directory.resolve("events.making");
        boolean cutShort = Files.exists(making);
        if (!cutShort && !Files.exists(directory.resolve(FILE))) {
            Files.createFile(making);
            forceNames(directory);
        }
        var file = cutShort ? whole(directory, scheme, claim) : opened(directory, scheme, claim);
        try {
            if (Files.deleteIfExists(making)) {
                forceNames(directory);
            }
            return file;
        } catch (IOException failed) {
            file.close();
            throw failed;
        }
    }

    private static LedgerFile whole(Path directory, String scheme, FileChannel claim) throws SQLException, IOException {
        try {
            return opened(directory, scheme, claim);
        } catch (SQLException | StorageFailure | IOException half) {
            LOG.warn("Repaired at the start: the events file was not completely made, and is made again");
            Files.move(
                    directory.resolve(FILE),
                    directory.resolve("events.unfinished"),
                    StandardCopyOption.REPLACE_EXISTING);
            return opened(directory, scheme, claim);
        }
    }

    /** Names in a folder are safe on disk once it was forced; some systems open no folders, and need not. */
    public static void forceNames(Path directory) {
        try (var folder = FileChannel.open(directory, StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException noFolder) {
            LOG.debug("The folder cannot be forced: {}", noFolder.getMessage());
        }
    }

    private static LedgerFile opened(Path directory, String scheme, FileChannel claim)
            throws SQLException, IOException {
        String url = "jdbc:h2:file:" + scheme + directory.toAbsolutePath().resolve("events") + SETTINGS;
        var upgrade = new Upgrade(directory, FILE);
        var file = connected(url, claim);
        try {
            if (upgrade.isDue(file.pool)) {
                file.shutDown();
                upgrade.keep();
                file = connected(url, claim);
            }
            upgrade.run(file.pool);
            file.sync();
            upgrade.done();
            return file;
        } catch (RuntimeException | SQLException | IOException failed) {
            file.abandon();
            upgrade.takeBack();
            throw failed;
        }
    }

    private static LedgerFile connected(String url, FileChannel claim) throws SQLException {
        var pool = JdbcConnectionPool.create(url, USER, PASSWORD);
        pool.setMaxConnections(CONNECTIONS);
        return new LedgerFile(claim, pool, new SteadyReads(pool, url + ";ACCESS_MODE_DATA=r", USER, PASSWORD));
    }

    private void shutDown() throws SQLException {
        try (var statement = own.createStatement()) {
            statement.execute("shutdown");
        } finally {
            pool.dispose();
        }
    }

    /** Lets go of the file as it stands. */
    private void abandon() {
        try (var statement = own.createStatement()) {
            statement.execute("shutdown immediately");
        } catch (SQLException closed) {
            LOG.debug("It had closed itself, error {}", closed.getErrorCode());
        } finally {
            pool.dispose();
        }
    }

    /** A lock that the system gives back even after a kill; H2's own would let this program open the file twice. */
    public static FileChannel claim(Path directory) throws IOException {
        var channel =
                FileChannel.open(directory.resolve("events.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException mine) {
            // another part of this program has it
        }
        channel.close();
        throw new StoreInUse(directory);
    }

    /** An exception without the text of H2's, which may quote rows. */
    public static StorageFailure failure(String doing, SQLException cause) {
        return new StorageFailure(doing, cause);
    }

    public DataSource dataSource() {
        return pool;
    }

    /** Connections for reading only, also after the database has given up over a disk that takes no more. */
    public DataSource reads() {
        return reads;
    }

    /** Makes all that is committed survive a loss of power; on a connection of its own, by one caller at a time. */
    public void sync() throws SQLException {
        try (var statement = own.createStatement()) {
            statement.execute("checkpoint sync");
        }
    }

    /** Copies the file as it is at one moment into a zip, while it is read and written. */
    public void backup(Path zip) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement("backup to ?")) {
            statement.setString(1, zip.toAbsolutePath().toString());
            statement.execute();
        }
    }

    /** Closes the file in order. Nothing is lost if that fails: all that was acknowledged is synced. */
    @Override
    public void close() {
        try (claim) {
            try (var statement = own.createStatement()) {
                statement.execute("shutdown");
            }
        } catch (SQLException | IOException closed) {
            LOG.warn("The events file could not be closed in order");
        } finally {
            reads.close();
            pool.dispose();
        }
    }
}
