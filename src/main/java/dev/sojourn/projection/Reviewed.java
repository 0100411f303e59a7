package dev.sojourn.projection;

import dev.sojourn.event.EducationEvent;
import dev.sojourn.event.EducationEvent.EducationRecorded;
import dev.sojourn.event.Event;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.ReviewEvent;
import dev.sojourn.event.ReviewEvent.ReviewApproved;
import dev.sojourn.event.SpellEvent;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.value.Id;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which of a researcher's events count where only reviewed ones do: all but those that somebody asked to have looked at
 * and nobody has approved since. What is said of a spell or degree that does not count does not count either.
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
        var reviewed = new ArrayList<Recorded>();
        var begun = new HashSet<Id>();
        for (var recorded : counting) {
            boolean counts = !awaiting.contains(recorded.header().sequence());
            var begins = begins(recorded.event());
            if (begins != null && counts) {
                begun.add(begins);
            } else if (begins != null) {
                begun.remove(begins); // retracted before, recorded again
            }
            if (counts && stands(recorded.event(), begun)) {
                reviewed.add(recorded);
            }
        }
        return reviewed;
    }

    private static Id begins(Event event) {
        if (event instanceof AffiliationRecorded recorded) {
            return recorded.spell();
        }
        return event instanceof EducationRecorded recorded ? recorded.education() : null;
    }

    private static boolean stands(Event event, Set<Id> begun) {
        if (event instanceof SpellEvent said) {
            return begun.contains(said.spell());
        }
        return !(event instanceof EducationEvent said) || begun.contains(said.education());
    }
}
