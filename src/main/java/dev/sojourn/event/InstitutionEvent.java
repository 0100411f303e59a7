package dev.sojourn.event;

import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.GroupId;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Profile;
import dev.sojourn.time.PartialDate;
import org.axonframework.serialization.Revision;

/**
 * Everything the ledger can record about an institution. It changes answers for everyone there, and is never a person's
 * move.
 */
public sealed interface InstitutionEvent extends Event {

    /** Which institution. */
    InstitutionId institution();

    @Override
    default InstitutionId subject() {
        return institution();
    }

    /** An institution entered the ledger. What is said of it holds on all days until a dated event changes it. */
    @Revision("1")
    record InstitutionRegistered(InstitutionId institution, Profile profile, Remarks personal)
            implements InstitutionEvent {}

    /** What was said at registration was wrong in detail: this is the whole of it. Dated changes stay. */
    @Revision("1")
    record InstitutionCorrected(InstitutionId institution, Profile profile, Remarks personal)
            implements InstitutionEvent {}

    /** It goes by these names from a day on. */
    @Revision("1")
    record InstitutionRenamed(InstitutionId institution, Names names, PartialDate from, Remarks personal)
            implements InstitutionEvent {}

    /** Its headquarters are in this country from a day on. */
    @Revision("1")
    record HeadquartersMoved(InstitutionId institution, CountryCode country, PartialDate from, Remarks personal)
            implements InstitutionEvent {}

    /**
     * It belongs to another institution from a day on.
     *
     * @param parent the direct parent, or null for none
     */
    @Revision("1")
    record ParentChanged(InstitutionId institution, InstitutionId parent, PartialDate from, Remarks personal)
            implements InstitutionEvent {}

    /**
     * From a day on it is another institution; whoever is here is there.
     *
     * @param into the one that stays
     */
    @Revision("1")
    record InstitutionMerged(InstitutionId institution, InstitutionId into, PartialDate from, Remarks personal)
            implements InstitutionEvent {}

    /** From a day on it is no more, and no other stands in for it: nobody begins there. Whoever is there is not moved. */
    @Revision("1")
    record InstitutionClosed(InstitutionId institution, PartialDate from, Remarks personal)
            implements InstitutionEvent {}

    /**
     * It belongs to a group from a day on.
     *
     * @param from first day, or null for all days
     */
    @Revision("1")
    record JoinedGroup(InstitutionId institution, GroupId group, PartialDate from, Remarks personal)
            implements InstitutionEvent {}

    /**
     * It no longer belongs to a group.
     *
     * @param to first day on which it does not
     */
    @Revision("1")
    record LeftGroup(InstitutionId institution, GroupId group, PartialDate to, Remarks personal)
            implements InstitutionEvent {}

    /**
     * An earlier event of this institution no longer counts; everything is folded again without it.
     *
     * @param sequence the event's number within the institution, from 0
     */
    @Revision("1")
    record InstitutionEventUndone(InstitutionId institution, long sequence, Remarks personal)
            implements InstitutionEvent {}
}
