package dev.sojourn.store.file;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import org.h2.api.ErrorCode;

/**
 * The events file did not give or take what was asked. Nothing of what was asked is recorded. Quotes nothing but what
 * was being done and the number of the error, since messages of the database may quote rows.
 */
public final class StorageFailure extends IllegalStateException {

    /** The disk refuses, or the database has given up after it did. */
    private static final Set<Integer> OF_THE_DISK = Set.of(
            ErrorCode.IO_EXCEPTION_1,
            ErrorCode.IO_EXCEPTION_2,
            ErrorCode.FILE_CORRUPTED_1,
            ErrorCode.DATABASE_IS_CLOSED,
            ErrorCode.CONNECTION_BROKEN_1,
            ErrorCode.OBJECT_CLOSED);

    private final String advice;

    StorageFailure(String doing, SQLException cause) {
        super(doing + " failed, error " + cause.getErrorCode());
        advice = "is the file damaged, or is its disk full, or read-only?";
    }

    /** The file says of itself that it has other tables than any that this program knows how to bring up to date. */
    StorageFailure(Path directory) {
        super("the events file in " + directory
                + " does not say which version its tables are of, or names one that this" + " Sojourn does not know");
        advice =
                "use the Sojourn that wrote it; if that is this one the file is damaged: restore an export or a backup";
    }

    /** What whoever looks after the ledger can ask or do. */
    public String advice() {
        return advice;
    }

    /**
     * Whether this, or the disk, is what something else was thrown for. A refused write may come up as a general error of
     * the database, which has the refusal among its causes.
     */
    public static boolean isCauseOf(Throwable thrown) {
        boolean database = false;
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof StorageFailure
                    || (cause instanceof SQLException sql && OF_THE_DISK.contains(sql.getErrorCode()))
                    || (database && cause instanceof IOException)) {
                return true;
            }
            database |= cause instanceof SQLException;
        }
        return false;
    }
}
