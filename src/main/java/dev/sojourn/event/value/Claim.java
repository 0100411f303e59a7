package dev.sojourn.event.value;

import dev.sojourn.time.PartialDate;
import dev.sojourn.time.ValidTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is claimed of a spell: everything but whose it is, and how we know.
 *
 * @param institution where
 * @param role as what
 * @param kind how it relates to the person's other spells; null where nobody said, which counts as PRIMARY
 * @param start first day, or null if not known
 * @param end first day no longer there, or null if it is not known to have ended
 * @param workplace country of the desk, where it is known to differ from the headquarters; else null
 * @param flags what else holds throughout
 */
public record Claim(
        InstitutionId institution,
        Role role,
        Kind kind,
        PartialDate start,
        PartialDate end,
        CountryCode workplace,
        Set<Flag> flags) {

    /**
     * Checks what can be checked without knowing anything else.
     *
     * @throws IllegalArgumentException if institution or role is missing, or the end is certainly before the start
     */
    public Claim {
        if (institution == null || role == null) {
            throw new IllegalArgumentException("a spell needs an institution and a role (NOT_STATED is one)");
        }
        flags = flags == null || flags.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(flags));
        new ValidTime(start, end);
    }

    /** A spell of which nothing is said beyond where, as what, and when. */
    public static Claim of(InstitutionId institution, Role role, PartialDate start, PartialDate end) {
        return new Claim(institution, role, null, start, end, null, Set.of());
    }

    /** When it holds. */
    public ValidTime valid() {
        return new ValidTime(start, end);
    }

    /** The same stay with another start; null for one that is not known. */
    public Claim withStart(PartialDate newStart) {
        return new Claim(institution, role, kind, newStart, end, workplace, flags);
    }

    /** The same stay with another end; null for "not known to have ended". */
    public Claim withEnd(PartialDate newEnd) {
        return new Claim(institution, role, kind, start, newEnd, workplace, flags);
    }
}
