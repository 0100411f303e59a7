package dev.sojourn.access.web;

import dev.sojourn.access.Tokens;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.core.Authentication;

/** Whom the tokens of accounts let in. */
public final class TokenLogin implements Function<String, Optional<Authentication>> {
    private final Tokens tokens;

    /** Over these tokens. */
    public TokenLogin(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Optional<Authentication> apply(String token) {
        return token.startsWith(Tokens.PREFIX) ? tokens.login(token).map(Caller::byToken) : Optional.empty();
    }
}
