package dev.sojourn.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which researchers are the same person, from which position on. Rare, so a list. */
final class Merges {

    private record Merge(int gone, int into) {}

    private final Facts<Merge> merges = new Facts<>();
    private final Map<Integer, Integer> sources = new HashMap<>(); // of the writer: position of a researcher's merge

    void merged(int gone, int into, int position) {
        merges.add(new Merge(gone, into), position);
        sources.put(gone, position);
    }

    void unmerged(int gone, int position) {
        var source = sources.get(gone);
        if (source != null) {
            merges.close(source, position);
        }
    }

    void close(int source, int position) {
        merges.close(source, position);
    }

    /** For each researcher that went, the one that stays, as known at a position. */
    Map<Integer, Integer> goneInto(int position) {
        var into = new HashMap<Integer, Integer>();
        merges.seenFrom(position).forEach(merge -> into.put(merge.gone, merge.into));
        return into;
    }

    /** For each researcher that stays, those that went into it. */
    static Map<Integer, List<Integer>> absorbed(Map<Integer, Integer> goneInto) {
        var absorbed = new HashMap<Integer, List<Integer>>();
        goneInto.forEach((gone, into) ->
                absorbed.computeIfAbsent(into, stays -> new ArrayList<>()).add(gone));
        return absorbed;
    }
}
