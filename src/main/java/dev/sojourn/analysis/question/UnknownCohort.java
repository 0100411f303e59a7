package dev.sojourn.analysis.question;

import dev.sojourn.event.value.CohortId;

/** A question about a cohort that is not defined by the position it is asked from. */
public final class UnknownCohort extends IllegalArgumentException {

    /** What to do where two cohorts are asked for together. */
    public static final String ONE =
            "An analysis follows the members of one cohort: nobody can be retained in a sample that"
                    + " they were never in. For shares of two samples side by side ask for shares (/cohorts/{id}/shares?cohort2=…)";

    private static final long serialVersionUID = 1;

    private final boolean several;

    public UnknownCohort(CohortId cohort, long position) {
        super("there is no cohort \"" + cohort + "\" as known at position " + position
                + (cohort.value().contains(",") ? ". " + ONE : ""));
        several = cohort.value().contains(",");
    }

    /** Whether several cohorts seem to have been asked for together. */
    public boolean several() {
        return several;
    }
}
