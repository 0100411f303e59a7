package dev.sojourn.event.value;

import java.util.Locale;
import java.util.Set;

/**
 * A country or territory by its ISO 3166-1 alpha-2 code. HK, TW and MO are codes of their own; joining them with others
 * is a rule of a question, not of the data.
 *
 * @param value two capital letters
 */
public record CountryCode(String value) {

    private static final Set<String> ASSIGNED = Set.of(Locale.getISOCountries());

    /**
     * Accepts assigned codes only.
     *
     * @throws IllegalArgumentException if no country has the code
     */
    public CountryCode {
        if (!ASSIGNED.contains(value)) {
            throw new IllegalArgumentException("\"" + value
                    + "\" is no country: write an ISO 3166-1 code of two capital letters, as in US, CN or GB");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
