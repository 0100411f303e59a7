package dev.sojourn.exchange.check;

import dev.sojourn.time.PartialDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Guesses what somebody meant by a text that is no date, to suggest it; nothing is ever repaired silently. */
final class Dates {

    private static final Set<String> STILL =
            Set.of("present", "now", "current", "today", "ongoing", "-", "n/a", "none");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[-/. ]?(\\d{1,2})(?:[-/. ]?(\\d{1,2}))?(?:[T ].*)?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4})");
    private static final Pattern MONTH_YEAR = Pattern.compile("(\\d{1,2})[-/. ](\\d{4})");
    private static final Pattern WORDS =
            Pattern.compile("(?:(\\d{1,2})\\.? )?([a-z]{3})[a-z]*\\.?,? (?:(\\d{1,2}),? )?(\\d{4})");
    private static final Pattern SPREADSHEET = Pattern.compile("(\\d{4})\\.0+");

    private Dates() {}

    /** What to write instead, as a piece of advice; empty if there is no telling. */
    static String advice(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (STILL.contains(plain)) {
            return "leave the cell empty: that means not known to have ended";
        }
        Matcher parts = YEAR_LAST.matcher(plain);
        if (parts.matches()) {
            return eitherOrder(parts.group(1), parts.group(2), parts.group(3));
        }
        String guess = guess(plain);
        return guess.isEmpty() ? "" : "write " + guess;
    }

    private static String guess(String plain) {
        Matcher parts = SPREADSHEET.matcher(plain);
        if (parts.matches()) {
            return possible(parts.group(1), null, null);
        }
        parts = MONTH_YEAR.matcher(plain);
        if (parts.matches()) {
            return possible(parts.group(2), parts.group(1), null);
        }
        parts = YEAR_FIRST.matcher(plain);
        if (parts.matches()) {
            return possible(parts.group(1), parts.group(2), parts.group(3));
        }
        parts = WORDS.matcher(plain);
        if (parts.matches() && MONTHS.contains(parts.group(2))) {
            String day = parts.group(1) == null ? parts.group(3) : parts.group(1);
            return possible(parts.group(4), Integer.toString(MONTHS.indexOf(parts.group(2)) + 1), day);
        }
        return "";
    }

    private static String eitherOrder(String first, String second, String year) {
        String american = exact(year, first, second);
        String european = exact(year, second, first);
        if (american.equals(european) || european.isEmpty()) {
            return american.isEmpty()
                    ? ""
                    : "write " + american + (first.equals(second) ? "" : " if the month comes first");
        }
        return american.isEmpty()
                ? "write " + european + " if the day comes first"
                : "write " + american + " or " + european + ": it can be read either way";
    }

    /** As exact as it can be while such a day exists: 2019-02-30 is at least in February. */
    private static String possible(String year, String month, String day) {
        String whole = exact(year, month, day);
        if (!whole.isEmpty()) {
            return whole;
        }
        String inMonth = exact(year, month, null);
        return inMonth.isEmpty() ? exact(year, null, null) : inMonth;
    }

    private static String exact(String year, String month, String day) {
        try {
            return new PartialDate(number(year), number(month), number(day), PartialDate.Qualifier.NONE).toString();
        } catch (IllegalArgumentException impossible) {
            return "";
        }
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
