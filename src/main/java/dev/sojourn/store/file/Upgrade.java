package dev.sojourn.store.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bringing the tables of an older ledger up to date. The database commits each change of a table by itself, so whatever
 * stops it leaves tables that are neither the old ones nor the new. Therefore the whole file is kept beside it, under
 * {@value #KEPT}, until all is done; a start that finds it begins again from it. It takes as much room on the disk again.
 */
final class Upgrade {

    static final String KEPT = "events.before-upgrade";

    private static final Logger LOG = LoggerFactory.getLogger(Upgrade.class);

    private final Path file;
    private final Path kept;

    /** Of the events file in a folder. */
    Upgrade(Path directory, String name) {
        file = directory.resolve(name);
        kept = directory.resolve(KEPT);
    }

    /** Whether the file has tables, and not all that it should have. */
    boolean isDue(DataSource open) throws SQLException {
        try {
            var info = tables(open).info();
            return info.current() != null && info.pending().length > 0;
        } catch (FlywayException failed) {
            throw failure(failed);
        }
    }

    /** Makes the tables, or those that are missing; does nothing if there are none. */
    void run(DataSource open) throws SQLException {
        try {
            tables(open).migrate();
        } catch (FlywayException failed) {
            throw failure(failed);
        }
    }

    private static Flyway tables(DataSource open) {
        return Flyway.configure()
                .dataSource(open)
                .locations("classpath:db/migration/events/h2")
                .ignoreMigrationPatterns(new String[0]) // nor may a later Sojourn's tables be written to
                .load();
    }

    /** What the database said, on a full disk, say; otherwise the tables say of themselves what cannot be. */
    private SQLException failure(FlywayException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        throw new StorageFailure(file.getParent());
    }

    /** Puts the file back as it was if an upgrade was cut short or failed; nothing was acknowledged since. */
    void takeBack() throws IOException {
        Files.deleteIfExists(unfinished());
        if (Files.exists(kept)) {
            Files.move(kept, file, StandardCopyOption.ATOMIC_MOVE);
            LedgerFile.forceNames(file.getParent());
            LOG.warn("Repaired at the start: an upgrade of the events file was cut short, and begins again");
        }
    }

    /** Keeps the file as it is; it is closed, and safe on disk. */
    void keep() throws IOException {
        LOG.info("The events file is of an older Sojourn and is brought up to date; until then it is kept as {}", KEPT);
        try {
            Files.copy(file, unfinished(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            Files.deleteIfExists(unfinished());
            throw full;
        }
        try (var channel = FileChannel.open(unfinished(), StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(unfinished(), kept, StandardCopyOption.ATOMIC_MOVE);
        LedgerFile.forceNames(file.getParent());
    }

    /** The new tables are on disk: the old file goes. */
    void done() throws IOException {
        if (Files.deleteIfExists(kept)) {
            LedgerFile.forceNames(file.getParent());
        }
    }

    private Path unfinished() {
        return kept.resolveSibling(KEPT + ".new");
    }
}
