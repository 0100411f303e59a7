package dev.sojourn.access.web;

import dev.sojourn.access.Tokens;
import dev.sojourn.access.openid.OpenIdTokens;
import dev.sojourn.access.openid.TokenRefused;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.security.core.Authentication;

/** Whom tokens let in: those of accounts, and those of an OpenID Connect provider if there is one. */
public final class TokenLogin implements Function<String, Authentication> {
    private final Tokens tokens;
    private final Optional<OpenIdTokens> provider;

    /** Over these tokens. */
    public TokenLogin(Tokens tokens, Optional<OpenIdTokens> provider) {
        this.tokens = tokens;
        this.provider = provider;
    }

    @Override
    public Authentication apply(String token) {
        if (!token.startsWith(Tokens.PREFIX) && provider.isPresent()) {
            var person = provider.get().person(token);
            return Caller.byToken(person.name(), person.roles());
        }
        return tokens.login(token)
                .map(account -> Caller.byToken(account.name(), Set.of(account.role())))
                .orElseThrow(() -> new TokenRefused("it is unknown, has expired or was revoked", true));
    }
}
