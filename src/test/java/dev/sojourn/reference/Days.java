package dev.sojourn.reference;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Curators work on weekdays. */
final class Days {

    private Days() {}

    static LocalDate workingDayAfter(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
            next = next.plusDays(1);
        }
        return next;
    }
}
