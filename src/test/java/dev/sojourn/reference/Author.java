package dev.sojourn.reference;

import dev.sojourn.event.value.EducationId;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.SpellId;

/**
 * One author of a sample: one unit of one cell of a joint table.
 *
 * @param year the sample's reference year
 * @param number from 1, within the sample
 * @param origin country of origin, or null where it is unknown
 * @param firstOrigin the country first published, where it was corrected later; else as {@code origin}
 * @param work country of work in the reference year
 */
record Author(int year, int number, String origin, String firstOrigin, String work) {

    ResearcherId id() {
        return new ResearcherId("n%02d-%03d".formatted(year % 100, number));
    }

    /** Neutral: the tables know no names. */
    String name() {
        return "NeurIPS %d author %03d".formatted(year, number);
    }

    EducationId degree(String level) {
        return new EducationId(id() + "-" + level);
    }

    /** The author's spells, numbered from 1. */
    SpellId spell(int number) {
        return new SpellId(id() + "-" + number);
    }
}
