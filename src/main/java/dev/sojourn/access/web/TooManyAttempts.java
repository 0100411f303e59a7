package dev.sojourn.access.web;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many failed logins; the next attempt has to wait. */
final class TooManyAttempts extends AuthenticationException {
    private final Duration wait;

    TooManyAttempts(Duration wait) {
        super("too many failed logins");
        this.wait = wait;
    }

    /** Whole seconds, at least one. */
    long seconds() {
        return Math.max(1, wait.toSeconds());
    }
}
