package dev.sojourn.command;

import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ResearcherId;

/** A second pair of eyes on an event of a researcher, named by its number within the researcher, from 0. */
public sealed interface ReviewCommand extends ResearcherCommand {

    /** The event in question; those that came of the same command are decided with it. */
    long sequence();

    /** The same about another event. */
    ReviewCommand about(long another);

    /** What is said about it. */
    Remarks personal();

    /** Asks for somebody to look at it. */
    record RequestReview(ResearcherId researcher, long sequence, Remarks personal) implements ReviewCommand {
        @Override
        public ReviewCommand about(long another) {
            return new RequestReview(researcher, another, personal);
        }
    }

    /** Agrees. Not for whoever recorded it. */
    record ApproveReview(ResearcherId researcher, long sequence, Remarks personal) implements ReviewCommand {
        @Override
        public ReviewCommand about(long another) {
            return new ApproveReview(researcher, another, personal);
        }
    }

    /** Does not agree, and undoes it: both or neither. Needs a reason. Not for whoever recorded it. */
    record RejectReview(ResearcherId researcher, long sequence, Remarks personal) implements ReviewCommand {
        @Override
        public ReviewCommand about(long another) {
            return new RejectReview(researcher, another, personal);
        }
    }
}
