package dev.sojourn.event;

import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ResearcherId;
import org.axonframework.serialization.Revision;

/** A second pair of eyes on an earlier event of the same researcher. */
public sealed interface ReviewEvent extends ResearcherEvent {

    /** The event under review: its number within the researcher, from 0. */
    long sequence();

    /** Somebody should look at it. */
    @Revision("1")
    record ReviewRequested(ResearcherId researcher, long sequence, Remarks personal) implements ReviewEvent {}

    /** Another curator agrees. */
    @Revision("1")
    record ReviewApproved(ResearcherId researcher, long sequence, Remarks personal) implements ReviewEvent {}

    /** Another curator does not agree. */
    @Revision("1")
    record ReviewRejected(ResearcherId researcher, long sequence, Remarks personal) implements ReviewEvent {}
}
