package dev.sojourn.command;

import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ResearcherId;
import java.util.List;

/** What can be asked of a cohort. */
public sealed interface CohortCommand extends Command {

    /** Which cohort. */
    CohortId cohort();

    @Override
    default CohortId subject() {
        return cohort();
    }

    /**
     * Defines a cohort without members.
     *
     * @param title what it is called
     * @param frame what it was drawn from
     * @param referenceYear the year it describes
     * @param drawn how its members were chosen
     * @param source who says so
     */
    record DefineCohort(
            CohortId cohort,
            String title,
            String frame,
            int referenceYear,
            String drawn,
            String source,
            Remarks personal)
            implements CohortCommand {}

    /** Adds researchers that are not in it; all of them or none. */
    record AddMembers(CohortId cohort, List<ResearcherId> researchers, Remarks personal) implements CohortCommand {

        /**
         * Keeps the order given.
         *
         * @throws IllegalArgumentException for an empty list
         */
        public AddMembers {
            Missing.refuse(researchers == null || researchers.isEmpty() ? null : researchers, "researchers to add");
            researchers = List.copyOf(researchers);
        }
    }

    /** Takes one researcher out. */
    record RemoveMember(CohortId cohort, ResearcherId researcher, Remarks personal) implements CohortCommand {}

    /** Makes the list of members final. */
    record FreezeCohort(CohortId cohort, Remarks personal) implements CohortCommand {}

    /** Undoes an event of the cohort, by its number within it. */
    record UndoCohortEvent(CohortId cohort, long sequence, Remarks personal) implements Undo, CohortCommand {}
}
