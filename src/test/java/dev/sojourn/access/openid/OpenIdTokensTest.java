package dev.sojourn.access.openid;

import static dev.sojourn.access.openid.Provider.AUDIENCE;
import static dev.sojourn.access.openid.Provider.ISSUER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpServer;
import dev.sojourn.access.AccountRole;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A token of an OpenID Connect provider")
class OpenIdTokensTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Map<String, AccountRole> ROLES = Map.of(
            "lab-curators", AccountRole.CURATOR, "lab-auditors", AccountRole.AUDITOR, "read", AccountRole.VIEWER);

    @TempDir
    private static Path folder;

    private static final Provider PROVIDER = new Provider(ISSUER);
    private static OpenIdTokens tokens;

    @BeforeAll
    static void publish() throws IOException {
        tokens = tokens(PROVIDER.publishedIn(folder).toString(), "sub", "roles");
    }

    @Test
    void names_somebody_and_their_roles() {
        var kim = tokens.person(PROVIDER.token(NOW, same -> {}));

        assertThat(kim.name()).isEqualTo("oidc:kim");
        assertThat(kim.roles()).containsExactly(AccountRole.CURATOR);
    }

    @Test
    void gives_every_role_that_it_names_and_none_for_other_words() {
        assertThat(roles("roles", List.of("lab-curators", "lab-auditors", "visitors")))
                .containsExactlyInAnyOrder(AccountRole.CURATOR, AccountRole.AUDITOR);
        assertThat(roles("roles", List.of("visitors", "curator", "LAB-CURATORS")))
                .isEmpty();
        assertThat(roles("roles", List.of())).isEmpty();
        assertThat(roles("roles", 17)).isEmpty();
        assertThat(roles("roles", null)).isEmpty();
    }

    @Test
    void may_name_roles_in_a_text_in_a_claim_of_a_claim_or_in_one_with_dots_in_its_name() {
        assertThat(roles("scope", "openid read")).containsExactly(AccountRole.VIEWER);
        assertThat(tokens("sub", "realm_access.roles")
                        .person(PROVIDER.token(
                                NOW, token -> token.claim("realm_access", Map.of("roles", List.of("lab-auditors")))))
                        .roles())
                .containsExactly(AccountRole.AUDITOR);
        assertThat(roles("https://example.org/roles", List.of("lab-auditors"))).containsExactly(AccountRole.AUDITOR);
    }

    @Test
    void may_name_somebody_in_another_claim() {
        var byMail = tokens("email", "roles");

        assertThat(byMail.person(PROVIDER.token(NOW, token -> token.claim("email", "kim@example.org")))
                        .name())
                .isEqualTo("oidc:kim@example.org");
        refused(() -> byMail.person(PROVIDER.token(NOW, same -> {})), "does not say who", false);
        for (Object odd : List.of("", "two words", "line\nbreak", "單霽翔", "x".repeat(201), List.of("kim"))) {
            refused(
                    () -> byMail.person(PROVIDER.token(NOW, token -> token.claim("email", odd))),
                    "does not say who",
                    false);
        }
    }

    @Test
    void is_refused_if_it_is_another_issuers_or_for_another_service() {
        refused(token -> token.issuer("https://login.example.org/realms/other"), "another issuer");
        refused(token -> token.issuer(ISSUER + "/"), "another issuer");
        refused(token -> token.issuer(null), "another issuer");
        refused(token -> token.audience("something-else"), "another service");
        refused(token -> token.audience((String) null), "another service");
    }

    @Test
    void holds_for_its_time_and_a_minute_more_for_clocks_that_differ() {
        accepted(token -> token.expirationTime(Date.from(NOW.minusSeconds(59))));
        refused(token -> token.expirationTime(Date.from(NOW.minusSeconds(60))), "expired");
        refused(token -> token.expirationTime(null), "expired");
        accepted(token -> token.notBeforeTime(Date.from(NOW.plusSeconds(60))));
        refused(token -> token.notBeforeTime(Date.from(NOW.plusSeconds(61))), "not hold yet");
    }

    @Test
    void is_refused_as_a_guess_if_the_provider_has_not_signed_it() {
        String good = PROVIDER.token(NOW, same -> {});
        refused(() -> tokens.person(PROVIDER.unsigned(NOW)), "not signed", true);
        refused(() -> tokens.person(PROVIDER.forged(NOW)), "not signed", true);
        refused(() -> tokens.person(PROVIDER.confused(NOW)), "not signed", true);
        refused(() -> tokens.person(good.substring(0, good.lastIndexOf('.') + 1)), "not signed", true);
        refused(() -> tokens.person("nonsense"), "not signed", true);
        refused(() -> tokens.person(""), "not signed", true);
        var another = new Provider(ISSUER);
        for (int attempt = 0; attempt < 5; attempt++) { // asks for the keys again for the first of them, not for each
            refused(() -> tokens.person(another.token(NOW, same -> {})), "sign", true);
        }
    }

    @Test
    void is_refused_if_it_says_that_it_is_meant_for_something_else() {
        refused(() -> tokens.person(PROVIDER.tokenOfType(NOW, "logout+jwt")), "cannot be read", true);
        assertThat(tokens.person(PROVIDER.tokenOfType(NOW, "JWT")).name()).isEqualTo("oidc:kim");
        assertThat(tokens.person(PROVIDER.tokenOfType(NOW, null)).name()).isEqualTo("oidc:kim");
    }

    @Test
    void is_checked_with_the_keys_that_the_issuer_says_it_has_which_it_may_change() throws IOException {
        var asked = Collections.synchronizedList(new ArrayList<String>());
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        var provider = new Provider(issuer);
        answer(server, asked, "/.well-known/openid-configuration", () -> """
                {"issuer": "%s", "jwks_uri": "%s/keys", "more": []}""".formatted(issuer, issuer));
        answer(server, asked, "/keys", provider::published);
        server.start();
        try {
            var online = new OpenIdTokens(new OpenIdProvider(issuer, null, AUDIENCE, "sub", "roles", ROLES), CLOCK);
            assertThat(asked).as("nobody is asked before there is a token").isEmpty();

            String first = provider.token(NOW, same -> {});
            assertThat(online.person(first).name()).isEqualTo("oidc:kim");
            assertThat(online.person(first).name()).isEqualTo("oidc:kim");
            assertThat(asked).containsExactly("/.well-known/openid-configuration", "/keys");

            provider.changeKey();
            assertThat(online.person(provider.token(NOW, same -> {})).name()).isEqualTo("oidc:kim");
            refused(() -> online.person(first), "sign", true);
        } finally {
            server.stop(0);
        }
        assertThatThrownBy(
                        () -> new OpenIdTokens(new OpenIdProvider(issuer, null, AUDIENCE, "sub", "roles", ROLES), CLOCK)
                                .person(provider.token(NOW, same -> {})))
                .isInstanceOf(ProviderSilent.class);
    }

    @Test
    void is_not_checked_with_the_keys_of_a_configuration_that_is_another_issuers() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        var provider = new Provider(issuer);
        answer(server, new ArrayList<>(), "/.well-known/openid-configuration", () -> """
                {"issuer": "https://other.example.org", "jwks_uri": "%s/keys"}""".formatted(issuer));
        answer(server, new ArrayList<>(), "/keys", provider::published);
        server.start();
        try {
            var online = new OpenIdTokens(new OpenIdProvider(issuer, null, AUDIENCE, "sub", "roles", ROLES), CLOCK);
            assertThatThrownBy(() -> online.person(provider.token(NOW, same -> {})))
                    .isInstanceOf(ProviderSilent.class);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void needs_a_file_of_public_keys_alone() throws IOException {
        Path missing = folder.resolve("missing.json");
        Path empty = Files.writeString(folder.resolve("empty.json"), "{\"keys\": []}");
        Path nonsense = Files.writeString(folder.resolve("nonsense.json"), "nonsense");
        Path secret = Files.writeString(
                folder.resolve("secret.json"), "{\"keys\": [{\"kty\": \"oct\", \"k\": \"c2VjcmV0\", \"kid\": \"1\"}]}");
        for (Path file : List.of(missing, nonsense)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> tokens(file.toString(), "sub", "roles"))
                    .withMessageContaining("keys: " + file + " cannot be read");
        }
        for (Path file : List.of(empty, secret)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> tokens(file.toString(), "sub", "roles"))
                    .withMessageContaining("must have public keys, and those alone");
        }
    }

    private static Set<AccountRole> roles(String claim, Object value) {
        return tokens("sub", claim)
                .person(PROVIDER.token(NOW, token -> token.claim(claim, value)))
                .roles();
    }

    private static void accepted(Consumer<JWTClaimsSet.Builder> change) {
        assertThat(tokens.person(PROVIDER.token(NOW, change)).name()).isEqualTo("oidc:kim");
    }

    private static void refused(Consumer<JWTClaimsSet.Builder> change, String why) {
        refused(() -> tokens.person(PROVIDER.token(NOW, change)), why, false);
    }

    private static void refused(Supplier<?> login, String why, boolean forged) {
        assertThatThrownBy(login::get)
                .asInstanceOf(type(TokenRefused.class))
                .satisfies(refused -> assertThat(refused).hasMessageContaining(why))
                .satisfies(refused -> assertThat(refused.forged()).isEqualTo(forged));
    }

    private static OpenIdTokens tokens(String nameClaim, String roleClaim) {
        return tokens(folder.resolve("keys.json").toString(), nameClaim, roleClaim);
    }

    private static OpenIdTokens tokens(String keys, String nameClaim, String roleClaim) {
        return new OpenIdTokens(new OpenIdProvider(ISSUER, keys, AUDIENCE, nameClaim, roleClaim, ROLES), CLOCK);
    }

    private static void answer(HttpServer server, List<String> asked, String path, Supplier<String> answer) {
        server.createContext(path, exchange -> {
            asked.add(path);
            byte[] body = answer.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
