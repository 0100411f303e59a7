package dev.sojourn.store;

import dev.sojourn.event.Recorded;
import dev.sojourn.event.form.EventText;
import dev.sojourn.event.form.Upcasters;
import dev.sojourn.event.value.Id;
import dev.sojourn.store.file.LedgerFile;
import dev.sojourn.store.key.PersonalText;
import dev.sojourn.store.row.EventMark;
import dev.sojourn.store.row.EventRow;
import dev.sojourn.store.row.Head;
import dev.sojourn.store.row.Link;
import dev.sojourn.store.row.Metadata;
import dev.sojourn.store.row.Millis;
import dev.sojourn.store.row.UnreadableEvent;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Reads events from the file, through the chain of upcasters. Knows nothing of the head: callers keep below it. */
final class EventReader {

    /** Rows fetched at once: H2 holds a whole result in memory, so one query for all of them would not do. */
    private static final int PAGE = 5_000;

    private static final String SELECT = "select " + EventRow.COLUMNS + " from event where ";

    private final DataSource events;
    private final PersonalText personal;
    private final EventText text;
    private final boolean ahead;

    /**
     * A reader.
     *
     * @param ahead whether other threads may read pages before they are asked for
     */
    EventReader(DataSource events, PersonalText personal, boolean ahead) {
        this.events = events;
        this.ahead = ahead;
        this.personal = personal;
        text = new EventText(Upcasters.CURRENT);
    }

    void read(long after, long upTo, Consumer<Recorded> sink) {
        read(after, upTo, false, sink);
    }

    /** With nothing personal decrypted but names and identifiers, if that is enough. */
    void read(long after, long upTo, boolean namesOnly, Consumer<Recorded> sink) {
        if (!ahead || upTo - after <= PAGE) {
            for (long from = after + 1; from <= upTo; from += PAGE) {
                long to = Math.min(upTo, from + PAGE - 1);
                handOver(decoded(from, to, namesOnly), from, to, sink);
            }
            return;
        }
        try (var pages = new PagesAhead<>(after, upTo, PAGE, (from, to) -> decoded(from, to, namesOnly))) {
            for (long from = after + 1; from <= upTo; from += PAGE) {
                handOver(pages.next(), from, Math.min(upTo, from + PAGE - 1), sink);
            }
        }
    }

    private static void handOver(List<Decoded> page, long from, long to, Consumer<Recorded> sink) {
        long next = from;
        for (var decoded : page) {
            if (decoded.position() != next) {
                break;
            }
            sink.accept(decoded.orThrow());
            next++;
        }
        if (next != to + 1) {
            throw missing(next);
        }
    }

    private List<Decoded> decoded(long from, long to, boolean namesOnly) {
        return rows("position between ? and ? order by position", from, to).stream()
                .map(row -> decoded(row, namesOnly))
                .toList();
    }

    private Decoded decoded(EventRow row, boolean namesOnly) {
        try {
            return new Decoded(row.position(), row.read(text, personal, namesOnly), null);
        } catch (RuntimeException unreadable) {
            return new Decoded(row.position(), null, unreadable);
        }
    }

    /** An event, or why it cannot be read: those before it are handed over first. */
    private record Decoded(long position, Recorded event, RuntimeException problem) {

        Recorded orThrow() {
            if (problem != null) {
                throw problem;
            }
            return event;
        }
    }

    /** The rows as they are, hash included. */
    void links(long after, long upTo, Consumer<Link> sink) {
        for (long from = after + 1; from <= upTo; from += PAGE) {
            long to = Math.min(upTo, from + PAGE - 1);
            long next = from;
            for (var link : links(from, to)) {
                if (link.event().position() != next) {
                    break;
                }
                sink.accept(link);
                next++;
            }
            if (next != to + 1) {
                throw missing(next);
            }
        }
    }

