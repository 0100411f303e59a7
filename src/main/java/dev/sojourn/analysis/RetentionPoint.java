package dev.sojourn.analysis;

import dev.sojourn.analysis.count.Staleness;
import java.time.LocalDate;
import java.util.List;

/**
 * Where the base of a retention is on one day.
 *
 * @param on the day
 * @param retained how many have a value that is held, of the base
 * @param sameInstitution how many of the retained are at the institution of the first day, mergers followed
 * @param observed retained, of the base without those unobserved and inactive
 * @param bounds the fewest and the most that can be retained, of the base
 * @param destinations the other values, largest first, then by value
 * @param unknown how many have a spell, but not a known value
 * @param staleness how fresh what is known of the base is; carried are those with a spell that nothing showed to be true
 *     after the first day, or within {@code maxAge}
 * @param uncertain how many are in different cells depending on how coarse dates are read
 * @param qualified those whose spell has a date that was written as approximate or uncertain
 */
public record RetentionPoint(
        LocalDate on,
        Share retained,
        int sameInstitution,
        Share observed,
        Bounds bounds,
        List<Destination> destinations,
        int unknown,
        Staleness staleness,
        int uncertain,
        int qualified) {

    /** How many have no spell that covers the day. */
    public int unobserved() {
        return staleness.unobserved();
    }

    /** How many careers have ended. */
    public int inactive() {
        return staleness.inactive();
    }

    /**
     * What the unknown leaves open.
     *
     * @param low those retained in every reading of the dates
     * @param high those retained, unknown or unobserved in some reading
     */
    public record Bounds(Share low, Share high) {}

    /**
     * Those at another value.
     *
     * @param value as in answers
     * @param moved how many by another spell
     * @param reclassified how many by the same spell, whose institution changed
     */
    public record Destination(String value, int moved, int reclassified) {

        /** How many in all. */
        public int count() {
            return moved + reclassified;
        }

        Destination and(Destination more) {
            return new Destination(value, moved + more.moved, reclassified + more.reclassified);
        }
    }
}
