package dev.sojourn.event;

import dev.sojourn.event.value.Personal;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ReleaseName;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.serialization.Revision;

/** Everything the ledger can record about a release. */
public sealed interface ReleaseEvent extends Event {

    /** Which release. */
    ReleaseName release();

    @Override
    default ReleaseName subject() {
        return release();
    }

    /**
     * A vantage was named, with what was computed from it.
     *
     * @param title what it is called
     * @param position the last event that counts in it
     * @param ruleSet the named rule set it was computed under
     * @param digests for each figure, by id, the SHA-256 of its answer in lower-case hex
     */
    @Revision("1")
    record ReleasePublished(
            ReleaseName release,
            String title,
            long position,
            String ruleSet,
            Map<String, String> digests,
            Remarks personal)
            implements ReleaseEvent {

        /**
         * Missing digests read as none.
         *
         * @throws IllegalArgumentException if there is no title or rule set, or a digest is none
         */
        public ReleasePublished {
            if (Personal.said(title) == null || Personal.said(ruleSet) == null || position < 0) {
                throw new IllegalArgumentException("a release needs a title, a position and the name of a rule set");
            }
            digests = digests == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(digests));
            if (!digests.values().stream().allMatch(digest -> digest.matches("[0-9a-f]{64}"))) {
                throw new IllegalArgumentException("a digest is a SHA-256 in lower-case hex, of 64 characters");
            }
        }
    }

    /** It should no longer be quoted; it can still be read. */
    @Revision("1")
    record ReleaseWithdrawn(ReleaseName release, Remarks personal) implements ReleaseEvent {}

    /**
     * An earlier event of this release no longer counts.
     *
     * @param sequence the event's number within the release, from 0
     */
    @Revision("1")
    record ReleaseEventUndone(ReleaseName release, long sequence, Remarks personal) implements ReleaseEvent {}
}
