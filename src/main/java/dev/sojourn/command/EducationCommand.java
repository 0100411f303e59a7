package dev.sojourn.command;

import dev.sojourn.event.value.Degree;
import dev.sojourn.event.value.EducationId;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.ResearcherId;

/** A researcher's degrees. */
public sealed interface EducationCommand extends ResearcherCommand {

    /** Which degree. */
    EducationId education();

    /** Records a degree, finished or not. */
    record RecordEducation(ResearcherId researcher, EducationId education, Degree degree, Titled personal)
            implements EducationCommand {}

    /** Replaces the whole claim, which was wrong in detail. Needs a reason. */
    record CorrectEducation(ResearcherId researcher, EducationId education, Degree degree, Titled personal)
            implements EducationCommand {}

    /** Takes back a degree that never was. Needs a reason. */
    record RetractEducation(ResearcherId researcher, EducationId education, Remarks personal)
            implements EducationCommand {}
}
