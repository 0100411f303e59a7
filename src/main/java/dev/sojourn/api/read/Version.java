package dev.sojourn.api.read;

import dev.sojourn.event.value.Id;
import dev.sojourn.projection.View;
import dev.sojourn.store.LedgerStore;

/** The version of a thing, for its {@code ETag}: writes send it back in {@code If-Match}. */
final class Version {
    private Version() {}

    /** The number of its last event, as known then. */
    static String tag(LedgerStore store, Id subject, View view) {
        return "\"" + store.version(subject, view.position()) + "\"";
    }
}