    private List<Link> links(long from, long to) {
        try (var connection = events.getConnection();
                var select = connection.prepareStatement("select " + EventRow.COLUMNS
                        + ", hash from event where position between ? and ? order by position")) {
            select.setLong(1, from);
            select.setLong(2, to);
            var links = new ArrayList<Link>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    links.add(new Link(EventRow.of(row), row.getString(11)));
                }
            }
            return links;
        } catch (SQLException failed) {
            throw LedgerFile.failure("reading events", failed);
        }
    }

    /** Type and metadata alone: a whole ledger in seconds. */
    void marks(long after, long upTo, Consumer<EventMark> sink) {
        try (var connection = events.getConnection();
                var select = connection.prepareStatement(
                        "select position, type, metadata from event where position between ? and ? order by position")) {
            for (long from = after + 1; from <= upTo; from += PAGE) {
                select.setLong(1, from);
                select.setLong(2, Math.min(upTo, from + PAGE - 1));
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        var meta = Metadata.parse(row.getString(3));
                        sink.accept(new EventMark(row.getLong(1), row.getString(2), meta.actor(), meta.importBatch()));
                    }
                }
            }
        } catch (SQLException failed) {
            throw LedgerFile.failure("reading events", failed);
        }
    }

    List<Recorded> ofSubject(Id subject, long upTo) {
        var found = new ArrayList<Recorded>();
        for (var row : rows("subject = ? and position <= ? order by sequence", subject.key(), upTo)) {
            found.add(row.read(text, personal, false));
        }
        return found;
    }

    /** Number of a subject's last event; -1 for none. */
    long version(Id subject, long upTo) {
        try (var connection = events.getConnection();
                var select = connection.prepareStatement(
                        "select coalesce(max(sequence), -1) from event where subject = ? and position <= ?")) {
            select.setString(1, subject.key());
            select.setLong(2, upTo);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failed) {
            throw LedgerFile.failure("reading a version", failed);
        }
    }

    Recorded at(long position) {
        var found = new ArrayList<Recorded>(1);
        read(position - 1, position, found::add);
        return found.get(0);
    }

    /** The key of an event's subject. */
    String subject(long position) {
        return column("subject", position);
    }

    /** Keyed hash of the request that an event came of; null where it is not known. */
    String request(long position) {
        return Metadata.parse(column("metadata", position)).request();
    }

    /** Position and hash of an event; the empty ledger's for 0. */
    Head headAt(long position) {
        if (position == 0) {
            return new Head(0, "");
        }
        return new Head(position, column("hash", position));
    }

    private String column(String name, long position) {
        try (var connection = events.getConnection();
                var select = connection.prepareStatement("select " + name + " from event where position = ?")) {
            select.setLong(1, position);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    throw missing(position);
                }
                return row.getString(1);
            }
        } catch (SQLException failed) {
            throw LedgerFile.failure("reading events", failed);
        }
    }

    Instant recordedAt(long position) {
        try (var connection = events.getConnection();
                var select = connection.prepareStatement("select recorded from event where position = ?")) {
            return recordedAt(select, position);
        } catch (SQLException failed) {
            throw LedgerFile.failure("reading events", failed);
        }
    }

    /** Recorded time never runs backwards, so the last position at or before an instant is found by halving. */
    long positionAt(Instant instant, long head) {
        try (var connection = events.getConnection();
                var select = connection.prepareStatement("select recorded from event where position = ?")) {
            long low = 0;
            long high = head;
            while (low < high) {
                long middle = (low + high + 1) / 2;
                if (recordedAt(select, middle).isAfter(instant)) {
                    high = middle - 1;
                } else {
                    low = middle;
                }
            }
            return low;
        } catch (SQLException failed) {
            throw LedgerFile.failure("reading events", failed);
        }
    }

    private static UnreadableEvent missing(long position) {
        return new UnreadableEvent(position, "missing event", "none", "there is no such row");
    }

    private static Instant recordedAt(PreparedStatement select, long position) throws SQLException {
        select.setLong(1, position);
        try (var row = select.executeQuery()) {
            if (!row.next()) {
                throw missing(position);
            }
            return Millis.parse(row.getString(1));
        }
    }

    /** The connection is given back before anything is done with the rows. */
    private List<EventRow> rows(String condition, Object... values) {
        try (var connection = events.getConnection();
                var select = connection.prepareStatement(SELECT + condition)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            var rows = new ArrayList<EventRow>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(EventRow.of(row));
                }
            }
            return rows;
        } catch (SQLException failed) {
            throw LedgerFile.failure("reading events", failed);
        }
    }
}
