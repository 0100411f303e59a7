package dev.sojourn.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One transaction of the database in which several pieces of work are done, one after the other, each by its own thread:
 * to whoever does one it looks like a transaction of its own, which ends at a savepoint. All of them become durable, or
 * none: whoever did one waits for the commit. Used under the write lock, but for the waiting.
 */
final class SharedTransaction {

    private static final Logger LOG = LoggerFactory.getLogger(SharedTransaction.class);

    private final Connection connection;
    private final CompletableFuture<Long> commit = new CompletableFuture<>();
    private int changes;
    private long head;
    private Savepoint before; // what runs now; null where nothing is to be kept

    /** Begins on a connection, which it gives back at its end. */
    SharedTransaction(Connection connection) {
        this.connection = connection;
    }

    /** A connection for the next piece of work, whose commit and rollback are about that alone. */
    Connection join() throws SQLException {
        before = changes == 0 ? null : connection.setSavepoint();
        connection.setAutoCommit(false);
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, new Part());
    }

    /** What one piece of work has in hand. When the real transaction ends is not for it to say. */
    private final class Part implements InvocationHandler {

        private boolean autoCommit = true;

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            return switch (method.getName()) {
                case "getAutoCommit" -> autoCommit;
                case "setAutoCommit" -> {
                    autoCommit = (Boolean) arguments[0];
                    yield null;
                }
                case "rollback" -> {
                    takeBack(arguments == null ? before : (Savepoint) arguments[0]);
                    yield null;
                }
                case "commit", "close" -> null;
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> passOn(method, arguments);
            };
        }

        private Object passOn(Method method, Object[] arguments) throws Throwable {
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        }
    }

    /** To a savepoint, or where nothing is to be kept, everything. */
    private void takeBack(Savepoint to) throws SQLException {
        if (to == null) {
            connection.rollback();
        } else {
            connection.rollback(to);
        }
    }

    /**
     * The piece of work that runs now has changed something, and is to be committed.
     *
     * @param last the ledger's last position then
     */
    void changed(long last) {
        changes++;
        head = last;
    }

    /** How many pieces of work there are to be committed. */
    int changes() {
        return changes;
    }

    /** The ledger's last position as the last of them left it. */
    long head() {
        return head;
    }

    /** Commits it, if there is anything to commit. */
    void commit() throws SQLException {
        if (changes > 0) {
            connection.commit();
        } else {
            connection.rollback();
        }
    }

    /** It has ended: committed under a number or, if that is not known, with a reason. */
    void over(long number, OutcomeUnknown unknown) {
        if (unknown == null) {
            commit.complete(number);
        } else {
            commit.completeExceptionally(unknown);
        }
    }

    /** Gives its connection back. What could be neither committed nor taken back is not to be committed by that. */
    void giveBack() {
        try (connection) {
            if (commit.isCompletedExceptionally()) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        } catch (SQLException broken) {
            LOG.debug("The connection is of no use any more, error {}", broken.getErrorCode());
        }
    }

    /**
     * Returns the number of the commit when it has ended.
     *
     * @throws OutcomeUnknown if it could not be committed
     */
    long await() {
        try {
            return commit.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}
