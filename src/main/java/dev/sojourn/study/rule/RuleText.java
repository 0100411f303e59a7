package dev.sojourn.study.rule;

import dev.sojourn.analysis.question.Rules;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How rules are written, wherever they are. What cannot be read is refused. */
public final class RuleText {
    private RuleText() {}

    /** {@code country} or {@code site}. */
    static Rules.Place place(String text) {
        return word(Rules.Place.class, "place", text);
    }

    /** {@code out} (true) or {@code in}. */
    static boolean phdOut(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "out" -> true;
            case "in" -> false;
            default -> throw new IllegalArgumentException("phd is in or out, not \"" + text + "\"");
        };
    }

    /** An ISO 8601 period, as in {@code P24M}; null for {@code none}. */
    static Period maxAge(String text) {
        if (text.equalsIgnoreCase("none")) {
            return null;
        }
        try {
            return Period.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no period: write P24M for 24 months, P2Y, or none", unreadable);
        }
    }

    /** {@code count} or {@code unobserved}. */
    static Rules.Carried carried(String text) {
        return word(Rules.Carried.class, "carried", text);
    }

    /** {@code only} (true) or {@code all}. */
    static boolean reviewedOnly(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "only" -> true;
            case "all" -> false;
            default -> throw new IllegalArgumentException("reviewed is only or all, not \"" + text + "\"");
        };
    }

    /** All rules by the names of their parameters, as they can be asked again; without maxAge where there is none. */
    public static Map<String, String> of(Rules rules) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("place", rules.place().name().toLowerCase(Locale.ROOT));
        texts.put("phd", rules.phdOut() ? "out" : "in");
        if (rules.maxAge() != null) {
            texts.put("maxAge", rules.maxAge().toString());
        }
        texts.put("carried", rules.carried().name().toLowerCase(Locale.ROOT));
        texts.put("reviewed", rules.reviewedOnly() ? "only" : "all");
        texts.put("regions", rules.regions().version());
        return texts;
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
