package dev.sojourn.study;

import dev.sojourn.projection.Timeline;
import dev.sojourn.projection.View;
import dev.sojourn.time.KnownAt;
import dev.sojourn.time.KnownAt.AtPosition;
import java.time.Duration;

/** Turns a moment of knowledge, as a question says it, into what was believed then. */
public final class Knowledge {
    /** How long a question waits for an event that was acknowledged but is not in the timeline yet; usually under 1 ms. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Timeline timeline;

    /** Of one ledger. */
    public Knowledge(Timeline timeline) {
        this.timeline = timeline;
    }

    /**
     * What was believed at a moment. A position just recorded is waited for, so that whoever wrote can read it.
     *
     * @throws IllegalArgumentException for a position beyond the head, or a release that is not in the ledger
     */
    public View at(KnownAt moment) {
        if (moment instanceof AtPosition exactly) {
            await(exactly.position());
        }
        return timeline.at(timeline.resolve(moment));
    }

    private void await(long position) {
        try {
            if (position > timeline.position()) {
                timeline.await(position, PATIENCE);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
