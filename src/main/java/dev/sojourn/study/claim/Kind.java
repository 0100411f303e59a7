package dev.sojourn.study.claim;

import java.util.Locale;

/** What kind of number a sentence claims. */
public enum Kind {
    /** How many people. */
    COUNT(""),
    /** A share in per cent. */
    SHARE(" %"),
    /** A share as a fraction of 1. */
    RATE(""),
    /** One share less another, in percentage points. */
    POINTS(" points"),
    /** One count less another. */
    DIFFERENCE("");

    private final String unit;

    Kind(String unit) {
        this.unit = unit;
    }

    /** What stands behind the number, the space before it included. */
    String unit() {
        return unit;
    }

    /** Whether it compares two numbers. */
    boolean compares() {
        return this == POINTS || this == DIFFERENCE;
    }

    /** As files and answers write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
