package dev.sojourn.store;

import dev.sojourn.event.Recorded;
import dev.sojourn.event.value.Id;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.store.check.CheckedMark;
import dev.sojourn.store.check.EndMark;
import dev.sojourn.store.check.StartCheck;
import dev.sojourn.store.check.StartReport;
import dev.sojourn.store.check.Verification;
import dev.sojourn.store.file.LedgerFile;
import dev.sojourn.store.file.StoreInUse;
import dev.sojourn.store.key.KeyTrouble;
import dev.sojourn.store.key.MasterKeyPlace;
import dev.sojourn.store.key.PersonalKeys;
import dev.sojourn.store.key.PersonalText;
import dev.sojourn.store.key.Rotation;
import dev.sojourn.store.row.EventMark;
import dev.sojourn.store.row.Head;
import dev.sojourn.store.row.Link;
import dev.sojourn.store.row.Pending;
import dev.sojourn.store.row.StaleSequence;
import dev.sojourn.store.row.Tail;
import dev.sojourn.store.row.UnreadableEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The events of one ledger, in one H2 file. Reads see what is safely on disk and nothing else, and never wait for a
 * writer; writes go one after the other.
 */
public final class LedgerStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerStore.class);

    private static final String BESIDE = "beside the events";

    private final List<Runnable> erasureListeners = new CopyOnWriteArrayList<>();
    private final LedgerFile file;
    private final Clock clock;
    private final EndMark end;
    private final HeadWatch watch = new HeadWatch();
    private final Durability durability;
    private final WriteSource source;
    private final SerialTransactionManager writes;
    private final EventWriter writer;
    private final EventReader reader;
    private final EventReader inside; // of a write transaction, whose own rows others do not see
    private final StartReport started;
    private final PersonalKeys keys;
    private final PersonalText personal;

    private LedgerStore(
            LedgerFile file, EndMark end, PersonalKeys keys, Clock clock, UnaryOperator<Durability.Disk> disk)
            throws SQLException {
        this.file = file;
        this.end = end;
        this.keys = keys;
        this.clock = clock;
        personal = new PersonalText(keys);
        checkKeys(); // before anything is written, after which a full disk may let nothing be read
        started = check();
        durability = new Durability(disk.apply(file::sync), started.head(), watch);
        if (!started.passed()) {
            durability.refuseWrites(started.problem());
        }
        keys.trouble().ifPresent(trouble -> durability.refuseWrites(trouble.getMessage()));
        source = new WriteSource(file.dataSource());
        writes = new SerialTransactionManager(source, durability);
        writer = new EventWriter(writes, personal, clock);
        reader = new EventReader(file.reads(), personal, true);
        inside = new EventReader(new TransactionAwareDataSourceProxy(source), personal, false);
        watch.start(durability::head);
    }

    /**
     * Opens the ledger in a directory, or makes one there. If something is wrong with the events found it opens
     * read-only, up to the last position that can be relied on. If the keys of its personal data cannot be used it opens
     * read-only as well, and says so in {@link #keyTrouble()}. The master key is in the directory.
     *
     * @param clock gives recorded time, taken down to the millisecond
     * @throws StoreInUse if somebody has it open
     */
    public static LedgerStore open(Path directory, Clock clock) {
        return open(directory, MasterKeyPlace.in(directory), clock);
    }

    /** The same, with the master key somewhere else. */
    public static LedgerStore open(Path directory, MasterKeyPlace masterKey, Clock clock) {
        return open(directory, "", masterKey, clock, UnaryOperator.identity());
    }

    /** The same, with something between the store and its disk. */
    static LedgerStore open(Path directory, Clock clock, UnaryOperator<Durability.Disk> disk) {
        return open(directory, "", MasterKeyPlace.in(directory), clock, disk);
    }

    /** The same, through another file system of H2's. */
    static LedgerStore open(Path directory, String scheme, Clock clock, UnaryOperator<Durability.Disk> disk) {
        return open(directory, scheme, MasterKeyPlace.in(directory), clock, disk);
    }

    private static LedgerStore open(
            Path directory, String scheme, MasterKeyPlace masterKey, Clock clock, UnaryOperator<Durability.Disk> disk) {
        var file = LedgerFile.open(directory, scheme);
        try {
            return new LedgerStore(file, EndMark.in(directory), PersonalKeys.open(directory, masterKey), clock, disk);
        } catch (SQLException failed) {
            file.close();
            throw LedgerFile.failure("checking the events file", failed);
        } catch (RuntimeException failed) {
            file.close();
            throw failed;
        }
    }

    /**
     * Puts another master key in the place of the old one; see {@link Rotation#run}.
     *
     * @throws StoreInUse if somebody has the ledger open
     */
    public static long rotateMasterKey(Path directory, MasterKeyPlace now, MasterKeyPlace next) {
        try (var claim = LedgerFile.claim(directory)) {
            Objects.requireNonNull(claim, "the folder is ours while it is open");
            return Rotation.run(directory, now, next);
        } catch (IOException failed) {
            throw new UncheckedIOException("the keys in " + directory + " cannot be wrapped again", failed);
        }
    }

    /** The events file. Tables beside that of events may be written in transactions of {@link #writes()} only. */
    public DataSource dataSource() {
        return source;
    }

    /** The only way to write. */
    public SerialTransactionManager writes() {
        return writes;
    }

    /** Position of the last event that is safely on disk, 0 for none; nobody sees later ones. */
    public long head() {
        return durability.head();
    }

    /** Where the chain of hashes ends, as far as it is safely on disk. */
    public Head chainHead() {
        return reader.headAt(head());
    }

    /**
     * Where the chain ended at a position: what somebody who quotes an answer of then should keep.
     *
     * @throws IllegalArgumentException unless 0 &lt;= position &lt;= head
     */
    public Head headAt(long position) {
        return reader.headAt(position == 0 ? 0 : seen(position));
    }

    /**
     * Computes every hash again and compares; events appended meanwhile are left for the next time.
     *
     * @param kept a head that was written down earlier, or null
     * @param progress is told the position from time to time
     */
    public Verification verify(Head kept, LongConsumer progress) {
        return verifyAgainst(kept == null ? List.of() : List.of(kept), progress);
    }

    /**
     * The same with any number of heads that were written down earlier; what progress throws ends it.
     */
    public Verification verifyAgainst(Collection<Head> kept, LongConsumer progress) {
        try (var connection = file.reads().getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            connection.setAutoCommit(false);
            try {
                return Verification.of(
                        connection,
                        Stream.concat(kept.stream(), end.head().stream()).toList(),
                        progress);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
        } catch (SQLException failed) {
            throw LedgerFile.failure("verifying the events", failed);
        }
    }

    /** What was looked at when it was opened, and found. */
    public StartReport started() {
        return started;
    }

    /** From now on takes no writes, since something was found that is in doubt; the first reason stays. */
    public void refuseWrites(String reason) {
        durability.refuseWrites(reason);
    }

    /** Why writes are refused, if they are. */
    public Optional<String> readOnlyReason() {
        return durability.readOnlyReason();
    }

    /** What is wrong with the events themselves, if anything was found when they were opened. */
    public Optional<String> damage() {
        return Optional.ofNullable(started.problem());
    }

    /** Why personal data can be neither read nor written, if so; the events themselves may be as they should be. */
    public Optional<KeyTrouble> keyTrouble() {
        return keys.trouble();
    }

    /**
     * When the event at a position was recorded.
     *
     * @throws IllegalArgumentException unless 1 &lt;= position &lt;= head
     */
    public Instant recordedAt(long position) {
        return reader.recordedAt(seen(position));
    }

    /** The last position recorded at or before an instant, 0 if there is none. */
    public long positionAt(Instant instant) {
        return reader.positionAt(instant, head());
    }

    /**
     * Hands events over in order, those after one position up to another or the head.
     *
     * @throws UnreadableEvent at the first one that cannot be read, all before it having been handed over
     */
    public void read(long after, long upTo, Consumer<Recorded> sink) {
        reader.read(after, Math.min(upTo, head()), sink);
    }

    /** The same with nothing personal in it but names and identifiers, which takes a fraction of the time. */
    public void readNames(long after, long upTo, Consumer<Recorded> sink) {
        reader.read(after, Math.min(upTo, head()), true, sink);
    }

    /** Hands over rows as they are stored, in any revision, those after one position up to another or the head. */
    public void links(long after, long upTo, Consumer<Link> sink) {
        reader.links(after, Math.min(upTo, head()), sink);
    }

    /** Hands over what an index needs of the events after one position up to another or the head; payloads are not read. */
    public void marks(long after, long upTo, Consumer<EventMark> sink) {
        reader.marks(after, Math.min(upTo, head()), sink);
    }

    /**
     * Copies the events file into a zip, while others read and write.
     *
     * @param keys where to copy the keys of personal data, as they are wrapped; null to leave them out
     * @return a head that the copy holds; events appended meanwhile may be in it too
     */
    public Head backup(Path zip, Path keys) {
        var head = chainHead();
        this.keys.holding(() -> {
            copy(zip);
            if (keys != null) { // after the events, so that the key of each is there
                this.keys.copyTo(keys);
            }
        });
        return head;
    }

    private void copy(Path zip) {
        try {
            file.backup(zip);
        } catch (SQLException failed) {
            throw LedgerFile.failure("copying the events file", failed);
        }
    }

    /** Something personal, encrypted under a researcher's key to be kept beside the events; empty once it is destroyed. */
    public Optional<byte[]> seal(ResearcherId whose, byte[] clear) {
        return personal.seal(whose.key(), BESIDE, clear);
    }

    /** What was sealed; empty once the key is destroyed. */
    public Optional<byte[]> unseal(ResearcherId whose, byte[] sealed) {
        return personal.unseal(whose.key(), BESIDE, sealed);
    }

    /** Calls a listener when keys have been destroyed, before anybody is told that an erasure is complete. */
    public void onErasure(Runnable listener) {
        erasureListeners.add(listener);
    }

    /**
     * Destroys the keys of those whose erasure is recorded, and are there still. Once it returns nobody can read what they
     * encrypted, and no file holds them.
     *
     * @throws OutcomeUnknown if the disk does not take it; repeat it, or start again
     */
    public void completeErasures() {
        try (var connection = file.dataSource().getConnection()) {
            Erasures.complete(connection, keys, head());
            erasureListeners.forEach(Runnable::run);
        } catch (SQLException failed) {
            throw LedgerFile.failure("completing an erasure", failed);
        } catch (UncheckedIOException unwritten) {
            throw new OutcomeUnknown("the erasure is recorded, but the disk did not let the key be destroyed");
        }
    }

    /** A hash of a text under a key of the ledger's own for a purpose; see {@link PersonalKeys#hash}. */
    public String hash(String purpose, String text) {
        return keys.hash(purpose, text);
    }

    /** All events of one subject in order, up to a position or the head. */
    public List<Recorded> ofSubject(Id subject, long upTo) {
        return reader.ofSubject(subject, Math.min(upTo, head()));
    }

    /** Number of a subject's last event up to a position, from 0: its version there; -1 if it has none. */
    public long version(Id subject, long upTo) {
        return reader.version(subject, Math.min(upTo, head()));
    }

    /**
     * The event at a position.
     *
     * @throws IllegalArgumentException unless 1 &lt;= position &lt;= head
     */
    public Recorded at(long position) {
        return reader.at(seen(position));
    }

    /**
     * All events of one subject in order, also those whose writer still waits for the disk: for decisions within a write
     * transaction, which come after them or not at all, and never for an answer.
     */
    public List<Recorded> committedOf(Id subject) {
        return committed().ofSubject(subject, Long.MAX_VALUE);
    }

    /** The last position that can be read here: in a write transaction any, elsewhere the head. */
    public long readable() {
        return TransactionSynchronizationManager.hasResource(source) ? Long.MAX_VALUE : head();
    }

    /** The position of the last event of an erasure, 0 if there is none. */
    public long lastErasure() {
        try (var connection = file.reads().getConnection()) {
            return Erasures.last(connection);
        } catch (SQLException failed) {
            throw LedgerFile.failure("reading erasures", failed);
        }
    }

    /** The event at a position, also one whose writer still waits for the disk. */
    public Recorded committedAt(long position) {
        return committed().at(position);
    }

    /** The key of the subject of the event at a position, also of one whose writer still waits for the disk. */
    public String committedSubject(long position) {
        return committed().subject(position);
    }

    /** The hash of the request that an event came of, as it was appended with; null where it is not known. */
    public String committedRequest(long position) {
        return committed().request(position);
    }

    /** Hands events over as {@link #read} does, also those whose writer still waits for the disk; for decisions only. */
    public void readCommitted(long after, long upTo, Consumer<Recorded> sink) {
        committed().read(after, upTo, sink);
    }

    private EventReader committed() {
        return TransactionSynchronizationManager.hasResource(source) ? inside : reader;
    }

    /**
     * Appends a batch, inside a running transaction of {@link #writes()}, and gives the positions. If it throws, the
     * transaction must be rolled back.
     *
     * @throws IllegalStateException outside of one
     * @throws IllegalArgumentException if a recorded time runs backwards or lies in the future
     * @throws StaleSequence if an event is not the next of its subject
     */
    public List<Long> append(List<Pending> events) {
        return append(connection -> writer.rows(connection, events), events.size());
    }

    /**
     * The same with events that were prepared before.
     *
     * @throws IllegalStateException outside of a transaction, or if somebody else has appended since they were prepared
     */
    public List<Long> append(PreparedEvents events) {
        return append(connection -> writer.rows(connection, events), events.rows.size());
    }

    /**
     * Builds and encrypts rows of events, which are to be appended after a position: as a rule on another thread, while
     * those before them are written. Nothing is written but keys of personal data that they need.
     *
     * @param lastBefore recorded time of the event at that position; the epoch for 0
     * @throws IllegalArgumentException if a recorded time runs backwards or lies in the future
     */
    public PreparedEvents prepare(List<Pending> events, long after, Instant lastBefore) {
        return writer.prepared(events, after, lastBefore);
    }

    private interface Rows {
        PreparedStatement of(Connection connection) throws SQLException;
    }

    private List<Long> append(Rows made, int size) {
        var connection = DataSourceUtils.getConnection(source);
        try (var rows = made.of(connection)) {
            rows.executeBatch();
            long last = Tail.read(connection).position();
            return LongStream.rangeClosed(last - size + 1, last).boxed().toList();
        } catch (SQLException failed) {
            throw LedgerFile.failure("appending events", failed);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    /**
     * Calls a listener with the new head after events became visible: in order, on one thread of the store's own, never
     * while a write transaction is held up. A slow listener misses heads in between, never the last one.
     */
    public void onSynced(LongConsumer listener) {
        watch.add(listener);
    }

    /** Finishes the running write, syncs, tells listeners the last head, and closes the file. */
    @Override
    public void close() {
        boolean good = durability.readOnlyReason().isEmpty();
        durability.refuseWrites("it is closed");
        try {
            writes.drain();
            if (good) {
                mark(chainHead());
            }
        } catch (OutcomeUnknown | IllegalStateException unsynced) {
            LOG.warn("The next start looks at more events than it would have to: the last write is in doubt");
        }
        watch.close();
        keys.close();
        file.close();
    }

    /** Looks at the events, and remembers that it did. */
    private StartReport check() throws SQLException {
        var begin = clock.instant();
        StartCheck.Finding found;
        try (var connection = file.dataSource().getConnection()) {
            found = StartCheck.of(connection, end.head());
        }
        if (found.repaired() != null) {
            LOG.warn("Repaired at the start: {}", found.repaired());
        }
        if (found.problem() == null) {
            mark(found.head());
        } else {
            LOG.error("The ledger takes no writes: {}", found.problem());
        }
        return new StartReport(
                found.head().position(),
                found.problem(),
                found.mark(),
                found.read(),
                Duration.between(begin, clock.instant()));
    }

    /** What cannot be remembered now, on a full disk, say, is looked at again. */
    private void mark(Head checked) {
        try (var connection = file.dataSource().getConnection()) {
            new CheckedMark(checked).write(connection);
            end.write(checked);
        } catch (SQLException unwritten) {
            LOG.warn("Up to where the events were looked at cannot be remembered, error {}", unwritten.getErrorCode());
        } catch (UncheckedIOException unwritten) {
            LOG.warn("Where the ledger ends cannot be written down beside it: {}", unwritten.getMessage());
        }
    }

    private void checkKeys() throws SQLException {
        try (var connection = file.dataSource().getConnection()) {
            keys.expect(Erasures.keysMade(connection));
            if (keys.trouble().isEmpty()) {
                Erasures.complete(connection, keys, Long.MAX_VALUE); // all that is there is on disk
            }
        }
    }

    PersonalText personal() {
        return personal;
    }

    EventWriter writer() {
        return writer;
    }

    Clock clock() {
        return clock;
    }

    private long seen(long position) {
        if (position < 1 || position > head()) {
            throw new IllegalArgumentException("position " + position + " is not between 1 and the head, " + head());
        }
        return position;
    }
}
