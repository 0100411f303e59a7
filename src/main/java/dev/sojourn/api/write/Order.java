package dev.sojourn.api.write;

import dev.sojourn.api.body.WrongMember;
import dev.sojourn.time.PartialDate;

/** Dates that cannot be the right way round however they are read; where they may be, a warning comes later. */
final class Order {
    private Order() {}

    /**
     * Checks an interval.
     *
     * @param member the one to blame, the end of the interval
     * @param start null if not known
     * @param end null if not known
     * @throws WrongMember if the end is certainly before the start
     */
    static void check(String member, PartialDate start, PartialDate end) {
        if (start != null && end != null && end.latest().isBefore(start.earliest())) {
            throw new WrongMember(
                    member,
                    end + " is certainly before the start, " + start + ": " + member
                            + " is the first day on which it no longer holds");
        }
    }
}
