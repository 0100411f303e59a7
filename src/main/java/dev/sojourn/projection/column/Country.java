package dev.sojourn.projection.column;

import dev.sojourn.event.value.CountryCode;
import java.util.Arrays;

/** Countries as small numbers, for columns: 26 times the first letter plus the second, or {@link #UNKNOWN}. */
public final class Country {

    /** No country is known. */
    public static final int UNKNOWN = -1;

    /** One more than the largest number. */
    public static final int COUNT = 26 * 26;

    private static final String[] CODES = new String[COUNT];

    static {
        Arrays.setAll(CODES, number -> "" + (char) ('A' + number / 26) + (char) ('A' + number % 26));
    }

    private Country() {}

    /** The number of a country; {@link #UNKNOWN} for null. */
    public static int number(CountryCode code) {
        return code == null ? UNKNOWN : number(code.value());
    }

    /** The number of two capital letters. */
    public static int number(String code) {
        return (code.charAt(0) - 'A') * 26 + code.charAt(1) - 'A';
    }

    /** The two letters of a number other than {@link #UNKNOWN}. */
    public static String code(int number) {
        return CODES[number];
    }
}
