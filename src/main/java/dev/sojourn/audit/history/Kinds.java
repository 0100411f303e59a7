package dev.sojourn.audit.history;

import dev.sojourn.event.CohortEvent;
import dev.sojourn.event.InstitutionEvent;
import dev.sojourn.event.ResearcherEvent;
import dev.sojourn.event.form.EventCatalogue;
import java.util.Set;

/** What events can be about, in the words that stand in front of a subject's id. */
public final class Kinds {
    /** All kinds. */
    public static final Set<String> ALL = Set.of("researcher", "institution", "cohort", "release");

    private Kinds() {}

    /** What events of a type are about. */
    static String of(String type) {
        var event = EventCatalogue.types().get(type);
        if (ResearcherEvent.class.isAssignableFrom(event)) {
            return "researcher";
        }
        if (InstitutionEvent.class.isAssignableFrom(event)) {
            return "institution";
        }
        return CohortEvent.class.isAssignableFrom(event) ? "cohort" : "release";
    }
}
