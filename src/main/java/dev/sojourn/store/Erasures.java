package dev.sojourn.store;

import dev.sojourn.store.key.KeyTrouble;
import dev.sojourn.store.key.PersonalKeys;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What the events file says of the keys beside it: how many there must be at least, and whose were destroyed. An erasure is
 * recorded first and the key destroyed when that is on disk; one cut short in between is completed at the next start. The
 * other way round a crash would leave events that nobody can read and nobody erased.
 */
final class Erasures {

    private Erasures() {}

    static void note(Connection connection, String subject, long position) throws SQLException {
        try (var merge = connection.prepareStatement("merge into erasure (subject, position) values (?, ?)")) {
            merge.setString(1, subject);
            merge.setLong(2, position);
            merge.executeUpdate();
        }
    }

    static void noteKeys(Connection connection, long made) throws SQLException {
        try (var update = connection.prepareStatement("update personal_key set made = ? where made < ?")) {
            update.setLong(1, made);
            update.setLong(2, made);
            update.executeUpdate();
        }
    }

    /** How many keys the events need at least. */
    static long keysMade(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select made from personal_key");
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The position of the last one, 0 for none. */
    static long last(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select coalesce(max(position), 0) from erasure");
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * Destroys the keys of all whose erasure is recorded, and sees that no other is destroyed.
     *
     * @param upTo the last position that is safely on disk: others may be erasing meanwhile
     */
    static void complete(Connection connection, PersonalKeys keys, long upTo) throws SQLException {
        var recorded = recorded(connection, upTo);
        for (String subject : recorded) {
            if (!keys.destroyed(subject)) {
                keys.destroy(subject);
            }
        }
        for (String subject : keys.destroyed()) {
            if (!recorded.contains(subject)) {
                keys.distrust(new KeyTrouble(
                        KeyTrouble.Kind.KEY_DESTROYED,
                        "the key of " + subject
                                + " is marked as destroyed, but no erasure is recorded: the file of keys is"
                                + " newer than the events, or was changed. Put the right ones back together"));
            }
        }
    }

    private static Set<String> recorded(Connection connection, long upTo) throws SQLException {
        var recorded = new LinkedHashSet<String>();
        try (var select = connection.prepareStatement("select subject from erasure where position <= ?")) {
            select.setLong(1, upTo);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    recorded.add(row.getString(1));
                }
            }
        }
        return recorded;
    }
}
