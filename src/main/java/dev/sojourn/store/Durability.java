package dev.sojourn.store;

import dev.sojourn.store.file.StorageFailure;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes commits safe on disk, many with one sync: whoever comes first syncs for all that have committed by then. The
 * head moves only afterwards. Once a sync has failed nothing can be said of what the file holds, so nothing more is
 * written.
 */
final class Durability {

    private static final Logger LOG = LoggerFactory.getLogger(Durability.class);

    /** Makes all that is committed survive a loss of power, or throws. */
    interface Disk {
        void sync() throws SQLException;
    }

    /** A commit by number, and the last position of the ledger then. */
    private record Commit(long number, long position) {}

    private final Disk disk;
    private final HeadWatch watch;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile Commit committed;
    private volatile Commit synced;
    private volatile String readOnly;
    private volatile boolean failed;

    /** Begins at a head that is already on disk. */
    Durability(Disk disk, long head, HeadWatch watch) {
        this.disk = disk;
        this.watch = watch;
        committed = new Commit(0, head);
        synced = committed;
    }

    long head() {
        return synced.position();
    }

    Optional<String> readOnlyReason() {
        return Optional.ofNullable(readOnly);
    }

    /** From now on no write begins; the first reason stays. Gives whether this is the first. */
    synchronized boolean refuseWrites(String reason) {
        boolean first = readOnly == null;
        if (first) {
            readOnly = reason;
        }
        return first;
    }

    /** A write failed half-way: what the file holds is not known. What the database says is not repeated: it quotes rows. */
    OutcomeUnknown fail(String doing, Exception cause) {
        failed = true;
        String reason = doing + " failed" + (cause instanceof SQLException sql ? ", error " + sql.getErrorCode() : "")
                + (StorageFailure.isCauseOf(cause) ? ": is its disk full, or read-only?" : "");
        if (refuseWrites(reason)) {
            LOG.error("The ledger takes no more writes, reads go on: {}", reason);
        }
        return new OutcomeUnknown(doing + " failed");
    }

    /** Notes a commit; called under the write lock. */
    void committed(long position) {
        committed = new Commit(committed.number() + 1, position);
    }

    /** Number of the last commit; called under the write lock. */
    long lastCommit() {
        return committed.number();
    }

    /** The ledger's last position as of then, synced or not. */
    long lastCommitPosition() {
        return committed.position();
    }

    /** Returns when a commit is safe on disk; called without the write lock, which others need meanwhile. */
    void await(long commit) {
        if (synced.number() >= commit) {
            return;
        }
        turn.lock();
        try {
            if (synced.number() >= commit) {
                return;
            }
            if (failed) {
                throw new OutcomeUnknown("an earlier sync failed");
            }
            var upTo = committed;
            disk.sync();
            synced = upTo;
        } catch (SQLException | IllegalStateException unsynced) {
            throw fail("syncing the events file", unsynced);
        } finally {
            turn.unlock();
        }
        watch.moved();
    }
}
