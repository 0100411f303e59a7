package dev.sojourn.time;

import java.time.LocalDate;

/**
 * A point from which to look at the ledger: one coordinate on each time axis.
 *
 * <p>Every read takes one, so that no answer depends silently on the moment it was asked.
 *
 * @param asOf the day in the world (valid time)
 * @param knownAt the position of the last event that counts (recorded time, exactly); 0 is the empty ledger
 */
public record Vantage(LocalDate asOf, long knownAt) {

    /**
     * The day that a year, a month or a day stands for in a question: its last one. With year-only dates the end of a
     * year is never uncertain, which is why it is the default.
     *
     * @throws IllegalArgumentException if the text is no date, or a qualified one
     */
    public static LocalDate day(String text) {
        var date = PartialDate.parse(text);
        if (date.qualified()) {
            throw new IllegalArgumentException("\"" + text + "\": a question's day cannot be approximate or uncertain");
        }
        return date.latest();
    }
}
