package dev.sojourn.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * What must hold before the ledger is written to again: positions without gaps, each subject's events numbered without
 * gaps, and the chain ending where its head says. Counts and the last row only; the hashes of all events are not
 * computed again.
 */
final class StartCheck {

    /**
     * What was found.
     *
     * @param head the last position that can be relied on
     * @param problem what is wrong with the one after it, or null if all is well
     */
    record Finding(long head, String problem) {}

    private StartCheck() {}

    static Finding of(DataSource events) throws SQLException {
        try (var connection = events.getConnection()) {
            var tail = Tail.read(connection);
            long rows = number(connection, "select count(*) from event");
            long last = number(connection, "select max(position) from event");
            if (rows != last || number(connection, "select min(position) from event") < 0) {
                long missing = number(connection, FIRST_MISSING);
                return new Finding(missing - 1, "there is no event at position " + missing);
            }
            long misnumbered = misnumbered(connection);
            if (misnumbered > 0) {
                return new Finding(
                        misnumbered - 1, "the event at position " + misnumbered + " is out of order in its subject");
            }
            if (tail.position() != last) {
                long missing = Math.min(last, tail.position()) + 1;
                return new Finding(
                        missing - 1,
                        "the chain ends at position " + tail.position() + ", the events at " + last + "; position "
                                + missing + " is wrong");
            }
            return last > 0 && !endsWith(connection, tail)
                    ? new Finding(last - 1, "the event at position " + last + " does not match the chain")
                    : new Finding(last, null);
        }
    }

    private static final String FIRST_MISSING = """
            select min(candidate) from (
                select 1 as candidate where not exists (select 1 from event where position = 1)
                union all
                select e.position + 1 from event e
                where not exists (select 1 from event n where n.position = e.position + 1))
            """;

    /** First position whose number is not that of the one before in its subject plus one; 0 for none. */
    private static long misnumbered(Connection connection) throws SQLException {
        long suspects = number(connection, """
                select count(*) from (
                    select subject from event group by subject
                    having min(sequence) <> 0 or max(sequence) <> count(*) - 1)
                """);
        return suspects == 0 ? 0 : number(connection, """
                        select min(position) from (
                            select position, sequence, row_number() over (partition by subject order by position) as n
                            from event)
                        where sequence <> n - 1
                        """);
    }

    /** Whether the last event's hash is that of its row, and the one the head keeps. */
    private static boolean endsWith(Connection connection, Tail tail) throws SQLException {
        String before = "";
        try (var select = connection.prepareStatement(
                "select " + EventRow.COLUMNS + ", hash from event where position in (?, ?) order by position")) {
            select.setLong(1, tail.position() - 1);
            select.setLong(2, tail.position());
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var event = EventRow.of(row);
                    String hash = row.getString(11);
                    if (event.position() == tail.position()) {
                        return hash.equals(tail.hash()) && hash.equals(HashChain.next(before, event));
                    }
                    before = hash;
                }
            }
        }
        return false;
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
