package dev.sojourn.store.check;

import dev.sojourn.store.row.Head;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * How far a start of this program has looked at every event, so that the next one need not: a position and its hash, kept
 * in the events file. It moves after a start check that found nothing wrong, and when the ledger is closed in order, since
 * what was appended in between was checked as it was appended. It says nothing about what somebody did to the file
 * meanwhile: {@link StartCheck} looks at more than it asks for, and {@link Verification} does not ask for it.
 */
public record CheckedMark(Head head) {

    static CheckedMark read(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select position, hash from chain_checked where only = 1");
                var row = select.executeQuery()) {
            return new CheckedMark(row.next() ? new Head(row.getLong(1), row.getString(2)) : new Head(0, ""));
        }
    }

    /** Writes it and commits, unless it is there already. */
    public void write(Connection connection) throws SQLException {
        if (read(connection).equals(this)) {
            return;
        }
        try (var merge =
                connection.prepareStatement("merge into chain_checked (only, position, hash) values (1, ?, ?)")) {
            merge.setLong(1, head.position());
            merge.setString(2, head.hash());
            merge.executeUpdate();
        }
    }
}
