package dev.sojourn.api.read;

import dev.sojourn.event.value.Id;
import dev.sojourn.projection.View;
import dev.sojourn.store.LedgerStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The versions of things, for their {@code ETag}: writes send them back in {@code If-Match}. Those of the latest position
 * that was asked about are kept, since looking one up takes longer than the rest of an answer about one person.
 */
@Component
final class Versions {
    static final int MOST = 10_000;

    private final LedgerStore store;
    private volatile Known latest = new Known(-1);

    /** What was looked up as known at a position, which no later event changes. */
    private static final class Known {
        final long position;
        final Map<Id, Long> versions = new ConcurrentHashMap<>();

        Known(long position) {
            this.position = position;
        }
    }

    Versions(LedgerStore store) {
        this.store = store;
    }

    /** The number of its last event, as known then, in quotes. */
    String tag(Id subject, View view) {
        var known = latest;
        if (view.position() > known.position || kept() >= MOST) {
            known = new Known(view.position());
            latest = known;
        }
        long version = view.position() == known.position
                ? known.versions.computeIfAbsent(subject, one -> store.version(one, view.position()))
                : store.version(subject, view.position());
        return "\"" + version + "\"";
    }

    /** How many are kept now. */
    int kept() {
        return latest.versions.size();
    }
}
