package dev.sojourn.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections to the events file; to a thread that begins a write transaction the one that was laid ready for it, which
 * others may have written through before.
 */
final class WriteSource extends DelegatingDataSource {

    /** Asked for as soon as it is laid ready, so no other ledger's can be in the way. */
    private static final ThreadLocal<Connection> READY = new ThreadLocal<>();

    WriteSource(DataSource connections) {
        super(connections);
    }

    /** The next connection that this thread asks for. */
    void ready(Connection connection) {
        READY.set(connection);
    }

    @Override
    public Connection getConnection() throws SQLException {
        var mine = READY.get();
        if (mine == null) {
            return super.getConnection();
        }
        READY.remove();
        return mine;
    }
}
