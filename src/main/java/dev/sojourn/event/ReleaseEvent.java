package dev.sojourn.event;

import dev.sojourn.event.value.Personal;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.event.value.ReleasedQuestion;
import dev.sojourn.event.value.ReleasedRegions;
import java.util.Collections;
import java.util.List;
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
     * @param questions for each figure, by id, what was asked; none for releases that were told without
     * @param regions the region maps that the questions were answered with, the one that holds where a question names none
     *     first; none without questions
     */
    @Revision("3")
    record ReleasePublished(
            ReleaseName release,
            String title,
            long position,
            String ruleSet,
            Map<String, String> digests,
            Map<String, ReleasedQuestion> questions,
            List<ReleasedRegions> regions,
            Remarks personal)
            implements ReleaseEvent {

        /**
         * A vantage alone, without questions.
         *
         * @throws IllegalArgumentException if there is no title or rule set, or a digest is none
         */
        public ReleasePublished(
                ReleaseName release,
                String title,
                long position,
                String ruleSet,
                Map<String, String> digests,
                Remarks personal) {
            this(release, title, position, ruleSet, digests, null, null, personal);
        }

        /**
         * Missing digests and questions read as none.
         *
         * @throws IllegalArgumentException if there is no title or rule set, a digest is none, a question has
         *     no digest or no region map, or two region maps have one version
         */
        public ReleasePublished {
            if (Personal.said(title) == null || Personal.said(ruleSet) == null || position < 0) {
                throw new IllegalArgumentException("a release needs a title, a position and the name of a rule set");
            }
            digests = digests == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(digests));
            if (!digests.values().stream().allMatch(digest -> digest.matches("[0-9a-f]{64}"))) {
                throw new IllegalArgumentException("a digest is a SHA-256 in lower-case hex, of 64 characters");
            }
            questions = questions == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(questions));
            regions = regions == null ? List.of() : List.copyOf(regions);
            if (!digests.keySet().containsAll(questions.keySet()) || questions.isEmpty() != regions.isEmpty()) {
                throw new IllegalArgumentException(
                        "each question of a release needs a digest, and all of them the region maps they were answered with");
            }
            if (regions.stream().map(ReleasedRegions::version).distinct().count() < regions.size()) {
                throw new IllegalArgumentException("a release keeps one region map of each version");
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
