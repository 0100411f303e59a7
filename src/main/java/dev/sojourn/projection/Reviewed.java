package dev.sojourn.projection;

import dev.sojourn.event.Recorded;
import dev.sojourn.event.ReviewEvent;
import dev.sojourn.event.ReviewEvent.ReviewApproved;
import java.util.HashSet;
import java.util.List;

/**
 * Which of a researcher's events count where only reviewed ones do: all but those that somebody asked to have looked at
 * and nobody has approved since. What is then said of a spell or degree that nobody has begun says nothing.
 */
final class Reviewed {

    private Reviewed() {}

    /** Of events that count otherwise, in order. */
    static List<Recorded> of(List<Recorded> counting) {
        var awaiting = new HashSet<Long>();
        for (var recorded : counting) {
            if (recorded.event() instanceof ReviewApproved approved) {
                awaiting.remove(approved.sequence());
            } else if (recorded.event() instanceof ReviewEvent review) {
                awaiting.add(review.sequence());
            }
        }
        return counting.stream()
                .filter(recorded -> !awaiting.contains(recorded.header().sequence()))
                .toList();
    }
}
