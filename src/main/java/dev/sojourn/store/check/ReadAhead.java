package dev.sojourn.store.check;

import dev.sojourn.store.row.EventRow;
import dev.sojourn.store.row.Link;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Rows in the order of positions, page by page: while one page is looked at, a thread of its own fetches the next, so that
 * the disk and the hash do not wait for one another. Nobody else may use the connection meanwhile.
 */
final class ReadAhead implements AutoCloseable {

    /** Rows in a page; two pages are held at most. */
    static final int PAGE = 5_000;

    /** A row that the database keeps under another key than its position is found by no look-up: it counts as missing. */
    private static final String ROWS = "select " + EventRow.COLUMNS
            + ", hash from event where position > ? and position <= ? and _rowid_ = position"
            + " order by position fetch first " + PAGE + " rows only";

    private final ExecutorService reader = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "ledger-read-ahead");
        thread.setDaemon(true);
        return thread;
    });
    private final PreparedStatement select;
    private Future<List<Link>> coming;

    ReadAhead(Connection connection, long after) throws SQLException {
        select = connection.prepareStatement(ROWS);
        coming = reader.submit(() -> page(select, after, Long.MAX_VALUE));
    }

    /** At most a page of rows after a position, up to another, on the caller's thread. */
    static List<Link> page(Connection connection, long after, long upTo) throws SQLException {
        try (var select = connection.prepareStatement(ROWS)) {
            return page(select, after, upTo);
        }
    }

    /** The next rows, whatever their positions are; none at the end. */
    List<Link> next() throws SQLException {
        var page = arrived();
        if (page.size() == PAGE) {
            long last = page.get(PAGE - 1).event().position();
            coming = reader.submit(() -> page(select, last, Long.MAX_VALUE));
        } else {
            coming = null;
        }
        return page;
    }

    /** Waits for the reader: the connection is free again afterwards. */
    @Override
    public void close() throws SQLException {
        try {
            if (coming != null) {
                arrived();
            }
        } finally {
            reader.shutdown();
            select.close();
        }
    }

    private List<Link> arrived() throws SQLException {
        if (coming == null) {
            return List.of();
        }
        try {
            return coming.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof SQLException sql) {
                throw sql;
            }
            throw new IllegalStateException("reading the events failed", failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("reading the events was interrupted", stopping);
        }
    }

    private static List<Link> page(PreparedStatement select, long after, long upTo) throws SQLException {
        select.setLong(1, after);
        select.setLong(2, upTo);
        var page = new ArrayList<Link>();
        try (var row = select.executeQuery()) {
            while (row.next()) {
                page.add(new Link(EventRow.of(row), row.getString(11)));
            }
        }
        return page;
    }
}
