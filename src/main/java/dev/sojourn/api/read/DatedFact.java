package dev.sojourn.api.read;

import dev.sojourn.event.InstitutionEvent.HeadquartersMoved;
import dev.sojourn.event.InstitutionEvent.InstitutionClosed;
import dev.sojourn.event.InstitutionEvent.InstitutionCorrected;
import dev.sojourn.event.InstitutionEvent.InstitutionMerged;
import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import dev.sojourn.event.InstitutionEvent.InstitutionRenamed;
import dev.sojourn.event.InstitutionEvent.JoinedGroup;
import dev.sojourn.event.InstitutionEvent.LeftGroup;
import dev.sojourn.event.InstitutionEvent.ParentChanged;
import dev.sojourn.event.Recorded;
import dev.sojourn.time.PartialDate;

/**
 * What is believed of an institution.
 *
 * @param what profile, names, headquarters, parent, mergedInto, closed, joined or left
 * @param value as recorded; null for no parent, and where it closed
 * @param from the first day on which it holds, null for all days
 * @param position of the event that says so
 */
public record DatedFact(String what, Object value, PartialDate from, long position) {
    static DatedFact of(Recorded recorded) {
        var event = recorded.event();
        long position = recorded.position();
        if (event instanceof InstitutionRegistered registered) {
            return new DatedFact("profile", registered.profile(), null, position);
        } else if (event instanceof InstitutionCorrected corrected) {
            return new DatedFact("profile", corrected.profile(), null, position);
        } else if (event instanceof InstitutionRenamed renamed) {
            return new DatedFact("names", renamed.names(), renamed.from(), position);
        } else if (event instanceof HeadquartersMoved moved) {
            return new DatedFact("headquarters", moved.country(), moved.from(), position);
        } else if (event instanceof ParentChanged changed) {
            return new DatedFact("parent", changed.parent(), changed.from(), position);
        } else if (event instanceof InstitutionMerged merged) {
            return new DatedFact("mergedInto", merged.into(), merged.from(), position);
        } else if (event instanceof InstitutionClosed closed) {
            return new DatedFact("closed", null, closed.from(), position);
        } else if (event instanceof JoinedGroup joined) {
            return new DatedFact("joined", joined.group(), joined.from(), position);
        } else if (event instanceof LeftGroup left) {
            return new DatedFact("left", left.group(), left.to(), position);
        }
        throw new IllegalStateException(event.getClass().getSimpleName() + " says nothing of an institution");
    }
}
