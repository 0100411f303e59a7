package dev.sojourn.access.openid;

import org.springframework.security.authentication.AuthenticationServiceException;

/** The provider does not say which keys are its own, so nobody knows whether a token is good. */
public final class ProviderSilent extends AuthenticationServiceException {
    ProviderSilent(Throwable cause) {
        super("the provider of logins does not answer", cause);
    }
}
