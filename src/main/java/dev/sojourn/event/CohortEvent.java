package dev.sojourn.event;

import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.Personal;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ResearcherId;
import java.util.List;
import org.axonframework.serialization.Revision;

/** Everything the ledger can record about a cohort. */
public sealed interface CohortEvent extends Event {

    /** Which cohort. */
    CohortId cohort();

    @Override
    default CohortId subject() {
        return cohort();
    }

    /**
     * A cohort was defined; it has no members yet.
     *
     * @param title what it is called
     * @param frame what it was drawn from, or null if nobody said
     * @param referenceYear the year it describes
     * @param drawn how its members were chosen, or null if nobody said
     * @param source who says so, or null if nobody did
     */
    @Revision("1")
    record CohortDefined(
            CohortId cohort,
            String title,
            String frame,
            int referenceYear,
            String drawn,
            String source,
            Remarks personal)
            implements CohortEvent {

        /**
         * A blank text is an absent one.
         *
         * @throws IllegalArgumentException if there is no title, or no such year
         */
        public CohortDefined {
            if (Personal.said(title) == null || referenceYear < 0 || referenceYear > 9999) {
                throw new IllegalArgumentException("a cohort needs a title, and a reference year of up to four digits");
            }
            frame = Personal.said(frame);
            drawn = Personal.said(drawn);
            source = Personal.said(source);
        }
    }

    /** These researchers belong to it. */
    @Revision("1")
    record MembersAdded(CohortId cohort, List<ResearcherId> researchers, Remarks personal) implements CohortEvent {

        /**
         * Keeps the order given.
         *
         * @throws IllegalArgumentException if there is none
         */
        public MembersAdded {
            if (researchers == null || researchers.isEmpty()) {
                throw new IllegalArgumentException("at least one researcher must be named");
            }
            researchers = List.copyOf(researchers);
        }
    }

    /** This one does not belong to it. */
    @Revision("1")
    record MemberRemoved(CohortId cohort, ResearcherId researcher, Remarks personal) implements CohortEvent {}

    /** Its list of members is final. */
    @Revision("1")
    record CohortFrozen(CohortId cohort, Remarks personal) implements CohortEvent {}

    /**
     * An earlier event of this cohort no longer counts; everything is folded again without it.
     *
     * @param sequence the event's number within the cohort, from 0
     */
    @Revision("1")
    record CohortEventUndone(CohortId cohort, long sequence, Remarks personal) implements CohortEvent {}
}
