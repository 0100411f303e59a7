package dev.sojourn.event.value;

import java.util.Optional;

/**
 * Ids of the Research Organization Registry: a zero, six characters of Crockford's base 32, and two digits that check them
 * (ISO 7064 MOD 97-10). Checked where somebody writes one; those recorded earlier are read as they are.
 */
public final class Ror {

    private static final String BASE_32 = "0123456789abcdefghjkmnpqrstvwxyz";

    private Ror() {}

    /**
     * What is wrong with an id.
     *
     * @param value with or without {@code https://ror.org/} in front
     */
    public static Optional<String> flaw(String value) {
        String id = value.replaceFirst("(?i)^(https?://)?ror\\.org/", "");
        if (!id.matches("0[a-hj-km-np-tv-z0-9]{6}\\d{2}")) {
            return Optional.of("\"" + value + "\" is no ROR id: write it as in 01xtthb56");
        }
        long number = 0;
        for (char digit : id.substring(0, 7).toCharArray()) {
            number = number * 32 + BASE_32.indexOf(digit);
        }
        return 98 - number * 100 % 97 == Integer.parseInt(id.substring(7))
                ? Optional.empty()
                : Optional.of("\"" + value + "\" is no ROR id: its last two digits do not match the others");
    }
}
