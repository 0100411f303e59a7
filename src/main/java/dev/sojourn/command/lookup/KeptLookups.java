package dev.sojourn.command.lookup;

import dev.sojourn.event.Event;
import dev.sojourn.event.Header;
import dev.sojourn.event.Recorded;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.OutcomeUnknown;
import dev.sojourn.store.ReadOnlyStore;
import dev.sojourn.store.key.KeyTrouble;
import dev.sojourn.store.row.UnreadableEvent;
import dev.sojourn.store.saved.SnapshotFile;
import dev.sojourn.store.saved.SnapshotFile.Unusable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The look-ups of an open ledger, and the file {@code lookups.snapshot} in which they are kept from one start to the next:
 * a start reads it, and folds the events after it. The file saves time and nothing else. What is odd about it means that
 * all is folded from the first event on.
 */
public final class KeptLookups {

    private static final SnapshotFile.Kind KIND = new SnapshotFile.Kind(
            "lookups",
            "dev/sojourn/command/lookup",
            "dev/sojourn/command/rule",
            "dev/sojourn/event",
            "dev/sojourn/time");

    /** Fewer events than this since the last time are folded again in a tenth of a second. */
    private static final long FEW = 10_000;

    /** After as many the file is written while the ledger is open: a start after a kill folds them in some seconds. */
    private static final long MANY = 500_000;

    /** Events folded before others see them: no more than can be held. */
    private static final int PART = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(KeptLookups.class);

    private final LedgerStore store;
    private final SnapshotFile file;
    private final LookupIndex index;
    private final long few;
    private volatile long saved;

    private KeptLookups(LedgerStore store, SnapshotFile file, LookupIndex index, long few) {
        this.store = store;
        this.few = few;
        this.file = file;
        this.index = index;
        saved = index.position();
        store.onErasure(this::forget);
    }

    /**
     * Those of a ledger, up to its head. If an event cannot be read they end before it, and the store takes no writes;
     * likewise where the keys of personal data cannot be used.
     */
    public static KeptLookups open(LedgerStore store, Path directory) {
        return open(store, directory, FEW);
    }

    /** The same, keeping them when so many events have come since the last time, or more. */
    public static KeptLookups open(LedgerStore store, Path directory, long few) {
        var key = LookupKey.in(directory);
        var file = new SnapshotFile(KIND, directory, store);
        var index = read(file, store, key).orElseGet(() -> new LookupIndex(store, key));
        var kept = new KeptLookups(store, file, index, few);
        try {
            fold(index);
        } catch (UnreadableEvent unreadable) {
            store.refuseWrites("the look-ups cannot be built: " + unreadable.getMessage());
        } catch (DataAccessException damaged) {
            store.refuseWrites(
                    "the look-ups cannot be read: the events file is damaged. Restoring an export of it makes"
                            + " them anew");
        } catch (KeyTrouble said) {
            LOG.warn("The look-ups are not built, since identifiers cannot be read");
        }
        kept.consider();
        return kept;
    }

    /** What folding all events again gives otherwise; empty if it is the same. Nobody may write meanwhile. */
    public Optional<String> difference() {
        var again = new LookupIndex(store, index.key());
        fold(again);
        return index.difference(again);
    }

    private static Optional<LookupIndex> read(SnapshotFile file, LedgerStore store, LookupKey key) {
        if (!file.exists() || store.damage().isPresent()) {
            return Optional.empty();
        }
        try {
            return Optional.of(file.read(in -> {
                if (!in.text().equals(mark(key))) {
                    throw new IllegalArgumentException("they were made with another key");
                }
                var index = new LookupIndex(in, store, key);
                if (store.lastErasure() > index.position()) {
                    throw new IllegalArgumentException("somebody was erased since, whose identifiers nobody can read");
                }
                return index;
            }));
        } catch (Unusable | IllegalArgumentException reason) {
            LOG.warn(
                    "The snapshot of the look-ups is not used, since {}; they are built from the events",
                    reason.getMessage());
        }
        return Optional.empty();
    }

    private static String mark(LookupKey key) {
        return key.hash("the key of these look-ups");
    }

    private static void fold(LookupIndex index) {
        var store = index.store();
        var lookups = new Lookups(index);
        ImportedRows.read(new JdbcTemplate(store.dataSource()), index); // also those since the file was written
        long[] last = {index.position()};
        try {
            store.readNames(last[0], store.head(), recorded -> {
                long position = recorded.position();
                lookups.on(recorded.event(), position, () -> upTo(recorded, store));
                note(recorded.header(), lookups, store);
                last[0] = position;
                if (position % PART == 0) {
                    lookups.publish(position);
                }
            });
        } finally {
            lookups.publish(last[0]);
        }
    }

    private static void note(Header header, Lookups lookups, LedgerStore store) {
        if (header.undoes() != null) {
            LongFunction<Header> at = position -> store.at(position).header();
            lookups.rows().undone(header.importBatch(), at.apply(header.undoes()), at);
        }
        if (header.importRow() == null) { // imported rows go by their fingerprints
            lookups.commandIds().note(header.commandId(), header.position());
        } else {
            lookups.rows().add(header.importRow());
        }
    }

    private static List<Event> upTo(Recorded last, LedgerStore store) {
        return store.ofSubject(last.event().subject(), last.position()).stream()
                .map(Recorded::event)
                .toList();
    }

    public LookupIndex index() {
        return index;
    }

    /** Writes the file if many events have come since the last time. Nobody may be writing to the ledger in this thread. */
    public void consider() {
        if (index.position() - saved >= MANY) {
            write();
        }
    }

    /** Writes the file if it is worth it; the ledger is to be closed. */
    public void close() {
        if (index.position() - saved >= few) {
            write();
        }
    }

    /** In a write transaction, since nothing may change meanwhile. */
    private void write() {
        if (store.readOnlyReason().isPresent()) {
            return;
        }
        try {
            new TransactionTemplate(store.writes()).executeWithoutResult(nothing -> {
                long position = index.position();
                if (position != store.head()) {
                    return; // somebody still waits for the disk; there will be another time
                }
                try {
                    file.write(position, () -> false, out -> {
                        out.text(mark(index.key()));
                        index.save(out);
                    });
                    saved = position;
                } catch (IOException refused) {
                    throw new UncheckedIOException(refused);
                }
            });
        } catch (ReadOnlyStore | OutcomeUnknown | UncheckedIOException refused) {
            saved = index.position(); // not again at each command
            LOG.warn("No snapshot of the look-ups could be written: {}", refused.getMessage());
        }
    }

    /** Somebody was erased: not even hashes of what they were called are kept. */
    private void forget() {
        try {
            file.remove();
            saved = 0;
        } catch (IOException refused) {
            throw new UncheckedIOException("the snapshot of the look-ups cannot be removed", refused);
        }
    }
}
