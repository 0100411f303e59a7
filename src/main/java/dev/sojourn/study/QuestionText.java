package dev.sojourn.study;

import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.analysis.question.Rules;
import dev.sojourn.time.Vantage;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the parts of questions are written, wherever they are asked. Every method refuses what it cannot read. */
public final class QuestionText {
    private QuestionText() {}

    /** {@code country} or {@code site}. */
    public static Rules.Place place(String text) {
        return word(Rules.Place.class, "place", text);
    }

    /** {@code out} (true) or {@code in}. */
    public static boolean phdOut(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "out" -> true;
            case "in" -> false;
            default -> throw new IllegalArgumentException("phd is in or out, not \"" + text + "\"");
        };
    }

    /** An ISO 8601 period, as in {@code P24M}. */
    public static Period maxAge(String text) {
        try {
            return Period.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no period: write P24M for 24 months, or P2Y", unreadable);
        }
    }

    /** {@code count} or {@code unobserved}. */
    public static Rules.Carried carried(String text) {
        return word(Rules.Carried.class, "carried", text);
    }

    /** {@code only} (true) or {@code all}. */
    public static boolean reviewedOnly(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "only" -> true;
            case "all" -> false;
            default -> throw new IllegalArgumentException("reviewed is only or all, not \"" + text + "\"");
        };
    }

    /** One or more attributes with commas between them. */
    public static List<Attribute> by(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(Attribute::parse)
                .toList();
    }

    /** One or more days with commas between them. */
    public static List<LocalDate> days(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(Vantage::day)
                .toList();
    }

    /** Rules from their parts; null where nothing is said. */
    public static Rules rules(
            String place, String phd, String maxAge, String carried, String reviewed, RegionMap regions) {
        var standard = Rules.standard(regions);
        return new Rules(
                place == null ? standard.place() : place(place),
                phd == null ? standard.phdOut() : phdOut(phd),
                maxAge == null ? standard.maxAge() : maxAge(maxAge),
                carried == null ? standard.carried() : carried(carried),
                reviewed == null ? standard.reviewedOnly() : reviewedOnly(reviewed),
                regions);
    }

    private static <E extends Enum<E>> E word(Class<E> words, String name, String text) {
        try {
            return Enum.valueOf(words, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    name + " is "
                            + Arrays.stream(words.getEnumConstants())
                                    .map(word -> word.name().toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(" or "))
                            + ", not \"" + text
                            + "\"",
                    unknown);
        }
    }
}
