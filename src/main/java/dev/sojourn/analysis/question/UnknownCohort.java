package dev.sojourn.analysis.question;

import dev.sojourn.event.value.CohortId;

/** A question about a cohort that is not defined by the position it is asked from. */
public final class UnknownCohort extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    public UnknownCohort(CohortId cohort, long position) {
        super("there is no cohort \"" + cohort + "\" as known at position " + position);
    }
}
