package dev.sojourn.study.rule;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rules that go by one name.
 *
 * @param name as questions write it: lower-case letters, digits, dots and hyphens, sixty at most
 * @param title what they are for
 * @param parameters what they say, by the names of the HTTP interface; of what is not said, the standard holds
 */
public record RuleSet(String name, String title, Map<String, String> parameters) {

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException for a name with other characters, such as commas, which stand between names
     */
    public RuleSet {
        if (!name.matches("[a-z0-9][a-z0-9.-]{0,59}")) {
            throw new IllegalArgumentException("\"" + name
                    + "\" is no name of rules: write lower-case letters, digits, dots and hyphens, sixty at most");
        }
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }
}
