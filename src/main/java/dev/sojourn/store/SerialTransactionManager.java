package dev.sojourn.store;

import dev.sojourn.store.row.Tail;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Write transactions of the ledger, one after the other, from beginning to commit; so positions have no gaps, and the
 * order of commits is the order of positions. A lock around the append alone would not do: a command decides on what it
 * has read before.
 *
 * <p>The lock is given back at the end of a transaction, and then, before it returns, it waits for a sync of the file,
 * shared with those that committed meanwhile. A transaction that wrote nothing, or was rolled back, waits only for
 * commits it may have read.
 */
public final class SerialTransactionManager extends JdbcTransactionManager {

    private final DataSource events;
    private final Durability durability;
    private final ReentrantLock lock = new ReentrantLock();

    /** Whether the running transaction appended, whether it committed a change, or could not; under the lock. */
    private boolean appended;

    private boolean committed;
    private boolean uncommitted;

    SerialTransactionManager(DataSource events, Durability durability) {
        super(events);
        this.events = events;
        this.durability = durability;
    }

    /**
     * Takes the lock.
     *
     * @throws ReadOnlyStore if something about the store is in doubt
     */
    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalTransactionStateException("a write transaction of the ledger inside another");
        }
        lock.lock();
        try {
            durability.readOnlyReason().ifPresent(reason -> {
                throw new ReadOnlyStore(reason);
            });
            appended = false;
            committed = false;
            uncommitted = false;
            super.doBegin(transaction, definition);
        } catch (RuntimeException | Error failed) {
            lock.unlock();
            throw failed;
        }
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        try {
            long head = lastPosition();
            super.doCommit(status);
            if (head >= 0) {
                durability.committed(head);
                committed = true;
            }
        } catch (RuntimeException | SQLException failed) {
            uncommitted = true;
            throw durability.fail("writing to the events file", failed);
        }
    }

    /** A full disk may take not even this; then what the file holds is not known, whatever was to be taken back. */
    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        try {
            super.doRollback(status);
        } catch (RuntimeException failed) {
            if (uncommitted) {
                return; // that it is in doubt has been said, and is on its way to whoever wrote
            }
            throw durability.fail("taking back a write to the events file", failed);
        }
    }

    /** Gives the lock back, then waits for the disk. */
    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        long last = durability.lastCommit();
        boolean mine = committed;
        try {
            super.doCleanupAfterCompletion(transaction);
        } finally {
            lock.unlock();
        }
        try {
            durability.await(last);
        } catch (OutcomeUnknown unknown) {
            if (mine) {
                throw unknown;
            }
        }
    }

    /** Notes that the running transaction moves the head. */
    void appended() {
        appended = true;
    }

    /** Returns once the running write, if any, is over and safe on disk. */
    void drain() {
        lock.lock();
        try {
            durability.await(durability.lastCommit());
        } finally {
            lock.unlock();
        }
    }

    /** Sees that this thread is in a write transaction. */
    void requireLock() {
        if (!lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("events are appended in a transaction of LedgerStore.writes() only");
        }
    }

    /** The ledger's last position as this transaction leaves it, or -1 if it changed nothing at all. */
    private long lastPosition() throws SQLException {
        var connection = DataSourceUtils.getConnection(events);
        try (var select = connection.prepareStatement("select transaction_id()");
                var row = select.executeQuery()) {
            row.next();
            if (row.getString(1) == null) {
                return -1;
            }
            return appended ? Tail.read(connection).position() : durability.lastCommitPosition();
        } finally {
            DataSourceUtils.releaseConnection(connection, events);
        }
    }
}
