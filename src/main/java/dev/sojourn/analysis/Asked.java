package dev.sojourn.analysis;

import dev.sojourn.analysis.question.Filter;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.analysis.question.Rules;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.projection.View;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What an answer repeats of its question.
 *
 * @param cohort the list of people
 * @param where the conditions
 * @param rules the choices it depends on
 * @param position the last event that counts
 * @param recorded when that was recorded
 * @param projected whether the answer speaks of a day after the day of {@code recorded}
 */
public record Asked(
        CohortId cohort, List<Filter> where, Rules rules, long position, Instant recorded, boolean projected) {

    /** What an answer that looks as far as a day repeats. */
    public static Asked of(View view, Population population, LocalDate lastDay) {
        if (population.rules().of(view) != view) {
            throw new IllegalStateException("answered from events that do not count under these rules");
        }
        var known = view.recorded().atZone(ZoneOffset.UTC).toLocalDate();
        return new Asked(
                population.cohort(),
                population.where(),
                population.rules(),
                view.position(),
                view.recorded(),
                lastDay.isAfter(known));
    }
}
