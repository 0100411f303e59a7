package dev.sojourn.projection.person;

import dev.sojourn.projection.column.Facts;
import dev.sojourn.projection.column.Facts.Fact;
import dev.sojourn.store.saved.SnapshotIn;
import dev.sojourn.store.saved.SnapshotOut;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which researchers are the same person, from which position on. Rare, so apart from the columns. */
public final class Merges {

    private final Map<Integer, Facts<Integer>> merges; // of those that went

    /** Whom somebody was ever merged with, either way; it only grows. */
    private final Map<Integer, Set<Integer>> ever = new ConcurrentHashMap<>();

    Merges() {
        this(new ConcurrentHashMap<>());
    }

    private Merges(Map<Integer, Facts<Integer>> merges) {
        this.merges = merges;
    }

    Merges fork() {
        var fork = new Merges(Facts.fork(merges));
        ever.forEach((one, others) -> {
            var copy = ConcurrentHashMap.<Integer>newKeySet();
            copy.addAll(others);
            fork.ever.put(one, copy);
        });
        return fork;
    }

    void merged(int gone, int into, int position) {
        together(gone, into);
        merges.computeIfAbsent(gone, number -> new Facts<>()).add(into, position);
    }

    void unmerged(int gone, int position) {
        if (merges.containsKey(gone)) {
            merges.get(gone).close(position);
        }
    }

    private record Saved(int of, List<Fact<Integer>> into) {}

    /** Writes what had been said by a position. */
    void save(SnapshotOut out, int position) {
        out.json(merges.entrySet().stream()
                .map(merge -> new Saved(merge.getKey(), merge.getValue().saidBy(position)))
                .filter(saved -> !saved.into.isEmpty())
                .toList());
    }

    /** Reads what was saved. */
    void load(SnapshotIn in) {
        for (var saved : in.json(Saved[].class)) {
            Facts.put(merges, saved.of, saved.into);
            for (var into : saved.into) {
                together(saved.of, into.value());
            }
        }
    }

    private void together(int gone, int into) {
        ever.computeIfAbsent(gone, number -> ConcurrentHashMap.newKeySet()).add(into);
        ever.computeIfAbsent(into, number -> ConcurrentHashMap.newKeySet()).add(gone);
    }

    /** Whom a researcher was ever merged with, whatever was undone since. */
    Set<Integer> everWith(int researcher) {
        return ever.getOrDefault(researcher, Set.of());
    }

    /** For each researcher that went, the one that stays, as known at a position. */
    public Map<Integer, Integer> goneInto(int position) {
        if (merges.isEmpty()) {
            return Map.of();
        }
        var into = new HashMap<Integer, Integer>();
        merges.forEach((gone, facts) -> {
            var stays = facts.latestSeenFrom(position);
            if (stays != null) {
                into.put(gone, stays);
            }
        });
        return into;
    }

    /** For each researcher that stays, those that went into it. */
    public static Map<Integer, List<Integer>> absorbed(Map<Integer, Integer> goneInto) {
        var absorbed = new HashMap<Integer, List<Integer>>();
        goneInto.forEach((gone, into) ->
                absorbed.computeIfAbsent(into, stays -> new ArrayList<>()).add(gone));
        return absorbed;
    }
}
