package dev.sojourn.access.openid;

import org.springframework.security.core.AuthenticationException;

/** A token that lets nobody in, with the reason in plain words and nothing of the token. */
public final class TokenRefused extends AuthenticationException {
    private final boolean forged;

    /**
     * Refuses.
     *
     * @param forged whether it may be somebody's guess: signed by nobody we know
     */
    public TokenRefused(String why, boolean forged) {
        super(why);
        this.forged = forged;
    }

    /** Whether it counts as a guess; what was signed and is merely too old does not. */
    public boolean forged() {
        return forged;
    }
}
