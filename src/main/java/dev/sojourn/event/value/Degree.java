package dev.sojourn.event.value;

import dev.sojourn.time.PartialDate;
import dev.sojourn.time.ValidTime;

/**
 * What is claimed of a degree.
 *
 * @param level bachelor, master or doctorate
 * @param institution where it was taken, or null if only the country is known
 * @param country where it was taken if the institution is not known; else null
 * @param start first day, or null if not known
 * @param end the day it was completed, or null if not known; a bachelor without an end counts as completed
 */
public record Degree(Level level, InstitutionId institution, CountryCode country, PartialDate start, PartialDate end) {

    /**
     * Checks what can be checked without knowing anything else.
     *
     * @throws IllegalArgumentException unless there is a level and exactly one of institution and country, and if the
     *     end is certainly before the start
     */
    public Degree {
        if (level == null) {
            throw new IllegalArgumentException("a degree needs a level: BACHELOR, MASTER or DOCTORATE");
        }
        if ((institution == null) == (country == null)) {
            throw new IllegalArgumentException("a degree needs either an institution or a country");
        }
        new ValidTime(start, end);
    }
}
