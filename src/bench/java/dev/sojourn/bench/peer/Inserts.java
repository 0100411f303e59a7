package dev.sojourn.bench.peer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;

/** Rows inserted in batches, in one transaction. */
final class Inserts implements Database.Table {

    private static final int BATCH = 10_000;

    private final Connection connection;
    private final PreparedStatement insert;
    private int waiting;

    Inserts(Connection connection, String table, int columns) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        insert = connection.prepareStatement(
                "insert into " + table + " values (" + String.join(", ", Collections.nCopies(columns, "?")) + ")");
    }

    @Override
    public void add(Object... values) throws SQLException {
        for (int column = 0; column < values.length; column++) {
            insert.setObject(column + 1, values[column]);
        }
        insert.addBatch();
        if (++waiting == BATCH) {
            insert.executeBatch();
            waiting = 0;
        }
    }

    @Override
    public void close() throws SQLException {
        insert.executeBatch();
        insert.close();
        connection.commit();
        connection.setAutoCommit(true);
    }
}
