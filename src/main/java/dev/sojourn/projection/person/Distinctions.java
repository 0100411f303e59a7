package dev.sojourn.projection.person;

import dev.sojourn.projection.column.Facts;
import dev.sojourn.projection.column.Facts.Fact;
import dev.sojourn.store.saved.SnapshotIn;
import dev.sojourn.store.saved.SnapshotOut;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who was looked at and found not to be the same person, from which position on. Rare, so apart from the columns. */
final class Distinctions {
    private final Map<Integer, Facts<Integer>> others; // by whom it is recorded of

    Distinctions() {
        this(new ConcurrentHashMap<>());
    }

    private Distinctions(Map<Integer, Facts<Integer>> others) {
        this.others = others;
    }

    Distinctions fork() {
        return new Distinctions(Facts.fork(others));
    }

    void recorded(int researcher, int other, int position) {
        others.computeIfAbsent(researcher, number -> new Facts<>()).add(other, position);
    }

    void close(int researcher, int position) {
        var recorded = others.get(researcher);
        if (recorded != null) {
            recorded.close(position);
        }
    }

    /** Whether two are known not to be the same person, of whichever of them it was recorded. */
    boolean between(int one, int other, int position) {
        return says(one, other, position) || says(other, one, position);
    }

    private record Saved(int of, List<Fact<Integer>> others) {}

    /** Writes what had been said by a position. */
    void save(SnapshotOut out, int position) {
        out.json(others.entrySet().stream()
                .map(other -> new Saved(other.getKey(), other.getValue().saidBy(position)))
                .filter(saved -> !saved.others.isEmpty())
                .toList());
    }

    /** Reads what was saved. */
    void load(SnapshotIn in) {
        for (var saved : in.json(Saved[].class)) {
            Facts.put(others, saved.of, saved.others);
        }
    }

    private boolean says(int one, int other, int position) {
        var recorded = others.get(one);
        return recorded != null && recorded.seenFrom(position).contains(other);
    }
}
