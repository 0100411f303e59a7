package dev.sojourn.access;

/** Something about accounts or tokens that is not done, with the reason; nothing was changed. */
public final class AccountProblem extends IllegalArgumentException {
    /** Why not. */
    public enum Kind {
        NO_SUCH_ACCOUNT,
        NO_SUCH_TOKEN,
        ACCOUNT_EXISTS,
        WEAK_PASSWORD,
        WRONG_PASSWORD,
        /** Nobody would be left to look after the accounts. */
        LAST_ADMIN,
        /** A token may not do more than its owner. */
        ROLE_TOO_HIGH,
        TOO_MANY_TOKENS,
        /** The role of whoever asks does not allow it. */
        ROLE_NEEDED,
        /** Another program has the accounts open. */
        ACCOUNTS_IN_USE,
        /** The disk takes no change of the accounts. */
        ACCOUNTS_NOT_WRITTEN,
        /** The file of accounts is not as it was left. */
        ACCOUNTS_DAMAGED
    }

    private final Kind kind;

    public AccountProblem(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** Why not. */
    public Kind kind() {
        return kind;
    }
}
