package dev.sojourn.analysis.count;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The days of a series. */
public final class Days {

    /** Years of a series; nobody's career is longer, and each year costs a pass over everybody. */
    private static final int LONGEST = 200;

    private Days() {}

    /** The first day, each of its anniversaries before the last day, and the last day; each once. */
    public static List<LocalDate> from(LocalDate first, LocalDate last) {
        var days = new ArrayList<LocalDate>();
        for (int years = 0; first.plusYears(years).isBefore(last); years++) {
            days.add(first.plusYears(years));
        }
        days.add(last);
        return days;
    }

    /**
     * Checks the days of a question.
     *
     * @throws IllegalArgumentException if the last one is before the first, or more than 200 years after it
     */
    public static void inOrder(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("to, " + to + ", is before from, " + from);
        }
        if (to.isAfter(from.plusYears(LONGEST))) {
            throw new IllegalArgumentException(
                    "from " + from + " to " + to + " is more than " + LONGEST + " years: ask for fewer");
        }
    }
}
