package dev.sojourn.projection.column;

import dev.sojourn.time.PartialDate;
import dev.sojourn.time.PartialDate.Qualifier;
import java.time.LocalDate;

/**
 * A partial date as two numbers: its earliest day, as days since 1970, and four bits for how it was written. Point
 * estimates need the first alone.
 */
public final class PackedDate {

    /** Stands for a start or an end that is not known: later than any day that can be asked for. */
    public static final int UNKNOWN_DAY = Integer.MAX_VALUE;

    private static final int UNKNOWN = 0;
    /** The lowest two bits of the form of a date that is known to the year. */
    public static final int YEAR = 1;

    /** Of one that is known to the month. */
    public static final int MONTH = 2;

    private static final int DAY = 3;
    private static final Qualifier[] QUALIFIERS = Qualifier.values();

    private PackedDate() {}

    public static int day(PartialDate date) {
        return date == null ? UNKNOWN_DAY : (int) date.earliest().toEpochDay();
    }

    public static int form(PartialDate date) {
        if (date == null) {
            return UNKNOWN;
        }
        int precision = date.day() > 0 ? DAY : date.month() > 0 ? MONTH : YEAR;
        return precision | date.qualifier().ordinal() << 2;
    }

    public static PartialDate unpack(int day, int form) {
        int precision = form & 3;
        if (precision == UNKNOWN) {
            return null;
        }
        var earliest = LocalDate.ofEpochDay(day);
        return new PartialDate(
                earliest.getYear(),
                precision >= MONTH ? earliest.getMonthValue() : 0,
                precision == DAY ? earliest.getDayOfMonth() : 0,
                QUALIFIERS[form >>> 2]);
    }

    /** Whether its author marked it as approximate or uncertain. */
    public static boolean qualified(int form) {
        return form >>> 2 != 0;
    }

    /** The last day it can mean; for an unknown date the same as its {@code day}. */
    public static int latest(int day, int form) {
        return switch (form & 3) {
            case YEAR -> day + (LocalDate.ofEpochDay(day).isLeapYear() ? 365 : 364);
            case MONTH -> day + LocalDate.ofEpochDay(day).lengthOfMonth() - 1;
            default -> day;
        };
    }
}
