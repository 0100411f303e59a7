package dev.sojourn.analysis.question;

import dev.sojourn.projection.View;
import java.time.Period;
import java.util.List;

/**
 * The choices an answer depends on, beside the question.
 *
 * @param place what a person's country is, and with it the region: that of the headquarters, or of the workplace
 * @param phdOut whether people whose deciding spell on the first day is a PhD student's are left out
 * @param maxAge a state whose spell nothing showed to be true within this time before the day is carried forward; null
 *     for no limit
 * @param carried what becomes of such a state
 * @param reviewedOnly whether changes that await approval count for nothing
 * @param regions which region each country belongs to
 * @param named what they are called; changes no answer
 */
public record Rules(
        Place place,
        boolean phdOut,
        Period maxAge,
        Carried carried,
        boolean reviewedOnly,
        RegionMap regions,
        Named named) {

    /** What the rules are called that hold where nothing is said. */
    public static final String STANDARD = "standard";

    /**
     * The name that a question gave.
     *
     * @param set the rule set
     * @param overridden the parameters that the question says otherwise than the set
     */
    public record Named(String set, List<String> overridden) {
        /** None was given. */
        public static final Named NONE = new Named(STANDARD, List.of());
    }

    /** What a person's country is. */
    public enum Place {
        COUNTRY,
        SITE
    }

    /** What becomes of a state that is only carried forward. */
    public enum Carried {
        /** It counts, and the answer says how many do. */
        COUNT,
        /** It reads as unobserved. */
        UNOBSERVED
    }

    /**
     * Checks that the choices make sense together.
     *
     * @throws IllegalArgumentException if carried states are not to count but no age is given, or it is not positive
     */
    public Rules {
        if (carried == Carried.UNOBSERVED && maxAge == null) {
            throw new IllegalArgumentException("carried=unobserved needs maxAge, as in maxAge=P24M");
        }
        if (maxAge != null && (maxAge.isNegative() || maxAge.isZero())) {
            throw new IllegalArgumentException("maxAge must be a positive period, as in P24M");
        }
    }

    /**
     * Rules without a name.
     *
     * @throws IllegalArgumentException if they make no sense together
     */
    public Rules(Place place, boolean phdOut, Period maxAge, Carried carried, boolean reviewedOnly, RegionMap regions) {
        this(place, phdOut, maxAge, carried, reviewedOnly, regions, Named.NONE);
    }

    /** What counts under these rules, of all that was believed. */
    public View of(View believed) {
        return reviewedOnly ? believed.reviewed() : believed;
    }

    /** The rules that hold where nothing is said. */
    public static Rules standard(RegionMap regions) {
        return new Rules(Place.COUNTRY, false, null, Carried.COUNT, false, regions);
    }
}
