package dev.sojourn.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** Where the chain ends: position (0 for none), recorded time and hash of the last event. */
record Tail(long position, Instant recorded, String recordedText, String hash) {

    static Tail read(Connection connection) throws SQLException {
        try (var select =
                        connection.prepareStatement("select position, recorded, hash from chain_head where only = 1");
                var row = select.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("chain_head has no row");
            }
            String recorded = row.getString(2);
            return new Tail(
                    row.getLong(1),
                    recorded == null ? Instant.EPOCH : Millis.parse(recorded),
                    recorded,
                    row.getString(3));
        }
    }

    void write(Connection connection) throws SQLException {
        try (var update = connection.prepareStatement(
                "update chain_head set position = ?, recorded = ?, hash = ? where only = 1")) {
            update.setLong(1, position);
            update.setString(2, recordedText);
            update.setString(3, hash);
            update.executeUpdate();
        }
    }
}
