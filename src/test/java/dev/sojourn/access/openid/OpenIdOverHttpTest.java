package dev.sojourn.access.openid;

import static dev.sojourn.RunningServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.sojourn.RunningServer;
import dev.sojourn.access.AccessMode;
import dev.sojourn.access.AccountRole;
import dev.sojourn.access.Accounts;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("A server that trusts an OpenID Connect provider")
class OpenIdOverHttpTest {
    private static final String PERSON = "{\"names\": {\"Latn\": \"Kim Test\"}}";
    private static final Provider PROVIDER = new Provider(Provider.ISSUER);
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        var settings = Map.of(
                "sojourn.openid.issuer",
                Provider.ISSUER,
                "sojourn.openid.keys",
                PROVIDER.publishedIn(folder).toString(),
                "sojourn.openid.audience",
                Provider.AUDIENCE,
                "sojourn.openid.roles.curator",
                "lab-curators, lab-leads",
                "sojourn.openid.roles.admin",
                "lab-admins");
        settings.forEach(System::setProperty);
        try {
            server = RunningServer.own(AccessMode.ACCOUNTS);
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void lets_people_read_and_record_under_the_name_that_their_token_says() {
        var made = server.post("/api/v1/researchers", PERSON, bearer(same -> {}));

        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        long position = new JsonMapper().readTree(made.body()).get("position").asLong();
        assertThat(new JsonMapper()
                        .readTree(server.get("/api/v1/events/" + position, as(AccountRole.AUDITOR))
                                .body())
                        .path("line")
                        .get("actor")
                        .asString())
                .isEqualTo("oidc:kim");
        assertThat(server.get("/api/v1/actors/oidc:kim/history", bearer(same -> {}))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void takes_no_name_of_a_provider_for_an_account() {
        Consumer<HttpRequest.Builder> namesake =
                bearer(token -> token.subject("admin").claim("roles", List.of("lab-leads")));

        assertThat(server.get("/api/v1/accounts", namesake).statusCode()).isEqualTo(403);
        assertThat(server.get("/api/v1/actors/admin/history", namesake).statusCode())
                .isEqualTo(403);
    }

    @Test
    void lets_whoever_has_no_role_here_do_nothing() {
        Consumer<HttpRequest.Builder> visitor = bearer(token -> token.claim("roles", List.of("visitors", "ADMIN")));

        for (String path : List.of("/api/v1/cohorts", "/api/v1/accounts", "/", "/api/v1/openapi.json")) {
            assertThat(server.get(path, visitor).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(server.post("/api/v1/researchers", PERSON, visitor).body()).contains("role-needed");
        assertThat(server.get("/health", visitor).statusCode()).isEqualTo(200);
    }

    @Test
    void keeps_what_takes_a_password_from_every_token() {
        Consumer<HttpRequest.Builder> admin = bearer(token -> token.claim("roles", "lab-admins"));

        assertThat(server.get("/api/v1/accounts", admin).statusCode()).isEqualTo(200);
        for (String path : List.of("/api/v1/accounts", "/api/v1/tokens", "/api/v1/password")) {
            assertThat(server.post(path, "{}", admin).body()).as(path).contains("password-needed");
        }
    }

    @Test
    void refuses_other_tokens_and_says_why() {
        var late = Date.from(CLOCK.instant().minusSeconds(300));
        for (var wrong : Map.of(
                        PROVIDER.token(CLOCK.instant(), token -> token.expirationTime(late)), "it has expired",
                        PROVIDER.token(CLOCK.instant(), token -> token.issuer("https://example.org")), "another issuer",
                        PROVIDER.token(CLOCK.instant(), token -> token.audience("other")), "another service",
                        PROVIDER.unsigned(CLOCK.instant()), "has not signed it",
                        PROVIDER.forged(CLOCK.instant()), "has not signed it")
                .entrySet()) {
            HttpResponse<String> answer = server.get(
                    "/api/v1/cohorts", request -> request.header("Authorization", "Bearer " + wrong.getKey()));

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("token-refused", wrong.getValue());
            assertThat(answer.headers().allValues("WWW-Authenticate"))
                    .containsExactly("Bearer realm=\"Sojourn\", error=\"invalid_token\"");
        }
    }

    @Test
    void does_not_take_a_program_that_comes_with_an_old_token_for_somebody_who_guesses() {
        var old = Date.from(CLOCK.instant().minusSeconds(300));
        for (int time = 0; time < 25; time++) { // twenty guesses a minute would make the address wait
            assertThat(server.get("/api/v1/cohorts", bearer(token -> token.expirationTime(old)))
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThat(server.get("/api/v1/cohorts", bearer(same -> {})).statusCode())
                .isEqualTo(200);
    }

    @Test
    void goes_on_taking_passwords_and_tokens_of_its_own() {
        var accounts = server.context().getBean(Accounts.class);
        var viewer = accounts.all().stream()
                .filter(account -> account.name().equals("viewer"))
                .findFirst()
                .orElseThrow();
        String own =
                accounts.tokens().create(viewer, "own", AccountRole.VIEWER, 1).secret();

        assertThat(server.get("/api/v1/cohorts", as(AccountRole.VIEWER)).statusCode())
                .isEqualTo(200);
        assertThat(server.get("/api/v1/cohorts", request -> request.header("Authorization", "Bearer " + own))
                        .statusCode())
                .isEqualTo(200);
    }

    private static Consumer<HttpRequest.Builder> bearer(Consumer<JWTClaimsSet.Builder> changes) {
        String token = PROVIDER.token(CLOCK.instant(), changes);
        return request -> request.header("Authorization", "Bearer " + token);
    }
}
