package dev.sojourn.command.lookup;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whose an id is, of subjects (that there are any), spells, identifiers and other marks: the index, and what is to change. */
final class Owners {

    /** What is owned. */
    enum Kind {
        SUBJECT,
        SPELL,
        IDENTIFIER,
        /** Id: who counts as another; owner: that other. */
        MERGED,
        /** Id: a pair that is not one person; owner: the one of which it was recorded. */
        DISTINCT,
        /** Whoever was erased, owned by themselves. */
        ERASED,
        /** Keyed hashes of what an erased person was called. */
        SUPPRESSED
    }

    private final LookupIndex index;
    /** As it is to be, in order; of nobody by null. */
    private final Map<Kind, Map<String, String>> changed = new EnumMap<>(Kind.class);

    Owners(LookupIndex index) {
        this.index = index;
        for (var kind : Kind.values()) {
            changed.put(kind, new LinkedHashMap<>());
        }
    }

    /** The owner of an id: the key of a subject. */
    Optional<String> of(Kind kind, String id) {
        var to = changed.get(kind);
        return to.containsKey(id) ? Optional.ofNullable(to.get(id)) : index.owner(kind, id);
    }

    void put(Kind kind, String id, String owner) {
        changed.get(kind).put(id, owner);
    }

    /** Takes an id from an owner; does nothing if it is another's by now. */
    void remove(Kind kind, String id, String owner) {
        var to = changed.get(kind);
        if (to.containsKey(id) ? owner.equals(to.get(id)) : index.owns(kind, id, owner)) {
            to.put(id, null);
        }
    }

    /** Takes an id from whoever has it. */
    void remove(Kind kind, String id) {
        changed.get(kind).put(id, null);
    }

    /** Everything that an owner has of a kind of which there are few. */
    List<String> owned(Kind kind, String owner) {
        var ids = new LinkedHashSet<>(index.owned(kind, owner));
        changed.get(kind).forEach((id, theirs) -> {
            if (owner.equals(theirs)) {
                ids.add(id);
            } else {
                ids.remove(id);
            }
        });
        return List.copyOf(ids);
    }

    /** Whether there is, or was until now, anything of a kind of which there are few. */
    boolean any(Kind kind) {
        return index.any(kind) || !changed.get(kind).isEmpty();
    }

    /** Puts what has changed into the index, and forgets it. */
    void publish() {
        changed.forEach((kind, ids) -> ids.forEach((id, owner) -> index.own(kind, id, owner)));
        forget();
    }

    void forget() {
        changed.values().forEach(Map::clear);
    }
}
