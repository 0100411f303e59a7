package dev.sojourn.exchange.batch;

import dev.sojourn.event.Header;
import dev.sojourn.event.Recorded;
import dev.sojourn.store.LedgerStore;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The imports of a ledger, read from its events: all of them the first time, then those that came since. Keeps stretches
 * of positions, not events, so that it is small.
 */
public final class Batches {

    /** Positions one after another that came with one import. */
    record Stretch(String batch, long from, long to) {}

    private final LedgerStore store;
    private final Map<String, Batch> batches = new LinkedHashMap<>();
    private final TreeMap<Long, Stretch> stretches = new TreeMap<>();
    /** For each undoing event the one it undoes. */
    private final Map<Long, Long> undoing = new HashMap<>();

    private long readTo;

    /** The imports of a ledger; nothing is read before it is asked. */
    public Batches(LedgerStore store) {
        this.store = store;
    }

    /** All imports that recorded something, in the order of their first events. */
    public synchronized List<Batch> all() {
        long head = store.head();
        store.read(readTo, head, this::take);
        readTo = head;
        return List.copyOf(batches.values());
    }

    /** One of them. */
    public Optional<Batch> find(String id) {
        return all().stream().filter(batch -> batch.id().equals(id)).findFirst();
    }

    /** The positions of an import, from the last stretch to the first. */
    synchronized List<Stretch> backwards(String id) {
        all();
        return stretches.descendingMap().values().stream()
                .filter(stretch -> stretch.batch().equals(id))
                .toList();
    }

    private void take(Recorded recorded) {
        var header = recorded.header();
        if (header.undoes() != null) {
            undoing.put(header.position(), header.undoes());
            undo(header.undoes(), 1);
        } else if (header.importBatch() != null) {
            add(header);
        }
    }

    private void add(Header header) {
        long here = header.position();
        var last = stretches.isEmpty() ? null : stretches.lastEntry().getValue();
        boolean next = last != null && last.batch().equals(header.importBatch()) && last.to() == here - 1;
        long from = next ? last.from() : here;
        stretches.put(from, new Stretch(header.importBatch(), from, here));
        batches.merge(
                header.importBatch(),
                new Batch(header.importBatch(), header.recorded(), header.actor(), here, here, 1, 0),
                (before, none) -> new Batch(
                        before.id(),
                        before.recorded(),
                        before.actor(),
                        before.firstPosition(),
                        here,
                        before.events() + 1,
                        before.undone()));
    }

    /** An undo takes from what counts; the undo of an undo gives back. */
    private void undo(long target, int change) {
        if (undoing.containsKey(target)) {
            undo(undoing.get(target), -change);
            return;
        }
        var stretch = stretches.floorEntry(target);
        if (stretch != null && target <= stretch.getValue().to()) {
            batches.computeIfPresent(
                    stretch.getValue().batch(),
                    (id, before) -> new Batch(
                            id,
                            before.recorded(),
                            before.actor(),
                            before.firstPosition(),
                            before.lastPosition(),
                            before.events(),
                            before.undone() + change));
        }
    }
}
