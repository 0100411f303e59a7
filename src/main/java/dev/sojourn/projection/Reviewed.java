package dev.sojourn.projection;

import dev.sojourn.event.Recorded;
import dev.sojourn.event.ReviewEvent;
import dev.sojourn.event.ReviewEvent.ReviewApproved;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Which of a researcher's events count where only reviewed ones do: all but those that somebody asked to have looked at
 * and nobody has approved since, and those that came of the same command, since half a change says what nobody claimed.
 * What is then said of a spell or degree that nobody has begun says nothing.
 */
public final class Reviewed {

    private Reviewed() {}

    /** Of events that count otherwise, in order. */
    static List<Recorded> of(List<Recorded> counting) {
        var unapproved = unapproved(counting);
        var changes = new HashSet<String>();
        for (var recorded : counting) {
            if (unapproved.containsKey(recorded.header().sequence())) {
                changes.add(recorded.header().commandId());
            }
        }
        return counting.stream()
                .filter(recorded -> !changes.contains(recorded.header().commandId()))
                .toList();
    }

    /**
     * The last word, of those that count, about each event that was ever under review and is not approved.
     *
     * @param counting the events of a researcher that count, in order
     * @return by the number of the event that it is about; that event need not count
     */
    public static Map<Long, Recorded> unapproved(List<Recorded> counting) {
        var last = new HashMap<Long, Recorded>();
        for (var recorded : counting) {
            if (recorded.event() instanceof ReviewApproved approved) {
                last.remove(approved.sequence());
            } else if (recorded.event() instanceof ReviewEvent review) {
                last.put(review.sequence(), recorded);
            }
        }
        return last;
    }
}
