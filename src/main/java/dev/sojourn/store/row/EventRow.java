package dev.sojourn.store.row;

import dev.sojourn.event.Header;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.form.EventText;
import dev.sojourn.event.form.UnknownEvent;
import dev.sojourn.store.key.PersonalText;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.UUID;

/**
 * One row of the table of events, all but its hash, as stored: never brought up to date. What the fields mean is said in
 * {@code events/README.md}; payload and metadata are JSON text, to be kept byte for byte.
 */
public record EventRow(
        long position,
        String eventId,
        String subject,
        long sequence,
        String subjectType,
        String recorded,
        String type,
        String revision,
        String payload,
        String metadata) {

    public static final String COLUMNS =
            "position, event_id, subject, sequence, subject_type, recorded, type, revision, payload, metadata";

    public static final String INSERT = "insert into event (" + COLUMNS + ", hash) values (?,?,?,?,?,?,?,?,?,?,?)";

    /**
     * An event id for CloudEvents and the like: a UUID of version 8 made of recorded time and position, so unique, in
     * time order, and the same again when a ledger is restored.
     */
    public static String eventId(long recordedMillis, long position) {
        return new UUID(recordedMillis << 16 | 0x8000, 0x8000_0000_0000_0000L | position).toString();
    }

    /** In the order of {@link #COLUMNS}. */
    public static EventRow of(ResultSet row) throws SQLException {
        return new EventRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10));
    }

    /** Adds it to a batch of {@link #INSERT}. */
    public void addTo(PreparedStatement insert, String hash) throws SQLException {
        insert.setLong(1, position);
        insert.setString(2, eventId);
        insert.setString(3, subject);
        insert.setLong(4, sequence);
        insert.setString(5, subjectType);
        insert.setString(6, recorded);
        insert.setString(7, type);
        insert.setString(8, revision);
        insert.setString(9, payload);
        insert.setString(10, metadata);
        insert.setString(11, hash);
        insert.addBatch();
    }

    /** What it tells, or an {@link UnreadableEvent} that quotes nothing of it but position and type. */
    public Recorded read(EventText text, PersonalText personal, boolean namesOnly) {
        try {
            var meta = Metadata.parse(metadata);
            var header = new Header(
                    position,
                    Millis.parse(recorded),
                    sequence,
                    meta.actor(),
                    meta.commandId(),
                    meta.importBatch(),
                    meta.importRow(),
                    meta.undoes());
            var clear = namesOnly
                    ? personal.openNames(subject, eventId, type, payload)
                    : personal.open(subject, eventId, type, payload);
            var event = text.read(type, revision, clear.payload());
            if (event == null
                    || event.subject() == null
                    || !event.subject().key().equals(subject)) {
                throw new IllegalArgumentException("not an event of its subject");
            }
            return new Recorded(header, event, clear.erased());
        } catch (UnknownEvent unknown) {
            throw new UnreadableEvent(position, type, revision, "the catalogue does not know it");
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw new UnreadableEvent(position, type, revision, "it is malformed");
        }
    }
}
