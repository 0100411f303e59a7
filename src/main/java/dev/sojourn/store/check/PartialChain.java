package dev.sojourn.store.check;

import dev.sojourn.store.file.LedgerFile;
import dev.sojourn.store.row.EventRow;
import dev.sojourn.store.row.Head;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A part of the chain, checked as the next of an event that is taken for good. */
final class PartialChain {

    private static final String BEFORE = "select position from event where subject = ? and sequence = ?";

    private final Connection connection;
    private final ChainCheck check;
    private String problem;

    private PartialChain(Connection connection, Head last, String recorded) {
        this.connection = connection;
        check = new ChainCheck(last, recorded, this::sequence);
    }

    /** The part after a position; nothing if there is no event at it, nor anything for it to begin with. */
    static Optional<PartialChain> after(Connection connection, long position) throws SQLException {
        if (position == 0) {
            return Optional.of(new PartialChain(connection, new Head(0, ""), ""));
        }
        try (var select = connection.prepareStatement("select hash, recorded from event where position = ?")) {
            select.setLong(1, position);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new PartialChain(connection, new Head(position, row.getString(1)), row.getString(2)))
                        : Optional.empty();
            }
        }
    }

    /** Checks events up to a position or the first that is wrong, and gives how many. */
    long follow(long upTo) throws SQLException {
        long from = last().position();
        while (problem == null && last().position() < upTo) {
            var page = ReadAhead.page(connection, last().position(), upTo);
            for (int i = 0; i < page.size() && problem == null; i++) {
                problem = check.next(page.get(i));
            }
            if (page.size() < ReadAhead.PAGE) {
                break;
            }
        }
        return last().position() - from;
    }

    /** What is wrong with the event after the last good one, or null. */
    String problem() {
        return problem;
    }

    Head last() {
        return check.last();
    }

    /** When the last good event was recorded; empty for none. */
    String recorded() {
        return check.recorded();
    }

    /** An event's own number if the one before in its subject is where it must be; no number may be there twice. */
    private long sequence(EventRow event) {
        if (event.sequence() <= 0) {
            return 0;
        }
        try (var select = connection.prepareStatement(BEFORE)) {
            select.setString(1, event.subject());
            select.setLong(2, event.sequence() - 1);
            try (var row = select.executeQuery()) {
                return row.next() && row.getLong(1) < event.position() ? event.sequence() : -1;
            }
        } catch (SQLException failed) {
            throw LedgerFile.failure("checking the events file", failed);
        }
    }
}
