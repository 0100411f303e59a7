package dev.sojourn.command.lookup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What came of which command id. */
public final class CommandIds {

    /**
     * What came of one.
     *
     * @param requestHash keyed hash of the request, or null where it is not known
     * @param first position of its first event
     * @param last position of its last event; between them there may be others' if it was adopted
     */
    public record Used(String requestHash, long first, long last) {}

    private record Changed(long first, long last, boolean scattered) {

        Changed and(long position) {
            return new Changed(first, position, scattered || position != last + 1);
        }
    }

    private final LookupIndex index;
    private final Map<String, Changed> changed = new LinkedHashMap<>();

    CommandIds(LookupIndex index) {
        this.index = index;
    }

    /** What came of a command, by what is recorded. */
    public Optional<Used> find(String id) {
        long first = index.firstOf(id);
        return first == 0 || first > index.store().readable()
                ? Optional.empty()
                : Optional.of(new Used(index.store().committedRequest(first), first, index.lastOf(id, first)));
    }

    /** Notes that an event came of a command. */
    public void note(String id, long position) {
        var before = changed.get(id);
        long first = before == null ? index.firstOf(id) : 0;
        if (before != null) {
            changed.put(id, before.and(position));
        } else if (first > 0) {
            changed.put(id, new Changed(first, position, true));
        } else {
            changed.put(id, new Changed(position, position, false));
        }
    }

    /** Puts what has changed into the index, and forgets it. */
    void publish() {
        changed.forEach((id, used) -> index.command(id, used.first(), used.last(), used.scattered()));
        forget();
    }

    void forget() {
        changed.clear();
    }
}
