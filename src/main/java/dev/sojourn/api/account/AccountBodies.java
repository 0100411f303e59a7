package dev.sojourn.api.account;

import dev.sojourn.access.AccountRole;

/** What is sent about accounts, as JSON. */
final class AccountBodies {
    private AccountBodies() {}

    /** A new account. */
    record NewAccount(String name, AccountRole role, String password) {
        NewAccount {
            need(name, "name");
            need(role, "role: viewer, curator, auditor or admin");
            need(password, "password");
        }
    }

    /** Another role. */
    record NewRole(AccountRole role) {
        NewRole {
            need(role, "role: viewer, curator, auditor or admin");
        }
    }

    /** Another password, set by an admin. */
    record NewPassword(String password) {
        NewPassword {
            need(password, "password");
        }
    }

    /** Another password of one's own. */
    record OwnPassword(String current, String next) {
        OwnPassword {
            need(current, "current, the password now");
            need(next, "next, the password to come");
        }
    }

    /**
     * A new token.
     *
     * @param name what it is for
     * @param role at most the owner's; the owner's if not given
     * @param days how long it lasts, 1 to 366; 90 if not given
     */
    record NewToken(String name, AccountRole role, Integer days) {
        NewToken {
            need(name, "name: what the token is for");
        }

        int lasting() {
            return days == null ? 90 : days;
        }
    }

    private static void need(Object value, String what) {
        if (value == null) {
            throw new IllegalArgumentException("missing " + what);
        }
    }
}
