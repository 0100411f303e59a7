package dev.sojourn.store;

import dev.sojourn.store.row.Pending;
import dev.sojourn.store.row.StaleSequence;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sees that each subject's events are numbered 0, 1, 2 and so on. Remembers the numbers of subjects lately written to, as
 * long as the chain ends where it left it: after a transaction that was rolled back they are asked for again. Used under
 * the write lock.
 */
final class Sequences {

    private static final int REMEMBERED = 200_000;

    private final Map<String, Long> lasts = new HashMap<>();
    private String end = "";

    /**
     * Checks events about to be appended.
     *
     * @param chainEnd the hash at which the chain ends, in the running transaction
     * @throws StaleSequence if one is not the next of its subject
     */
    void check(Connection connection, String chainEnd, List<Pending> events) throws SQLException {
        if (!chainEnd.equals(end) || lasts.size() > REMEMBERED) {
            lasts.clear();
        }
        end = null; // until these are appended
        try (var stored = connection.prepareStatement(
                "select sequence from event where subject = ? order by sequence desc limit 1")) {
            for (var event : events) {
                String subject = event.event().subject().key();
                Long last = lasts.get(subject);
                long before = last == null ? stored(stored, subject) : last;
                if (event.sequence() != before + 1) {
                    lasts.clear();
                    throw new StaleSequence(subject, event.sequence(), before + 1);
                }
                lasts.put(subject, event.sequence());
            }
        }
    }

    /** They were appended, and the chain ends with another hash. */
    void appended(String chainEnd) {
        end = chainEnd;
    }

    private static long stored(PreparedStatement stored, String subject) throws SQLException {
        stored.setString(1, subject);
        try (var row = stored.executeQuery()) {
            return row.next() ? row.getLong(1) : -1;
        }
    }
}
