package dev.sojourn.event;

import dev.sojourn.event.value.Degree;
import dev.sojourn.event.value.EducationId;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.ResearcherId;
import org.axonframework.serialization.Revision;

/** A researcher's degrees. */
public sealed interface EducationEvent extends ResearcherEvent {

    /** Which degree. */
    EducationId education();

    /** A degree, finished or not. */
    @Revision("1")
    record EducationRecorded(ResearcherId researcher, EducationId education, Degree degree, Titled personal)
            implements EducationEvent {}

    /** The claim was wrong in detail: this is the whole of it. */
    @Revision("1")
    record EducationCorrected(ResearcherId researcher, EducationId education, Degree degree, Titled personal)
            implements EducationEvent {}

    /** It never happened. */
    @Revision("1")
    record EducationRetracted(ResearcherId researcher, EducationId education, Remarks personal)
            implements EducationEvent {}
}
