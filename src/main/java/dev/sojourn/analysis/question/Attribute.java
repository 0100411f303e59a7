package dev.sojourn.analysis.question;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What can be asked of a person on a day. */
public enum Attribute {
    /** The institution of the deciding spell; the one that stays, from a merger on. */
    INSTITUTION,
    /** Country of that institution's headquarters on the day, or of the workplace under the rule {@code place=site}. */
    COUNTRY,
    /** Country of the workplace, else of the headquarters. */
    SITE,
    /** The region of {@link #COUNTRY} in the region map. */
    REGION,
    /** Sector of the institution. */
    SECTOR,
    /** Role in the deciding spell. */
    ROLE,
    /** Ultimate parent of the institution on the day. */
    PARENT,
    /** Groups of the institution or of any of its parents on the day; a filter only, since there can be several. */
    GROUP,
    /** Country of the first completed bachelor's degree; the same on every day. */
    ORIGIN,
    /** The region of {@link #ORIGIN}. */
    ORIGIN_REGION,
    /** Whether any spell that covers the day has the flag. */
    FOUNDER,
    /** Whether any spell that covers the day has the flag. */
    LEADERSHIP;

    /** As written in questions and answers, for example {@code originRegion}. */
    public String text() {
        return this == ORIGIN_REGION ? "originRegion" : name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads an attribute's name.
     *
     * @throws IllegalArgumentException listing the names there are
     */
    public static Attribute parse(String text) {
        return Arrays.stream(values())
                .filter(attribute -> attribute.text().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is no attribute; there are "
                        + Arrays.stream(values()).map(Attribute::text).collect(Collectors.joining(", "))));
    }
}
