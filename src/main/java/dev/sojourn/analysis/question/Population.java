package dev.sojourn.analysis.question;

import dev.sojourn.event.value.CohortId;
import java.util.List;

/**
 * Whom a question is about, and under which rules; every analysis takes one.
 *
 * @param cohort the list of people; {@code everyone} is all of them
 * @param where conditions that must all hold
 * @param rules the choices the answer depends on
 */
public record Population(CohortId cohort, List<Filter> where, Rules rules) {

    /** Keeps the order of the conditions. */
    public Population {
        where = List.copyOf(where);
    }
}
