package dev.sojourn.time;

import java.time.LocalDate;

/**
 * When something holds in the world, as a half-open range {@code [start, end)} of calendar dates without a zone.
 *
 * <p>Half-open so that one stay's end and the next one's start meet without sharing a day. Both ends may be coarser than
 * a day, and either may be unknown ({@code null}): an unknown end means "not known to have ended", an unknown start
 * "held since some day nobody wrote down", which never counts in a point estimate.
 *
 * @param start first day on which it holds, or null if not known
 * @param end first day on which it no longer holds, or null if it is not known to have ended
 */
public record ValidTime(PartialDate start, PartialDate end) {

    /**
     * Refuses only what cannot be: equal years, say, may hold on no day but may also be right.
     *
     * @throws IllegalArgumentException if the end is certainly before the start
     */
    public ValidTime {
        if (start != null && end != null && end.latest().isBefore(start.earliest())) {
            throw new IllegalArgumentException("ends in " + end + ", certainly before its start in " + start);
        }
    }

    /** Whether it holds on {@code day} if each date is taken as its earliest day. */
    public boolean covers(LocalDate day) {
        return start != null && !day.isBefore(start.earliest()) && (end == null || day.isBefore(end.earliest()));
    }

    /** Whether both hold on a common day if each date is taken as its earliest day. */
    public boolean overlaps(ValidTime other) {
        if (start == null || other.start == null) {
            return false;
        }
        var later = start.earliest().isAfter(other.start.earliest()) ? start : other.start;
        return covers(later.earliest()) && other.covers(later.earliest());
    }

    /** As text, for example {@code [2019, 2023-05)}, with {@code ..} for what is not known. */
    @Override
    public String toString() {
        return "[" + (start == null ? ".." : start) + ", " + (end == null ? ".." : end) + ")";
    }
}
