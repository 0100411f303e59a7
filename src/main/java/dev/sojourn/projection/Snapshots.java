package dev.sojourn.projection;

import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.saved.SnapshotFile;
import dev.sojourn.store.saved.SnapshotFile.Unusable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When the timeline is written to its {@link SnapshotFile}: on a thread of its own, while events go on being taken in, and
 * when the ledger is closed. A snapshot saves time and nothing else; that one cannot be written or read is said in the
 * log, and is never a reason to stop.
 */
final class Snapshots {

    /** Fewer events than this since the last snapshot are read again within a tenth of a second. */
    static final int FEW = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);

    /** A long ledger is written again when it has grown by one in so many. */
    private static final int SHARE = 8;

    /** The program must stop within ten seconds. */
    private static final long CLOSING_NANOS = 4_000_000_000L;

    /** What may not be taken from the events: room for a snapshot twice the size of the last, and this. */
    private static final long SPARE = 64L << 20;

    private final SnapshotFile file;
    private final LedgerStore store;
    private final int few;
    private Thread writing;
    private volatile long written;
    private volatile long size;
    private volatile int erasures;
    private volatile String unusable;
    private volatile long deadline = Long.MAX_VALUE;

    Snapshots(Path directory, LedgerStore store, int few) {
        file = new SnapshotFile(Timeline.SNAPSHOT, directory, store);
        this.store = store;
        this.few = few;
        store.onErasure(this::forget);
    }

    /** The timeline as the file holds it; empty if there is none, or it is not to be relied on. */
    Optional<Timeline> read(History history) {
        if (!file.exists() || store.damage().isPresent()) {
            return Optional.empty();
        }
        try {
            var timeline = file.read(in -> Timeline.load(in, history));
            written = timeline.position();
            return Optional.of(timeline);
        } catch (Unusable reason) {
            unusable = reason.getMessage();
            LOG.warn("The snapshot of the read model is not used, since {}; it is built from the events", unusable);
        } catch (RuntimeException odd) {
            unusable = "it cannot be read";
            LOG.warn("The snapshot of the read model cannot be read; it is built from the events", odd);
        }
        return Optional.empty();
    }

    /** Why the file that was there was not used, if so. */
    Optional<String> unusable() {
        return Optional.ofNullable(unusable);
    }

    /** Begins to write one if there is much that the last does not hold, and nobody writes yet. */
    synchronized void consider(Timeline timeline) {
        long grown = timeline.position() - written;
        if (writing == null && deadline == Long.MAX_VALUE && grown >= Math.max(few, written / SHARE)) {
            writing = new Thread(() -> inBackground(timeline), "timeline-snapshot");
            writing.setDaemon(true);
            writing.start();
        }
    }

    private void inBackground(Timeline timeline) {
        write(timeline);
        synchronized (this) {
            writing = null;
        }
    }

    /** Writes a last one, if there is time and it is worth it. */
    void close(Timeline timeline) {
        Thread running;
        synchronized (this) {
            deadline = System.nanoTime() + CLOSING_NANOS;
            running = writing;
        }
        try {
            if (running != null) {
                running.join();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return;
        }
        if (timeline.position() - written >= few) {
            write(timeline);
        }
    }

    private void write(Timeline timeline) {
        long position = timeline.position();
        int before = erasures;
        try {
            if (store.readOnlyReason().isPresent() || file.room() < 2 * size + SPARE) {
                return;
            }
            size = file.write(position, () -> erasures != before || late(), out -> timeline.save(out, (int) position));
            written = position;
            if (erasures != before) {
                forget();
            }
        } catch (CancellationException late) {
            LOG.info("No snapshot of the read model was written: {}", late.getMessage());
        } catch (IOException | RuntimeException refused) {
            LOG.warn("No snapshot of the read model could be written", refused);
        }
    }

    private boolean late() {
        long end = deadline;
        return end != Long.MAX_VALUE && System.nanoTime() - end > 0;
    }

    /** Somebody was erased: nothing is kept of them, not even encrypted. */
    private synchronized void forget() {
        erasures++;
        try {
            file.remove();
            written = 0;
        } catch (IOException refused) {
            throw new UncheckedIOException("the snapshot of the read model cannot be removed", refused);
        }
    }
}
