package dev.sojourn.bench.ledger;

import dev.sojourn.event.form.EventJson;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.file.LedgerFile;
import dev.sojourn.store.row.EventRow;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What anybody would do by hand with the rows of events, in the same database with the same settings and indexes: no rule
 * asked, no hash, no look-up, nothing encrypted or decrypted.
 */
final class RawRows implements AutoCloseable {

    private static final int PAGE = 50_000;
    private static final String SELECT =
            "select " + EventRow.COLUMNS + ", hash from event where position > ? and position <= ? order by position";

    private record Stored(EventRow row, String hash) {}

    private final Connection connection;
    private final PreparedStatement insert;

    /** An empty table of events in a file of its own. */
    RawRows(Path folder) throws SQLException {
        connection =
                DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("raw") + LedgerFile.SETTINGS, "sa", "");
        try (var tables = connection.createStatement()) {
            tables.execute("runscript from 'classpath:db/migration/events/h2/V1__event_store.sql'");
        }
        connection.setAutoCommit(false);
        insert = connection.prepareStatement(EventRow.INSERT);
    }

    /** Selects all events of a ledger in order and reads each payload as a tree. */
    static void read(LedgerStore store, long head) {
        var json = EventJson.mapper();
        long fields = 0;
        try (var reading = store.dataSource().getConnection();
                var select = reading.prepareStatement(SELECT)) {
            for (long after = 0; after < head; after += PAGE) {
                select.setLong(1, after);
                select.setLong(2, after + PAGE);
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        fields +=
                                json.readValue(row.getString(9), JsonNode.class).size();
                    }
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        if (fields < head) {
            throw new IllegalStateException("events without fields");
        }
    }

    /**
     * Inserts all rows of a ledger, so many with one commit and one sync.
     *
     * @return nanoseconds, those for reading them not counted
     */
    long insertAll(LedgerStore store, int batch) throws SQLException {
        long nanos = 0;
        for (long after = 0; after < store.head(); after += batch) {
            var rows = rows(store, after, after + batch);
            long began = System.nanoTime();
            for (var row : rows) {
                row.row().addTo(insert, row.hash());
            }
            insert.executeBatch();
            commit();
            nanos += System.nanoTime() - began;
        }
        return nanos;
    }

    /** Inserts one row like another, under another number, with a commit and a sync of its own. */
    void insertOne(EventRow like, String hash, long number) throws SQLException {
        new EventRow(
                        number,
                        EventRow.eventId(0, number),
                        like.subject(),
                        number,
                        like.subjectType(),
                        like.recorded(),
                        like.type(),
                        like.revision(),
                        like.payload(),
                        like.metadata())
                .addTo(insert, hash);
        insert.executeBatch();
        commit();
    }

    private void commit() throws SQLException {
        connection.commit();
        try (var sync = connection.createStatement()) {
            sync.execute("checkpoint sync");
        }
    }

    private static List<Stored> rows(LedgerStore store, long after, long upTo) {
        var rows = new ArrayList<Stored>();
        store.links(after, upTo, link -> rows.add(new Stored(link.event(), link.hash())));
        return rows;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
