package dev.sojourn.audit.history;

import java.time.Instant;
import java.util.Set;

/**
 * Which events of a history to show; whatever is null or empty excludes none.
 *
 * @param types stable names of event types
 * @param kinds what events are about: researcher, institution, cohort, release
 * @param actor who recorded it
 * @param importBatch the import it came with
 * @param recordedFrom first moment
 * @param recordedTo last moment
 * @param first first position
 * @param last last position
 */
public record Wanted(
        Set<String> types,
        Set<String> kinds,
        String actor,
        String importBatch,
        Instant recordedFrom,
        Instant recordedTo,
        long first,
        long last) {
    /** Everything. */
    public static final Wanted ALL = new Wanted(Set.of(), Set.of(), null, null, null, null, 1, Long.MAX_VALUE);

    /** Keeps no reference to the sets. */
    public Wanted {
        types = Set.copyOf(types);
        kinds = Set.copyOf(kinds);
    }

    /** Whether positions and times alone decide. */
    boolean every() {
        return types.isEmpty() && kinds.isEmpty() && actor == null && importBatch == null;
    }

    /** The same, recorded by somebody. */
    public Wanted by(String name) {
        return new Wanted(types, kinds, name, importBatch, recordedFrom, recordedTo, first, last);
    }

    /** The same, come with an import. */
    public Wanted with(String batch) {
        return new Wanted(types, kinds, actor, batch, recordedFrom, recordedTo, first, last);
    }
}
