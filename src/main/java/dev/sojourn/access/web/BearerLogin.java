package dev.sojourn.access.web;

import dev.sojourn.access.openid.TokenRefused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in whoever sends a token that is known ({@code Authorization: Bearer}); for that one request, without a session. */
final class BearerLogin extends OncePerRequestFilter {
    private static final String SCHEME = "bearer ";

    private final Function<String, Authentication> tokens;
    private final LoginThrottle throttle;
    private final AuthenticationEntryPoint refusals;

    /**
     * A filter.
     *
     * @param tokens whom a token lets in; throws if nobody
     */
    BearerLogin(Function<String, Authentication> tokens, LoginThrottle throttle, AuthenticationEntryPoint refusals) {
        this.tokens = tokens;
        this.throttle = throttle;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String sent = request.getHeader("Authorization");
        if (sent == null || !sent.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            chain.doFilter(request, response);
            return;
        }
        try {
            var who = login(
                    request.getRemoteAddr(), sent.substring(SCHEME.length()).strip());
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(who);
            SecurityContextHolder.setContext(context);
        } catch (AuthenticationException refused) {
            refusals.commence(request, response, refused);
            return;
        }
        chain.doFilter(request, response);
    }

    private Authentication login(String address, String token) {
        var wait = throttle.wait(address, null);
        if (!wait.isZero()) {
            throw new TooManyAttempts(wait);
        }
        try {
            return tokens.apply(token);
        } catch (TokenRefused refused) {
            if (refused.forged()) {
                throttle.failed(address, null);
            }
            throw refused;
        }
    }
}
