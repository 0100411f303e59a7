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

    private final ThreadLocal<Connection> ready = new ThreadLocal<>();

    WriteSource(DataSource connections) {
        super(connections);
    }

    /** The next connection that this thread asks for. */
    void ready(Connection connection) {
        ready.set(connection);
    }

    @Override
    public Connection getConnection() throws SQLException {
        var mine = ready.get();
        if (mine == null) {
            return super.getConnection();
        }
        ready.remove();
        return mine;
    }
}
