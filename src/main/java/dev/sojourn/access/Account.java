package dev.sojourn.access;

/**
 * Somebody who can log in.
 *
 * @param name how they are named in the log, as {@code actor}
 * @param role what they may do
 */
public record Account(String name, AccountRole role) {
    /**
     * Names are short and plain, since they are shown everywhere.
     *
     * @throws IllegalArgumentException for anything but 1 to 60 letters, digits and {@code . _ @ -}
     */
    public Account {
        if (!name.matches("[A-Za-z0-9._@-]{1,60}")) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is no account name: 1 to 60 letters, digits, dots, _, @ and -");
        }
    }
}
