package dev.sojourn.command;

import dev.sojourn.event.CareerEvent.Cause;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;

/** Whether a researcher is still one, and whether anybody looked. */
public sealed interface CareerCommand extends ResearcherCommand {

    /** Says that somebody looked for the researcher and found nothing. Ends no spell. */
    record RecordSearchedNotFound(ResearcherId researcher, LocalDate searchedOn, Remarks personal)
            implements CareerCommand {

        /**
         * Takes a day.
         *
         * @throws IllegalArgumentException without one
         */
        public RecordSearchedNotFound {
            Missing.refuse(searchedOn, "searchedOn, the day of the search");
        }
    }

    /**
     * Says that the research career is over.
     *
     * @param on first day of it, or null if not known
     */
    record EndCareer(ResearcherId researcher, Cause cause, PartialDate on, Remarks personal) implements CareerCommand {

        /**
         * Takes a cause.
         *
         * @throws IllegalArgumentException without one
         */
        public EndCareer {
            Missing.refuse(cause, "cause: RETIRED, DECEASED or LEFT_RESEARCH");
        }
    }

    /**
     * Says that the researcher came back to research.
     *
     * @param on first day back
     */
    record ResumeCareer(ResearcherId researcher, PartialDate on, Remarks personal) implements CareerCommand {

        /**
         * Takes a day.
         *
         * @throws IllegalArgumentException without one
         */
        public ResumeCareer {
            Missing.refuse(on, "on, the first day back");
        }
    }
}
