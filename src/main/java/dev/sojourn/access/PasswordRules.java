package dev.sojourn.access;

import static dev.sojourn.access.AccountProblem.Kind.WEAK_PASSWORD;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** What a password must be: long, and not the first that comes to mind. Which characters it has does not matter. */
final class PasswordRules {
    /** bcrypt reads no further; a longer password would be cut off silently. */
    private static final int MOST_BYTES = 72;

    private static final int FEWEST_CHARACTERS = 12;

    /** The commonest that are long enough; of patterns, only what {@link #pattern} does not find. */
    private static final Set<String> COMMONEST = Set.of(
            "administrator",
            "adminadminadmin",
            "changemechangeme",
            "changeme1234",
            "correcthorsebatterystaple",
            "iloveyou1234",
            "letmeinletmein",
            "password1234",
            "password12345",
            "passw0rd1234",
            "passwordpassword",
            "qwertyuiop12",
            "qwertyuiop123",
            "qwertyuiopasdf",
            "sojournsojourn",
            "welcome12345");

    private PasswordRules() {}

    /**
     * Lets a password pass.
     *
     * @throws AccountProblem saying what is wrong with it
     */
    static void check(String name, String password) {
        if (password.codePointCount(0, password.length()) < FEWEST_CHARACTERS || tooLong(password)) {
            throw new AccountProblem(WEAK_PASSWORD, "a password must have at least 12 characters and at most 72 bytes");
        }
        String plain = password.strip().toLowerCase(Locale.ROOT);
        if (plain.equals(name.toLowerCase(Locale.ROOT))) {
            throw new AccountProblem(WEAK_PASSWORD, "the name of the account is no password");
        }
        if (COMMONEST.contains(plain) || pattern(plain)) {
            throw new AccountProblem(WEAK_PASSWORD, "this password is among the first that anybody would try");
        }
    }

    /** Whether bcrypt would not read all of it. */
    static boolean tooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
    }

    /** One character, or one piece of up to four, over and over; or a row of digits up or down. */
    private static boolean pattern(String plain) {
        return plain.matches("(.{1,4})\\1+.{0,3}")
                || "012345678901234567890123456789".contains(plain)
                || "098765432109876543210987654321".contains(plain);
    }
}
