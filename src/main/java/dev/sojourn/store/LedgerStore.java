package dev.sojourn.store;

import dev.sojourn.event.Id;
import dev.sojourn.event.Recorded;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/** The events of one ledger, in one H2 file. */
public final class LedgerStore implements AutoCloseable {

    private LedgerStore() {}

    /**
     * Opens the ledger in a directory, or makes one there.
     *
     * @param clock gives recorded time, taken down to the millisecond
     * @throws StoreInUse if somebody has it open
     */
    public static LedgerStore open(Path directory, Clock clock) {
        return new LedgerStore();
    }

    /** The events file. Tables beside that of events may be written in transactions of {@link #writes()} only. */
    public DataSource dataSource() {
        return null;
    }

    /** The only way to write. */
    public SerialTransactionManager writes() {
        return null;
    }

    /** Position of the last event that is safely on disk, 0 for none; nobody sees later ones. */
    public long head() {
        return 0;
    }

    /** Why writes are refused, if they are. */
    public Optional<String> readOnlyReason() {
        return Optional.empty();
    }

    /**
     * When the event at a position was recorded.
     *
     * @throws IllegalArgumentException unless 1 &lt;= position &lt;= head
     */
    public Instant recordedAt(long position) {
        return null;
    }

    /** The last position recorded at or before an instant, 0 if there is none. */
    public long positionAt(Instant instant) {
        return 0;
    }

    /**
     * Hands events over in order, those after one position up to another or the head.
     *
     * @throws UnreadableEvent at the first one that cannot be read, all before it having been handed over
     */
    public void read(long after, long upTo, Consumer<Recorded> sink) {}

    /** All events of one subject in order, up to a position or the head. */
    public List<Recorded> ofSubject(Id subject, long upTo) {
        return List.of();
    }

    /**
     * The event at a position.
     *
     * @throws IllegalArgumentException unless 1 &lt;= position &lt;= head
     */
    public Recorded at(long position) {
        return null;
    }

    /**
     * Appends a batch, inside a running transaction of {@link #writes()}, and gives the positions.
     *
     * @throws IllegalStateException outside of one
     * @throws IllegalArgumentException if a recorded time runs backwards or lies in the future, or a sequence has a gap
     */
    public List<Long> append(List<Pending> events) {
        return List.of();
    }

    /**
     * Calls a listener with the new head after events became visible: in order, on one thread of the store's own, never
     * while a write transaction is held up. A slow listener misses heads in between, never the last one.
     */
    public void onSynced(LongConsumer listener) {}

    /** Finishes the running write, syncs and closes the file. */
    @Override
    public void close() {}
}
