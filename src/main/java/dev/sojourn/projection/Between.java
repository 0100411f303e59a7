package dev.sojourn.projection;

import dev.sojourn.event.value.CohortId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** What events between two views of one timeline can have changed, without reading them again. */
final class Between {

    private static final int[] NOBODY = {};

    private Between() {}

    /** As of {@link View#concernedSince}. */
    static BitSet concerned(Timeline timeline, View earlier, View later) {
        int after = (int) earlier.position();
        int upTo = (int) later.position();
        var concerned = timeline.researchers.concernedBetween(after, upTo);
        var institutions = timeline.institutionDays.changedBetween(after, upTo);
        if (!institutions.isEmpty()) {
            for (var view : List.of(earlier, later)) {
                view.ofInstitutions(view.leaningOn(institutions)).forEach(concerned::set);
            }
        }
        for (var cohort : timeline.cohorts.changedBetween(after, upTo)) {
            var joinedOrLeft = members(earlier, cohort);
            joinedOrLeft.xor(members(later, cohort));
            concerned.or(joinedOrLeft);
        }
        for (var view : List.of(earlier, later)) {
            view.goneInto().forEach((gone, into) -> {
                if (concerned.get(gone)) {
                    concerned.set(into);
                }
            });
        }
        return concerned;
    }

    private static BitSet members(View view, CohortId cohort) {
        var members = new BitSet();
        Arrays.stream(view.members(cohort).orElse(NOBODY)).forEach(members::set);
        return members;
    }
}
