package dev.sojourn.command;

import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ResearcherId;

/** A second pair of eyes on an event of a researcher, named by its number within the researcher, from 0. */
public sealed interface ReviewCommand extends ResearcherCommand {

    /** The event in question. */
    long sequence();

    /** What is said about it. */
    Remarks personal();

    /** Asks for somebody to look at it. */
    record RequestReview(ResearcherId researcher, long sequence, Remarks personal) implements ReviewCommand {}

    /** Agrees. Not for whoever recorded it. */
    record ApproveReview(ResearcherId researcher, long sequence, Remarks personal) implements ReviewCommand {}

    /** Does not agree, and undoes it: both or neither. Needs a reason. Not for whoever recorded it. */
    record RejectReview(ResearcherId researcher, long sequence, Remarks personal) implements ReviewCommand {}
}
