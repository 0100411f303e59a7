package dev.sojourn.event;

import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** Whether a researcher is still one, and whether anybody looked. */
public sealed interface CareerEvent extends ResearcherEvent {

    /** How a career ended. */
    enum Cause {
        RETIRED,
        DECEASED,
        LEFT_RESEARCH
    }

    /** Somebody looked for the researcher and found nothing. Ends no spell. */
    @Revision("1")
    record SearchedNotFound(ResearcherId researcher, LocalDate searchedOn, Remarks personal) implements CareerEvent {}

    /**
     * The research career is over.
     *
     * @param on first day of it, or null if not known, which never counts in a point estimate
     */
    @Revision("1")
    record CareerEnded(ResearcherId researcher, Cause cause, PartialDate on, Remarks personal) implements CareerEvent {}

    /**
     * The researcher came back to research.
     *
     * @param on first day back
     */
    @Revision("1")
    record CareerResumed(ResearcherId researcher, PartialDate on, Remarks personal) implements CareerEvent {}
}
