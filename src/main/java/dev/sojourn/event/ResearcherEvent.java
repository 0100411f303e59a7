package dev.sojourn.event;

import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ResearcherId;
import org.axonframework.serialization.Revision;

/** Everything the ledger can record about a researcher, by subject. */
public sealed interface ResearcherEvent extends Event
        permits IdentityEvent,
                EducationEvent,
                SpellEvent,
                CareerEvent,
                ReviewEvent,
                ResearcherEvent.ResearcherEventUndone {

    /** Whom it is about. */
    ResearcherId researcher();

    @Override
    default ResearcherId subject() {
        return researcher();
    }

    /**
     * An earlier event of this researcher no longer counts; everything is folded again without it.
     *
     * @param sequence the event's number within the researcher, from 0
     */
    @Revision("1")
    record ResearcherEventUndone(ResearcherId researcher, long sequence, Remarks personal) implements ResearcherEvent {}
}
