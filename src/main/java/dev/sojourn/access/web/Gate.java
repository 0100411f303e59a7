package dev.sojourn.access.web;

import dev.sojourn.access.AccessMode;
import dev.sojourn.access.Permissions.Permission;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Lets through what the list of permissions allows, by the first permission that a request matches; and nothing that
 * matches none. Compares a request with those alone that {@link Paths} finds: with all of some two hundred one after the
 * other it would take longer than most questions.
 */
final class Gate implements AuthorizationManager<RequestAuthorizationContext> {
    private static final AuthorizationResult CLOSED = new AuthorizationDecision(false);

    /**
     * A permission, in the form in which requests are compared.
     *
     * @param place in the list
     * @param call by method and path
     * @param needed what whoever asks must have
     */
    private record Rule(int place, RequestMatcher call, AuthorizationManager<RequestAuthorizationContext> needed) {}

    private final Paths<Rule> rules = new Paths<>();

    /** A gate of a server that is open to {@code mode}. */
    Gate(List<Permission> all, AccessMode mode) {
        IntStream.range(0, all.size())
                .forEach(place -> rules.add(
                        all.get(place).path(), new Rule(place, call(all.get(place)), needed(all.get(place), mode))));
    }

    /** Whether a request is what a permission is about. */
    static RequestMatcher call(Permission permission) {
        var asked = PathPatternRequestMatcher.pathPattern(permission.method(), permission.path());
        return permission.method().equals(HttpMethod.GET)
                ? new OrRequestMatcher(asked, PathPatternRequestMatcher.pathPattern(HttpMethod.HEAD, permission.path()))
                : asked;
    }

    private static AuthorizationManager<RequestAuthorizationContext> needed(Permission permission, AccessMode mode) {
        if (permission.roles().isEmpty() || (permission.openInDemo() && mode == AccessMode.OPEN_ON_LOOPBACK)) {
            return (caller, request) -> new AuthorizationDecision(true);
        }
        String[] roles = permission.roles().stream().map(Enum::name).toArray(String[]::new);
        AuthorizationManager<RequestAuthorizationContext> role = AuthorityAuthorizationManager.hasAnyRole(roles);
        return permission.byPassword()
                ? AuthorizationManagers.allOf(
                        role, AuthorityAuthorizationManager.hasAuthority(Caller.BY_PASSWORD.getAuthority()))
                : role;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends Authentication> caller, RequestAuthorizationContext context) {
        var rule = first(context.getRequest());
        return rule == null ? CLOSED : rule.needed.authorize(caller, context);
    }

    private Rule first(HttpServletRequest request) {
        Rule first = null;
        for (var rule :
                rules.find(ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication())) {
            if ((first == null || rule.place < first.place) && rule.call.matches(request)) {
                first = rule;
            }
        }
        return first;
    }
}
