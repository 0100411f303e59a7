package dev.sojourn.store.row;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Where the chain ends: position (0 for none), recorded time and hash of the last event. */
public record Tail(long position, Instant recorded, String recordedText, String hash) {

    /** The row of the chain's head, which a ledger that takes writes always has. */
    public static Tail read(Connection connection) throws SQLException {
        return find(connection).orElseThrow(() -> new SQLException("chain_head has no row"));
    }

    /** The row of the chain's head; nothing if there is none that can be read. */
    public static Optional<Tail> find(Connection connection) throws SQLException {
        try (var select =
                        connection.prepareStatement("select position, recorded, hash from chain_head where only = 1");
                var row = select.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            String recorded = row.getString(2);
            return Optional.of(new Tail(
                    row.getLong(1),
                    recorded == null ? Instant.EPOCH : Millis.parse(recorded),
                    recorded,
                    row.getString(3)));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    public void write(Connection connection) throws SQLException {
        try (var update = connection.prepareStatement(
                "update chain_head set position = ?, recorded = ?, hash = ? where only = 1")) {
            update.setLong(1, position);
            update.setString(2, recordedText);
            update.setString(3, hash);
            update.executeUpdate();
        }
    }
}
