package dev.sojourn.study.open;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * A number of a figure that may be shown.
 *
 * @param draft the figure
 * @param tier wholes and what they are made up of first (0), then what overlaps with that (1), then days of a series (2)
 * @param name of the number
 * @param on the day of a series that it is of; null for the end point, and where there is no series
 * @param people whom it counts
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Candidate(Draft draft, int tier, String name, LocalDate on, int[] people) {

    /** The largest numbers of all figures first, so that a whole comes before its parts, and small numbers yield. */
    static final Comparator<Candidate> ORDER = Comparator.comparingInt(Candidate::tier)
            .thenComparing(Comparator.comparingInt(Candidate::count).reversed())
            .thenComparing(candidate -> candidate.draft.id())
            .thenComparing(Candidate::name)
            .thenComparing(Candidate::on, Comparator.nullsFirst(Comparator.naturalOrder()));

    int count() {
        return people.length;
    }
}
