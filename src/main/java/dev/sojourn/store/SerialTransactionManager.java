package dev.sojourn.store;

import dev.sojourn.store.row.Tail;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Write transactions of the ledger, one after the other, from beginning to commit; so positions have no gaps, and the
 * order of commits is the order of positions. A lock around the append alone would not do: a command decides on what it
 * has read before.
 *
 * <p>The lock is given back at the end of a transaction, and then, before it returns, it waits for a sync of the file,
 * shared with those that committed meanwhile. Short ones, {@link #SHORT}, share the commit as well: while others wait for
 * the lock, the next one goes on in the same {@link SharedTransaction}, and all wait for its end. A transaction that wrote
 * nothing, or was rolled back, waits only for what it may have read.
 */
public final class SerialTransactionManager extends JdbcTransactionManager {

    /** What a transaction is that takes a moment: a command, not an import. */
    public static final TransactionDefinition SHORT = definition();

    /** With more the first would wait too long. */
    private static final int MOST = 32;

    private static final Logger LOG = LoggerFactory.getLogger(SerialTransactionManager.class);

    private final WriteSource events;
    private final Durability durability;
    private final ReentrantLock lock = new ReentrantLock();

    /** What the running transaction is part of, or the last one has left open; under the lock. */
    private SharedTransaction shared;

    /** One that has ended, and still has its connection. */
    private SharedTransaction ended;

    /** Of the running transaction, under the lock. */
    private boolean brief;

    private boolean appended;
    private boolean answered; // not taken back: what it has read must hold
    private boolean uncommitted;

    SerialTransactionManager(WriteSource events, Durability durability) {
        super(events);
        this.events = events;
        this.durability = durability;
    }

    private static TransactionDefinition definition() {
        var definition = new DefaultTransactionDefinition();
        definition.setName("short");
        return definition;
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
            brief = SHORT.getName().equals(definition.getName());
            if (!brief || durability.readOnlyReason().isPresent()) {
                finishForOthers();
            }
            durability.readOnlyReason().ifPresent(reason -> {
                throw new ReadOnlyStore(reason);
            });
            appended = false;
            answered = false;
            uncommitted = false;
            if (shared == null) {
                shared = new SharedTransaction(connection());
            }
            events.ready(shared.join());
            super.doBegin(transaction, definition);
        } catch (SQLException refused) {
            abandon();
            throw new CannotCreateTransactionException("the events file cannot be written to", refused);
        } catch (RuntimeException | Error failed) {
            abandon();
            throw failed;
        }
    }

    private Connection connection() throws SQLException {
        return events.getTargetDataSource().getConnection();
    }

    /** This one did not begin. */
    private void abandon() {
        try {
            finishForOthers();
        } finally {
            lock.unlock();
        }
    }

    /** Commits what others did before, who wait for it and are told how it ends. */
    private void finishForOthers() {
        try {
            finish();
        } catch (OutcomeUnknown theirs) {
            LOG.debug("Whoever waits for it is told");
        } finally {
            giveBack();
        }
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        try {
            long head = lastPosition();
            if (head >= 0) {
                shared.changed(head);
            }
            answered = true;
            if (!brief || shared.changes() >= MOST || !lock.hasQueuedThreads()) {
                finish();
            }
        } catch (SQLException failed) {
            uncommitted = true;
            var unknown = durability.fail("writing to the events file", failed);
            end(unknown);
            throw unknown;
        } catch (OutcomeUnknown unknown) {
            uncommitted = true;
            throw unknown;
        } catch (RuntimeException | Error odd) {
            uncommitted = true;
            end(durability.fail("writing to the events file", new IllegalStateException(odd)));
            throw odd;
        }
    }

    /** A full disk may take not even this; then what the file holds is not known, whatever was to be taken back. */
    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        if (uncommitted) {
            return; // that it is in doubt has been said, and is on its way to whoever wrote
        }
        try {
            super.doRollback(status);
            if (!brief || !lock.hasQueuedThreads()) {
                finish();
            }
        } catch (OutcomeUnknown said) {
            throw said;
        } catch (RuntimeException failed) {
            var unknown = durability.fail("taking back a write to the events file", failed);
            end(unknown);
            throw unknown;
        }
    }

    /** Commits what is open, if anything is. */
    private void finish() {
        if (shared == null) {
            return;
        }
        try {
            shared.commit();
            if (shared.changes() > 0) {
                durability.committed(shared.head());
            }
            end(null);
        } catch (SQLException failed) {
            var unknown = durability.fail("writing to the events file", failed);
            end(unknown);
            throw unknown;
        }
    }

    private void end(OutcomeUnknown unknown) {
        if (shared != null) {
            shared.over(durability.lastCommit(), unknown);
            ended = shared;
            shared = null;
        }
    }

    private void giveBack() {
        if (ended != null) {
            ended.giveBack();
            ended = null;
        }
    }

    /** Gives the lock back, then waits for the disk. */
    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        long last = durability.lastCommit();
        var open = shared;
        boolean mine = answered && !uncommitted;
        try {
            super.doCleanupAfterCompletion(transaction);
        } finally {
            giveBack();
            lock.unlock();
        }
        try {
            durability.await(open == null ? last : open.await());
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
            finish();
            giveBack();
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
        try {
            if (appended) {
                return Tail.read(connection).position(); // a part of it may have been taken back
            }
            return changed(connection) ? shared.changes() > 0 ? shared.head() : durability.lastCommitPosition() : -1;
        } finally {
            DataSourceUtils.releaseConnection(connection, events);
        }
    }

    /** Whether anything was changed, here or before in the same shared transaction. */
    private static boolean changed(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select transaction_id()");
                var row = select.executeQuery()) {
            row.next();
            return row.getString(1) != null;
        }
    }
}
