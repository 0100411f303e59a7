package dev.sojourn.analysis.question;

import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.Sector;
import dev.sojourn.time.Vantage;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A condition on one attribute, written {@code attribute:value}, {@code attribute:a|b} for either, {@code attribute:!a}
 * for neither, and {@code attribute:value@2019} for another day than the question's first.
 *
 * @param attribute what is looked at
 * @param values one of these, as answers write them
 * @param negated none of these instead
 * @param day when it must hold, or null for the first day of the question
 */
public record Filter(Attribute attribute, List<String> values, boolean negated, LocalDate day) {

    /**
     * Reads the form above.
     *
     * @throws IllegalArgumentException if it has no colon, or names an attribute or value that cannot be
     */
    public static Filter parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no condition: write attribute:value, as in origin:CN");
        }
        var attribute = Attribute.parse(text.substring(0, colon));
        var rest = text.substring(colon + 1);
        int at = rest.lastIndexOf('@');
        var day = at < 0 ? null : Vantage.day(rest.substring(at + 1));
        var values = at < 0 ? rest : rest.substring(0, at);
        boolean negated = values.startsWith("!");
        var listed = Arrays.stream((negated ? values.substring(1) : values).split("\\|", -1))
                .map(value -> checked(attribute, value))
                .toList();
        return new Filter(attribute, listed, negated, day);
    }

    /** A typo must not silently select nobody, so vocabulary is checked; ids and regions are looked up later. */
    private static String checked(Attribute attribute, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(attribute.text() + ": a value is missing");
        }
        return switch (attribute) {
            case COUNTRY, SITE, ORIGIN -> new CountryCode(value.toUpperCase(Locale.ROOT)).value();
            case SECTOR -> word(Sector.class, attribute, value);
            case ROLE -> word(Role.class, attribute, value);
            case FOUNDER, LEADERSHIP -> bool(attribute, value);
            default -> value;
        };
    }

    private static <E extends Enum<E>> String word(Class<E> words, Attribute attribute, String value) {
        try {
            return Enum.valueOf(words, value.toUpperCase(Locale.ROOT)).name();
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "\"" + value + "\" is no " + attribute.text() + "; there are "
                            + Arrays.toString(words.getEnumConstants()),
                    unknown);
        }
    }

    private static String bool(Attribute attribute, String value) {
        if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
            return value.toLowerCase(Locale.ROOT);
        }
        throw new IllegalArgumentException(attribute.text() + " is true or false, not \"" + value + "\"");
    }

    @Override
    public String toString() {
        return attribute.text() + ":" + (negated ? "!" : "") + String.join("|", values)
                + (day == null ? "" : "@" + day);
    }
}
