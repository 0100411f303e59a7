package dev.sojourn.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as somebody wrote it: a year, a month or a day, never padded to more than was said.
 *
 * <p>The text is EDTF (ISO 8601-2:2019) level 0, {@code 2023}, {@code 2023-05} or {@code 2023-05-17}, with at most one
 * qualifier of level 1 at its end, {@code ~} (approximate) or {@code ?} (uncertain). A partial date stands for all its
 * days, from {@link #earliest()} to {@link #latest()}; a qualifier is kept and counted but does not widen it.
 *
 * @param year 1 to 9999
 * @param month 1 to 12, or 0 where only the year is known
 * @param day 1 to 31, or 0 where only the month is known
 * @param qualifier how sure its author was
 */
public record PartialDate(int year, int month, int day, Qualifier qualifier) {

    /** What the mark at the end of a date says. */
    public enum Qualifier {
        NONE(""),
        APPROXIMATE("~"),
        UNCERTAIN("?");

        private final String mark;

        Qualifier(String mark) {
            this.mark = mark;
        }
    }

    private static final Pattern LEVEL_0 = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?([~?]?)");

    /**
     * Checks that such a day exists.
     *
     * @throws IllegalArgumentException for a year outside 1 to 9999, or a month or day that no calendar has
     */
    public PartialDate {
        if (year < 1 || year > 9999) {
            throw new IllegalArgumentException("year " + year + " is outside 0001 to 9999");
        }
        if (month < 0 || month > 12) {
            throw new IllegalArgumentException("month " + month + " is not one of 01 to 12");
        }
        if (day < 0
                || (day > 0 && (month == 0 || day > YearMonth.of(year, month).lengthOfMonth()))) {
            throw new IllegalArgumentException(
                    "there is no day " + day + " in " + (month == 0 ? "a year alone" : YearMonth.of(year, month)));
        }
    }

    /**
     * Reads a date as written.
     *
     * @throws IllegalArgumentException for anything but the subset described above; the message says what is wrong and
     *     what to write instead
     */
    public static PartialDate parse(String text) {
        Matcher parts = LEVEL_0.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(complaint(text));
        }
        try {
            return new PartialDate(
                    Integer.parseInt(parts.group(1)),
                    written(parts.group(2)),
                    written(parts.group(3)),
                    qualifier(parts.group(4)));
        } catch (IllegalArgumentException | DateTimeException impossible) {
            throw new IllegalArgumentException("\"" + text + "\": " + impossible.getMessage(), impossible);
        }
    }

    /** A date known to the day. */
    public static PartialDate of(LocalDate day) {
        return new PartialDate(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), Qualifier.NONE);
    }

    /** The first day it can mean; the day it counts as in a point estimate. */
    public LocalDate earliest() {
        return LocalDate.of(year, Math.max(month, 1), Math.max(day, 1));
    }

    /** The last day it can mean. */
    public LocalDate latest() {
        if (month == 0) {
            return LocalDate.of(year, 12, 31);
        }
        return day == 0 ? YearMonth.of(year, month).atEndOfMonth() : earliest();
    }

    /** Whether its author marked it as approximate or uncertain. */
    public boolean qualified() {
        return qualifier != Qualifier.NONE;
    }

    /** The text as written; {@link #parse} reads it back to an equal date. */
    @Override
    public String toString() {
        var text = new StringBuilder(11).append(padded(year, 4));
        if (month > 0) {
            text.append('-').append(padded(month, 2));
        }
        if (day > 0) {
            text.append('-').append(padded(day, 2));
        }
        return text.append(qualifier.mark).toString();
    }

    /** Zero is a month or day that was not written, so "00" must not pass for one. */
    private static int written(String digits) {
        if (digits == null) {
            return 0;
        }
        int number = Integer.parseInt(digits);
        if (number == 0) {
            throw new IllegalArgumentException(
                    "00 is no month or day; write only what is known, as in 2023 or 2023-05");
        }
        return number;
    }

    private static Qualifier qualifier(String mark) {
        return switch (mark) {
            case "~" -> Qualifier.APPROXIMATE;
            case "?" -> Qualifier.UNCERTAIN;
            default -> Qualifier.NONE;
        };
    }

    private static String complaint(String text) {
        String reason = "";
        if (text.matches(".*[XU*{}\\[\\]/].*|.*\\.\\..*")) {
            reason = "EDTF beyond level 0 (unspecified digits, sets, intervals) is not accepted; ";
        } else if (text.endsWith("%")) {
            reason = "% is not accepted, choose ~ (approximate) or ? (uncertain); ";
        }
        return "\"" + text + "\" is not a date: " + reason
                + "write 2023, 2023-05 or 2023-05-17, with ~ or ? at the end if needed";
    }

    private static String padded(int number, int width) {
        String digits = Integer.toString(number);
        return "0".repeat(width - digits.length()) + digits;
    }
}
