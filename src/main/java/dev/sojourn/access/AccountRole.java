package dev.sojourn.access;

import java.util.Locale;

/** What an account may do. */
public enum AccountRole {
    /** Reads. */
    VIEWER,
    /** Reads and records. */
    CURATOR,
    /** Reads everything, also who did what. */
    AUDITOR,
    /** Everything, accounts included. */
    ADMIN;

    /** Whether whoever has this role may do all that the other role may. */
    public boolean covers(AccountRole other) {
        return this == ADMIN || this == other || other == VIEWER;
    }

    /** As people write it: in small letters. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the name of a role, in any case.
     *
     * @throws IllegalArgumentException if there is no such role
     */
    public static AccountRole parse(String text) {
        for (AccountRole role : values()) {
            if (role.name().equals(text.toUpperCase(Locale.ROOT))) {
                return role;
            }
        }
        throw new IllegalArgumentException("\"" + text + "\" is no role: viewer, curator, auditor or admin");
    }
}
