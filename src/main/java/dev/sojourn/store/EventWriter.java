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
import dev.sojourn.store.row.StaleSequence;
import dev.sojourn.store.row.Tail;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    private final EventText text = new EventText(Upcasters.CURRENT);

    EventWriter(SerialTransactionManager writes, PersonalText personal, Clock clock) {
        this.writes = writes;
        this.personal = personal;
        this.clock = clock;
    }

    /** A batch of inserts, not yet executed; the chain head is already moved, in the same transaction. */
    PreparedStatement rows(Connection connection, List<Pending> events) throws SQLException {
        writes.requireLock();
        makeKeys(connection, events);
        var tail = Tail.read(connection);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var insert = connection.prepareStatement(EventRow.INSERT);
        try (var sequences = new Sequences(connection)) {
            var stamped = new ArrayList<Stamped>(events.size());
            var last = tail.recorded();
            for (var event : events) {
                sequences.check(event);
                last = recorded(event, last, now);
                stamped.add(new Stamped(event, tail.position() + stamped.size() + 1, last));
            }
            for (var row : built(stamped)) {
                String hash = HashChain.next(tail.hash(), row.text());
                row.text().addTo(insert, hash);
                tail = new Tail(
                        row.text().position(), row.of().recorded(), row.text().recorded(), hash);
                if (row.of().event().event() instanceof PersonErased erased) {
                    Erasures.note(connection, erased.subject().key(), tail.position());
                }
            }
            tail.write(connection);
            writes.appended();
            return insert;
        } catch (SQLException | RuntimeException failed) {
            insert.close();
            throw failed;
        }
    }

    /** Before the first event that needs them; what is rolled back leaves keys that nobody uses. */
    private void makeKeys(Connection connection, List<Pending> events) throws SQLException {
        try {
            long made = personal.makeKeys(events.stream().map(Pending::event).toList());
            if (made >= 0) {
                Erasures.noteKeys(connection, made);
            }
        } catch (UncheckedIOException unwritten) {
            throw new ReadOnlyStore("its file of keys takes none: is the disk full, or read-only?");
        }
    }

    /** An event that has its place in the ledger, but no text yet. */
    private record Stamped(Pending event, long position, Instant recorded) {}

    private record Built(Stamped of, EventRow text) {}

    /** Writing and encrypting is most of the work, and no row needs another one's but for the hash: many share it. */
    private List<Built> built(List<Stamped> events) {
        var stream = events.size() < WORTH_SHARING ? events.stream() : events.parallelStream();
        return stream.map(event -> new Built(event, row(event))).toList();
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

    /** Sees that each subject's events are numbered 0, 1, 2 and so on. */
    private static final class Sequences implements AutoCloseable {

        private final Map<String, Long> last = new HashMap<>();
        private final PreparedStatement stored;

        Sequences(Connection connection) throws SQLException {
            stored = connection.prepareStatement(
                    "select sequence from event where subject = ? order by sequence desc limit 1");
        }

        void check(Pending event) throws SQLException {
            String subject = event.event().subject().key();
            Long before = last.get(subject);
            if (before == null) {
                before = stored(subject);
            }
            if (event.sequence() != before + 1) {
                throw new StaleSequence(subject, event.sequence(), before + 1);
            }
            last.put(subject, event.sequence());
        }

        private long stored(String subject) throws SQLException {
            stored.setString(1, subject);
            try (var row = stored.executeQuery()) {
                return row.next() ? row.getLong(1) : -1;
            }
        }

        @Override
        public void close() throws SQLException {
            stored.close();
        }
    }
}
