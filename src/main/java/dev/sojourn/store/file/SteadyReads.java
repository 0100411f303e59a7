package dev.sojourn.store.file;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Connections for reading. A disk that refuses a write makes H2 close the whole database, also for those who only read;
 * the file is then opened once more, to be read as it stands. What is safely on disk is in it, and nobody asks for more.
 */
final class SteadyReads extends AbstractDataSource implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SteadyReads.class);

    private final DataSource first;
    private final String url;
    private final String user;
    private final String password;
    private JdbcConnectionPool afterwards;
    /** One connection stays, so that the file is not closed between two reads. */
    private Connection kept;

    private boolean closed;

    /** Goes on with another URL where the first source gives up. */
    SteadyReads(DataSource first, String url, String user, String password) {
        this.first = first;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var second = afterwards();
        if (second != null) {
            return second.getConnection();
        }
        var connection = sound();
        return connection == null ? reopened().getConnection() : connection;
    }

    @Override
    public Connection getConnection(String name, String secret) throws SQLException {
        throw new SQLException("there is one user");
    }

    /** Closes the second opening, if there was one; after this there is none. */
    @Override
    public synchronized void close() {
        closed = true;
        if (afterwards != null) {
            try {
                kept.close();
            } catch (SQLException nothing) {
                LOG.debug("Nothing was written, so nothing is lost");
            }
            afterwards.dispose();
        }
    }

    /** A connection of the first source, or null if it gives none that works. */
    private Connection sound() {
        try {
            var connection = first.getConnection();
            if (connection.isValid(0)) {
                return connection;
            }
            connection.close();
        } catch (SQLException gaveUp) {
            LOG.debug("The events file gives no connection any more, error {}", gaveUp.getErrorCode());
        }
        return null;
    }

    private synchronized JdbcConnectionPool afterwards() {
        return afterwards;
    }

    private synchronized JdbcConnectionPool reopened() throws SQLException {
        if (afterwards == null) {
            if (closed) {
                throw new SQLException("the events file is closed");
            }
            var pool = JdbcConnectionPool.create(url, user, password);
            kept = pool.getConnection();
            afterwards = pool;
            LOG.warn(
                    "The events file was closed by its database, which could not write, and is open again for reading");
        }
        return afterwards;
    }
}
