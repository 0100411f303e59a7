package dev.sojourn.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.access.AccessMode;
import dev.sojourn.access.AccountRole;
import dev.sojourn.access.Permissions;
import dev.sojourn.access.Permissions.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.util.ServletRequestPathUtils;

@DisplayName("The gate")
class GateTest {
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    @ParameterizedTest
    @EnumSource(AccessMode.class)
    void lets_through_what_the_first_of_all_permissions_that_a_request_matches_lets_through(AccessMode mode) {
        var gate = new Gate(Permissions.all(), mode);
        for (String path : paths()) {
            for (String method : METHODS) {
                var request = new MockHttpServletRequest(method, path);
                ServletRequestPathUtils.parseAndCache(request);
                for (var caller : callers()) {
                    var result = gate.authorize(() -> caller, new RequestAuthorizationContext(request));
                    assertThat(result.isGranted())
                            .as("%s %s by %s", method, path, caller.getAuthorities())
                            .isEqualTo(allowed(mode, request, caller));
                }
            }
        }
    }

    @Test
    void goes_by_the_first_of_two_permissions_for_one_request_whichever_is_looked_up_first() {
        var words = new Permission(HttpMethod.GET, "/things/all", Set.of(), true, false);
        var anything = new Permission(HttpMethod.GET, "/things/{id}", Set.of(AccountRole.ADMIN), false, false);

        assertThat(opens(List.of(words, anything), "/things/all")).isTrue();
        assertThat(opens(List.of(anything, words), "/things/all")).isFalse();
        assertThat(opens(List.of(words, anything), "/things/one")).isFalse();
    }

    private static boolean opens(List<Permission> permissions, String path) {
        var request = new MockHttpServletRequest("GET", path);
        ServletRequestPathUtils.parseAndCache(request);
        return new Gate(permissions, AccessMode.ACCOUNTS)
                .authorize(() -> Caller.byToken("nobody", Set.of()), new RequestAuthorizationContext(request))
                .isGranted();
    }

    /** One after the other, as they stand in the list. */
    private static boolean allowed(AccessMode mode, MockHttpServletRequest request, Authentication caller) {
        for (var permission : Permissions.all()) {
            if (Gate.call(permission).matches(request)) {
                boolean open = permission.openInDemo() && mode == AccessMode.OPEN_ON_LOOPBACK;
                boolean role = permission.roles().stream().anyMatch(given -> has(caller, "ROLE_" + given.name()));
                return permission.roles().isEmpty()
                        || open
                        || (role && (!permission.byPassword() || has(caller, "BY_PASSWORD")));
            }
        }
        return false;
    }

    private static boolean has(Authentication caller, String authority) {
        return caller.getAuthorities().contains(new SimpleGrantedAuthority(authority));
    }

    /** Where there is something, with something after it, and with anything in the place of what may be anything. */
    private static List<String> paths() {
        var paths = new ArrayList<>(List.of("/", "/api", "/api/v1", "/nothing", "/assets/one.css", "/%68ealth"));
        for (var permission : Permissions.all()) {
            String one = permission.path().replaceAll("\\{[^}]*}", "one").replace("**", "a/b");
            paths.addAll(List.of(one, one + "/more", one + ".csv"));
        }
        return paths;
    }

    private static List<Authentication> callers() {
        var callers = new ArrayList<Authentication>(List.of(Caller.byToken("nobody", Set.of())));
        for (var role : AccountRole.values()) {
            callers.add(Caller.byToken("token", Set.of(role)));
            callers.add(Caller.of(
                    "password", List.of(new SimpleGrantedAuthority("ROLE_" + role.name()), Caller.BY_PASSWORD)));
        }
        return callers;
    }

    @Test
    void stands_behind_a_wall_that_takes_the_headers_that_the_strict_one_takes() {
        var wall = WebSecurity.firewall();
        var strict = new StrictHttpFirewall();
        for (int letter = 0; letter <= Character.MAX_VALUE; letter++) {
            String text = "x" + (char) letter + "y";
            assertThat(takes(wall, "name", text)).as("value with %x", letter).isEqualTo(takes(strict, "name", text));
            assertThat(takes(wall, text, "value")).as("name with %x", letter).isEqualTo(takes(strict, text, "value"));
        }
    }

    private static boolean takes(HttpFirewall wall, String name, String value) {
        var request = new MockHttpServletRequest("GET", "/health");
        request.addHeader(name, value);
        try {
            return wall.getFirewalledRequest(request).getHeader(name) != null;
        } catch (RequestRejectedException refused) {
            return false;
        }
    }
}
