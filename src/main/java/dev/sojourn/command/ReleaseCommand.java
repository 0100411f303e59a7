package dev.sojourn.command;

import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.event.value.ReleasedQuestion;
import dev.sojourn.event.value.ReleasedRegions;
import java.util.List;
import java.util.Map;

/** What can be asked of a release. */
public sealed interface ReleaseCommand extends Command {

    /** Which release. */
    ReleaseName release();

    @Override
    default ReleaseName subject() {
        return release();
    }

    /**
     * Names a vantage, with what was computed from it.
     *
     * @param title what it is called
     * @param position the last event that counts in it; not beyond the head
     * @param ruleSet the named rule set it was computed under
     * @param digests for each figure, by id, the SHA-256 of its answer in lower-case hex
     * @param questions for each figure, by id, what was asked
     * @param regions the region maps they were answered with, or null if there are no questions
     */
    record PublishRelease(
            ReleaseName release,
            String title,
            long position,
            String ruleSet,
            Map<String, String> digests,
            Map<String, ReleasedQuestion> questions,
            List<ReleasedRegions> regions,
            Remarks personal)
            implements ReleaseCommand {

        /** A vantage alone, without questions. */
        public PublishRelease(
                ReleaseName release,
                String title,
                long position,
                String ruleSet,
                Map<String, String> digests,
                Remarks personal) {
            this(release, title, position, ruleSet, digests, null, null, personal);
        }
    }

    /** Says that a release should no longer be quoted. Needs a reason. */
    record WithdrawRelease(ReleaseName release, Remarks personal) implements ReleaseCommand {}

    /** Undoes an event of the release, by its number within it; its publication cannot be undone. */
    record UndoReleaseEvent(ReleaseName release, long sequence, Remarks personal) implements Undo, ReleaseCommand {}
}
