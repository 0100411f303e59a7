package dev.sojourn.access.web;

import static dev.sojourn.RunningServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.RunningServer;
import dev.sojourn.access.AccountRole;
import dev.sojourn.access.Permissions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

@DisplayName("The server")
class SecurityTest {
    /** What libraries map and nobody may call: no permission names them. */
    private static final List<String> CLOSED = List.of("GET /health/**", "GET /api/v1/openapi.json.yaml");

    private final RunningServer real = RunningServer.withAccounts();
    private final RunningServer demo = RunningServer.open();

    @Test
    void asks_for_a_login_for_everything_but_health() {
        assertThat(real.get("/health").statusCode()).isEqualTo(200);
        for (String path : List.of("/", "/api/v1/cohorts", "/api/v1/openapi.json", "/api/v1/nothing", "/h2-console")) {
            var response = real.get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(401);
            assertThat(response.headers().firstValue("WWW-Authenticate"))
                    .as(path)
                    .isPresent();
            assertThat(response.body()).contains("login-needed");
        }
    }

    @ParameterizedTest
    @EnumSource(AccountRole.class)
    void lets_every_account_read(AccountRole role) {
        assertThat(real.get("/api/v1/cohorts", as(role)).statusCode()).isEqualTo(200);
    }

    @Test
    void lets_curators_and_admins_write_and_others_not() {
        for (AccountRole role : AccountRole.values()) {
            var response = real.post("/api/v1/researchers", "nonsense", as(role));
            boolean writer = role == AccountRole.CURATOR || role == AccountRole.ADMIN;
            assertThat(response.body()).as(role.name()).contains(writer ? "invalid-body" : "role-needed");
        }
    }

    @Test
    void as_a_demonstration_is_open_to_read_but_not_to_write() {
        assertThat(demo.get("/api/v1/cohorts").statusCode()).isEqualTo(200);
        assertThat(demo.post("/api/v1/researchers", "{}", request -> {}).statusCode())
                .isEqualTo(401);
    }

    @Test
    void tells_whoever_may_read_the_headers_alone() {
        Consumer<HttpRequest.Builder> head = request -> request.method("HEAD", HttpRequest.BodyPublishers.noBody());

        assertThat(demo.get("/api/v1/cohorts", head).statusCode()).isEqualTo(200);
        assertThat(demo.get("/api/v1/cohorts", head).body()).isEmpty();
        assertThat(real.get("/api/v1/cohorts", head).statusCode()).isEqualTo(401);
        assertThat(real.get("/api/v1/cohorts", head.andThen(as(AccountRole.VIEWER)))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void as_a_demonstration_answers_under_its_own_name_only() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), demo.port())) {
            String request = "GET /health HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403")
                    .contains("loopback-only");
        }
    }

    @Test
    void as_a_demonstration_refuses_callers_from_elsewhere() throws Exception {
        var request = new MockHttpServletRequest("GET", "/api/v1/cohorts");
        request.setRemoteAddr("192.0.2.7");
        var response = new MockHttpServletResponse();
        var chain = new MockFilterChain();

        new LoopbackOnly().doFilter(request, response, chain);

        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(chain.getRequest()).isNull();
    }

    @Test
    void refuses_writes_that_come_from_a_page_of_another_site() {
        var response = real.post("/api/v1/researchers", "{}", request -> {
            as(AccountRole.CURATOR).accept(request);
            request.header("Sec-Fetch-Site", "cross-site");
        });

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("cross-site");
    }

    @Test
    void makes_those_wait_who_guess_passwords() {
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(real.get("/api/v1/cohorts", as("guessed", "wrong-" + attempt))
                            .statusCode())
                    .isEqualTo(401);
        }
        var sixth = real.get("/api/v1/cohorts", as("guessed", "wrong-again"));

        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 60L);
        assertThat(real.get("/api/v1/cohorts", as(AccountRole.VIEWER)).statusCode())
                .as("others are not held up")
                .isEqualTo(200);
    }

    @Test
    void sends_headers_that_let_nothing_foreign_run() {
        var headers = demo.get("/api/v1/cohorts").headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void keeps_closed_what_libraries_map() {
        assertThat(real.get("/health/liveness", as(AccountRole.ADMIN)).statusCode())
                .isEqualTo(404);
        assertThat(real.get("/api/v1/openapi.json.yaml", as(AccountRole.ADMIN)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void has_a_permission_for_every_endpoint_and_an_endpoint_for_every_permission() {
        var endpoints = new ArrayList<String>();
        real.context().getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .forEach(endpoint -> endpoint.getPatternValues().forEach(path -> endpoint.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> endpoints.add(method + " " + path))));
        endpoints.removeAll(CLOSED);
        var permissions = Permissions.all().stream()
                .filter(permission -> !permission.path().startsWith("/assets"))
                .map(permission -> permission.method() + " " + permission.path())
                .toList();

        assertThat(endpoints).contains("GET /health").containsExactlyInAnyOrderElementsOf(permissions);
        assertThat(Permissions.all())
                .filteredOn(permission -> !permission.method().equals(HttpMethod.GET))
                .filteredOn(permission -> !permission.path().startsWith("/api/v1/claims/check")) // records nothing
                .isNotEmpty()
                .allMatch(permission ->
                        !permission.openInDemo() && !permission.roles().isEmpty());
    }
}
