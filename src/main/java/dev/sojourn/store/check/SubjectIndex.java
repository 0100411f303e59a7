package dev.sojourn.store.check;

import dev.sojourn.store.row.EventRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/**
 * The index that finds a subject's events, which holds subject, number and position once more. The chain of hashes is over
 * the rows, so a disk that turns a bit in the index alone would make events of one subject disappear for whoever asks of
 * that subject, with no row changed.
 *
 * <p>All rows are looked at in one order and all entries in another, so what is compared is a sum over them, under a factor
 * that is another one each time.
 */
final class SubjectIndex {

    private static final String NAME =
            "select index_name from information_schema.indexes where table_name = 'EVENT' and index_name like"
                    + " 'EVENT_ORDER_IN_SUBJECT%'";

    /** Without {@code use index ()} the rows would be read from the index, and be found in it. */
    private static final String NOT_IN_IT = """
            select min(e.position) from event e use index () where not exists (
                select 1 from event i
                where i.subject = e.subject and i.sequence = e.sequence and i.position = e.position)""";

    private final long factor;
    private long rows;
    private long sum;

    SubjectIndex() {
        this(new SplittableRandom().nextLong() | 1);
    }

    private SubjectIndex(long factor) {
        this.factor = factor;
    }

    /** Takes in a row. */
    void row(EventRow event) {
        add(event.subject(), event.sequence(), event.position());
    }

    /** Whether the index holds the rows taken in, and nothing else; on a connection that is free for it. */
    boolean agrees(Connection connection) throws SQLException {
        var found = new SubjectIndex(factor);
        try (var statement = connection.createStatement()) {
            // otherwise the database would hold all of it at once
            statement.execute("set lazy_query_execution 1");
            // all three values are in the index; no row is read
            try (var entry = statement.executeQuery("select subject, sequence, position from event use index (\""
                    + name(connection) + "\") order by subject, sequence")) {
                while (entry.next()) {
                    found.add(entry.getString(1), entry.getLong(2), entry.getLong(3));
                }
            } finally {
                statement.execute("set lazy_query_execution 0");
            }
        }
        return found.rows == rows && found.sum == sum;
    }

    /** The first event that cannot be found by its subject; quick for few events only. */
    static OptionalLong firstMissing(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(NOT_IN_IT)) {
            row.next();
            long position = row.getLong(1);
            return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(position);
        }
    }

    /** Makes it anew from the rows. */
    static void rebuild(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("alter table event drop constraint event_order_in_subject");
            statement.execute("alter table event add constraint event_order_in_subject unique (subject, sequence)");
        }
    }

    private void add(String subject, long sequence, long position) {
        long hash = sequence * factor + position;
        for (int i = 0; i < subject.length(); i++) {
            hash = hash * factor + subject.charAt(i);
        }
        hash = (hash ^ hash >>> 31) * 0x9e3779b97f4a7c15L;
        sum += hash ^ hash >>> 29;
        rows++;
    }

    private static String name(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(NAME)) {
            if (!row.next()) {
                throw new SQLException("the index by subjects is missing");
            }
            return row.getString(1);
        }
    }
}
