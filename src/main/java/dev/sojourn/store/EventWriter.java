package dev.sojourn.store;

import dev.sojourn.event.IdentityEvent.PersonErased;
import dev.sojourn.event.form.EventCatalogue;
import dev.sojourn.event.form.EventText;
import dev.sojourn.event.form.Upcasters;
import dev.sojourn.store.key.PersonalText;
import dev.sojourn.store.row.EventRow;
import dev.sojourn.store.row.HashChain;
import dev.sojourn.store.row.Metadata;
import dev.sojourn.store.row.Millis;
import dev.sojourn.store.row.Pending;
import dev.sojourn.store.row.Tail;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds the rows of events: the one place that gives positions, recorded times and hashes, for batches and for Axon's
 * engine alike. Where the chain ends is read in the transaction itself, so that no rollback can leave it wrong.
 */
final class EventWriter {

    /** Fewer rows than this are built before a second thread has begun. */
    private static final int WORTH_SHARING = 64;

    private final SerialTransactionManager writes;
    private final Clock clock;
    private final PersonalText personal;
    private final Sequences sequences = new Sequences();
    private final EventText text = new EventText(Upcasters.CURRENT);

    EventWriter(SerialTransactionManager writes, PersonalText personal, Clock clock) {
        this.writes = writes;
        this.personal = personal;
        this.clock = clock;
    }

    /** A batch of inserts, not yet executed; the chain head is already moved, in the same transaction. */
    PreparedStatement rows(Connection connection, List<Pending> events) throws SQLException {
        writes.requireLock();
        var tail = Tail.read(connection);
        return rows(connection, tail, prepared(events, tail.position(), tail.recorded()));
    }

    /**
     * The same with events that were prepared before.
     *
     * @throws IllegalStateException if somebody else has appended in between
     */
    PreparedStatement rows(Connection connection, PreparedEvents events) throws SQLException {
        writes.requireLock();
        var tail = Tail.read(connection);
        if (tail.position() != events.after || tail.recorded().isAfter(events.lastBefore)) {
            throw new IllegalStateException("prepared to follow event " + events.after + ", not " + tail.position());
        }
        return rows(connection, tail, events);
    }

    private PreparedStatement rows(Connection connection, Tail before, PreparedEvents events) throws SQLException {
        if (events.keysMade >= 0) {
            Erasures.noteKeys(connection, events.keysMade);
        }
        sequences.check(
                connection,
                before.hash(),
                events.rows.stream().map(PreparedEvents.Row::event).toList());
        var insert = connection.prepareStatement(EventRow.INSERT);
        try {
            var tail = before;
            for (var row : events.rows) {
                String hash = HashChain.next(tail.hash(), row.text());
                row.text().addTo(insert, hash);
                tail = new Tail(
                        row.text().position(), row.recorded(), row.text().recorded(), hash);
                if (row.event().event() instanceof PersonErased erased) {
                    Erasures.note(connection, erased.subject().key(), tail.position());
                }
            }
            tail.write(connection);
            writes.appended();
            sequences.appended(tail.hash());
            return insert;
        } catch (SQLException | RuntimeException failed) {
            insert.close();
            throw failed;
        }
    }

    /**
     * Events to be appended after a position, at which the ledger was written last at some time. Keys they need are made
     * before; what is never appended leaves keys that nobody uses.
     */
    PreparedEvents prepared(List<Pending> events, long after, Instant lastBefore) {
        long keysMade = makeKeys(events);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var stamped = new ArrayList<Stamped>(events.size());
        var last = lastBefore;
        for (var event : events) {
            last = recorded(event, last, now);
            stamped.add(new Stamped(event, after + stamped.size() + 1, last));
        }
        return new PreparedEvents(after, lastBefore, rows(stamped), keysMade);
    }

    private long makeKeys(List<Pending> events) {
        try {
            return personal.makeKeys(events.stream().map(Pending::event).toList());
        } catch (UncheckedIOException unwritten) {
            throw new ReadOnlyStore("its file of keys takes none: is the disk full, or read-only?");
        }
    }

    /** An event that has its place in the ledger, but no text yet. */
    private record Stamped(Pending event, long position, Instant recorded) {}

    /** Writing and encrypting is most of the work, and no row needs another one's but for the hash: many share it. */
    private List<PreparedEvents.Row> rows(List<Stamped> events) {
        var stream = events.size() < WORTH_SHARING ? events.stream() : events.parallelStream();
        return stream.map(event -> new PreparedEvents.Row(event.event(), event.recorded(), row(event)))
                .toList();
    }

    private EventRow row(Stamped stamped) {
        var pending = stamped.event();
        var event = pending.event();
        String eventId = EventRow.eventId(stamped.recorded().toEpochMilli(), stamped.position());
        var row = new EventRow(
                stamped.position(),
                eventId,
                event.subject().key(),
                pending.sequence(),
                event.subject().kind(),
                Millis.text(stamped.recorded()),
                event.getClass().getSimpleName(),
                EventCatalogue.revision(event.getClass()),
                personal.seal(event, eventId, text.write(event)),
                Metadata.of(pending).text());
        if (row.payload().length() > 1_048_576) {
            throw new IllegalArgumentException(
                    "one " + row.type() + " holds at most 1,048,576 characters; record several");
        }
        return row;
    }

    /** Now or the time asked for, but never before the last; nothing is recorded in the future. */
    private static Instant recorded(Pending event, Instant before, Instant now) {
        var latest = before.isAfter(now) ? before : now;
        if (event.recorded() == null) {
            return latest;
        }
        var recorded = event.recorded().truncatedTo(ChronoUnit.MILLIS);
        if (recorded.isBefore(before)) {
            throw new IllegalArgumentException("recorded time runs backwards: " + recorded + " after " + before);
        }
        if (recorded.isAfter(latest)) {
            throw new IllegalArgumentException("recorded time lies in the future: " + recorded + " is after " + now);
        }
        return recorded;
    }
}
