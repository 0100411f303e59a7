package dev.sojourn.access.web;

import dev.sojourn.access.AccessMode;
import dev.sojourn.access.Permissions;
import dev.sojourn.access.Permissions.Permission;
import dev.sojourn.access.openid.ProviderSilent;
import dev.sojourn.access.openid.TokenRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The chain of checks in front of every request: deny by default, Basic authentication or a token, no session and so no
 * cookie, strict headers.
 */
public final class WebSecurity {
    /** Everything from here and nothing inline: no script or style that was not shipped runs. */
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final List<Asked> ASKED =
            Permissions.all().stream().map(Asked::of).toList();

    /**
     * A permission and what it is about, in the form in which requests are compared.
     *
     * @param call by method and path
     * @param path by the path alone
     */
    private record Asked(Permission permission, RequestMatcher call, RequestMatcher path) {
        static Asked of(Permission permission) {
            return new Asked(
                    permission, Gate.call(permission), PathPatternRequestMatcher.pathPattern(permission.path()));
        }
    }

    private WebSecurity() {}

    /**
     * The chain for a server that is open to {@code mode}.
     *
     * @param tokens whom a token lets in; throws if nobody
     */
    public static SecurityFilterChain chain(
            HttpSecurity http,
            Login login,
            Function<String, Authentication> tokens,
            LoginThrottle throttle,
            AccessMode mode) {
        AuthenticationEntryPoint loginNeeded = (request, response, why) -> loginNeeded(mode, request, response, why);
        http.authenticationProvider(login)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable()) // SameOriginWrites stands in for it
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .addFilterBefore(new SameOriginWrites(), BasicAuthenticationFilter.class)
                .addFilterBefore(new SmallBodies(), SameOriginWrites.class)
                .addFilterBefore(new BearerLogin(tokens, throttle, loginNeeded), BasicAuthenticationFilter.class)
                .httpBasic(basic -> basic.authenticationEntryPoint(loginNeeded))
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(loginNeeded).accessDeniedHandler(WebSecurity::denied))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .frameOptions(frame -> frame.deny())
                        .contentTypeOptions(Customizer.withDefaults()))
                .authorizeHttpRequests(requests -> requests.anyRequest().access(new Gate(Permissions.all(), mode)));
        if (mode == AccessMode.OPEN_ON_LOOPBACK) {
            http.addFilterBefore(new LoopbackOnly(), SameOriginWrites.class);
        }
        return http.build();
    }

    /**
     * What a request may be made of at all. A header of printable ASCII, as nearly all are, is told by looking at each
     * character: the pattern that tells of all others takes longer, and each header is looked at several times.
     */
    public static HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(name -> printable(name) || StrictHttpFirewall.ALLOWED_HEADER_NAMES.test(name));
        firewall.setAllowedHeaderValues(
                value -> printable(value) || StrictHttpFirewall.ALLOWED_HEADER_VALUES.test(value));
        return firewall;
    }

    private static boolean printable(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) < ' ' || text.charAt(at) > '~') {
                return false;
            }
        }
        return true;
    }

    /** Refuses addresses written so that two programs could read them differently, such as with {@code //} or {@code ;}. */
    public static RequestRejectedHandler oddAddresses() {
        return (request, response, why) -> Refusal.write(
                response, HttpStatus.BAD_REQUEST, "odd-address", "the address has characters or parts it may not have");
    }

    private static void loginNeeded(
            AccessMode mode, HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof TooManyAttempts tooMany) {
            response.setHeader("Retry-After", Long.toString(tooMany.seconds()));
            Refusal.write(
                    response,
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-many-logins",
                    "too many failed logins; wait as many seconds as Retry-After says");
            return;
        }
        if (why instanceof ProviderSilent) {
            Refusal.write(response, HttpStatus.SERVICE_UNAVAILABLE, "provider-silent", why.getMessage());
            return;
        }
        if (why instanceof TokenRefused) {
            response.addHeader("WWW-Authenticate", "Bearer realm=\"Sojourn\", error=\"invalid_token\"");
            Refusal.write(
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "token-refused",
                    "the token lets nobody in: " + why.getMessage());
            return;
        }
        if (mode == AccessMode.OPEN_ON_LOOPBACK && ASKED.stream().noneMatch(asked -> asked.path.matches(request))) {
            Refusal.write(response, HttpStatus.NOT_FOUND, "not-found", "there is nothing at this path");
            return;
        }
        response.addHeader("WWW-Authenticate", "Basic realm=\"Sojourn\", charset=\"UTF-8\"");
        response.addHeader("WWW-Authenticate", "Bearer realm=\"Sojourn\"");
        Refusal.write(
                response,
                HttpStatus.UNAUTHORIZED,
                "login-needed",
                "log in with the name and password of an account (Basic authentication), or with a token (Bearer)");
    }

    private static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (ASKED.stream().anyMatch(asked -> asked.call.matches(request))) {
            denied(request, response);
        } else if (ASKED.stream().anyMatch(asked -> asked.path.matches(request))) {
            Refusal.write(response, HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "not with this HTTP method");
        } else {
            Refusal.write(response, HttpStatus.NOT_FOUND, "not-found", "there is nothing at this path");
        }
    }

    private static void denied(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        boolean token = caller != null && !caller.getAuthorities().contains(Caller.BY_PASSWORD);
        boolean roleAllows = ASKED.stream()
                .filter(asked -> asked.call.matches(request))
                .anyMatch(asked -> caller != null
                        && asked.permission.roles().stream().anyMatch(role -> caller.getAuthorities().stream()
                                .anyMatch(given -> ("ROLE_" + role.name()).equals(given.getAuthority()))));
        if (token && roleAllows) {
            Refusal.write(
                    response,
                    HttpStatus.FORBIDDEN,
                    "password-needed",
                    "this needs a login with name and password; a token does not do");
        } else {
            Refusal.write(response, HttpStatus.FORBIDDEN, "role-needed", "this account's role does not allow it");
        }
    }
}
