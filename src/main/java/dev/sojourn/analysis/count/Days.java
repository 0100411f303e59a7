package dev.sojourn.analysis.count;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The days of a series. */
public final class Days {

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

    public static void inOrder(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("to, " + to + ", is before from, " + from);
        }
    }
}
