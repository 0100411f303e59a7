package dev.sojourn.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.RunningServer;
import dev.sojourn.access.AccountRole;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("Accounts and tokens over HTTP")
class AccountCallsTest {
    private static final String ACCOUNTS = "/api/v1/accounts";
    private static final String TOKENS = "/api/v1/tokens";
    private static final Consumer<HttpRequest.Builder> ADMIN = RunningServer.as(AccountRole.ADMIN);

    private final RunningServer server = RunningServer.withAccounts();

    @Test
    void let_an_admin_make_an_account_that_can_then_do_what_its_role_may() {
        var lou = account("lou", "viewer");

        assertThat(server.get(TOKENS, lou).statusCode()).isEqualTo(200);
        assertThat(code(server.get(ACCOUNTS, lou))).isEqualTo("role-needed");
        assertThat(code(server.post("/api/v1/researchers", "nonsense", lou))).isEqualTo("role-needed");
        assertThat(json(server.post(ACCOUNTS + "/lou/role", "{\"role\":\"curator\"}", ADMIN))
                        .get("role")
                        .asString())
                .isEqualTo("CURATOR");
        assertThat(code(server.post("/api/v1/researchers", "nonsense", lou))).isEqualTo("invalid-body");
    }

    @Test
    void stop_a_disabled_account_and_its_tokens_with_the_very_next_request() {
        var mia = account("mia", "curator");
        var token = token(mia, "{\"name\":\"script\"}");
        assertThat(server.get(TOKENS, mia).statusCode()).isEqualTo(200);
        assertThat(server.get(TOKENS, token).statusCode()).isEqualTo(200);

        assertThat(server.post(ACCOUNTS + "/mia/disable", "", ADMIN).statusCode())
                .isEqualTo(200);
        assertThat(server.get(TOKENS, mia).statusCode()).isEqualTo(401);
        assertThat(server.get(TOKENS, token).statusCode()).isEqualTo(401);
        server.post(ACCOUNTS + "/mia/enable", "", ADMIN);
        assertThat(server.get(TOKENS, token).statusCode()).isEqualTo(200);
    }

    @Test
    void record_what_is_done_with_a_token_under_its_owners_name() {
        var noa = account("noa", "curator");
        var token = token(noa, "{\"name\":\"script\"}");

        var written = server.post("/api/v1/researchers", "{\"names\":{\"Latn\":\"Token Test\"}}", token);
        assertThat(written.statusCode()).as(written.body()).isEqualTo(201);
        long position = json(written).get("position").asLong();
        assertThat(server.get("/api/v1/events/" + position, noa).body()).contains("\"noa\"");
    }

    @Test
    void let_a_token_do_neither_more_than_its_role_nor_what_takes_a_password() {
        var ola = account("ola", "curator");
        var reader = token(ola, "{\"name\":\"reader\",\"role\":\"viewer\"}");

        assertThat(code(server.post("/api/v1/researchers", "nonsense", reader))).isEqualTo("role-needed");
        assertThat(code(server.post(TOKENS, "{\"name\":\"another\"}", reader))).isEqualTo("password-needed");
        assertThat(code(server.post("/api/v1/password", "{}", reader))).isEqualTo("password-needed");
        assertThat(code(server.post(TOKENS, "{\"name\":\"more\",\"role\":\"admin\"}", ola)))
                .isEqualTo("role-too-high");
    }

    @Test
    void show_a_secret_once_and_stop_it_when_it_is_revoked() {
        var pia = account("pia", "viewer");
        var made = json(server.post(TOKENS, "{\"name\":\"script\",\"days\":7}", pia));
        var token = bearer(made.get("secret").asString());
        String id = made.get("token").get("id").asString();

        assertThat(server.get(TOKENS, token).body())
                .contains(id)
                .doesNotContain(made.get("secret").asString());
        assertThat(code(server.post(TOKENS + "/" + id + "/revoke", "", RunningServer.as(AccountRole.CURATOR))))
                .isEqualTo("no-such-token");
        assertThat(server.post(TOKENS + "/" + id + "/revoke", "", pia).statusCode())
                .isEqualTo(200);
        assertThat(server.get(TOKENS, token).statusCode()).isEqualTo(401);
        assertThat(server.get(TOKENS + "?account=pia", ADMIN).body()).contains(id);
        assertThat(server.get(TOKENS + "?account=pia", RunningServer.as(AccountRole.CURATOR))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void change_ones_own_password() {
        var quy = account("quy", "viewer");
        String change = "{\"current\":\"%s\",\"next\":\"%s\"}";

        assertThat(code(server.post("/api/v1/password", change.formatted("wrong", "the next password"), quy)))
                .isEqualTo("wrong-password");
        assertThat(code(server.post("/api/v1/password", change.formatted("quy has a secret", "short"), quy)))
                .isEqualTo("weak-password");
        assertThat(server.post("/api/v1/password", change.formatted("quy has a secret", "the next password"), quy)
                        .statusCode())
                .isEqualTo(204);
        assertThat(server.get(TOKENS, quy).statusCode()).isEqualTo(401);
        assertThat(server.get(TOKENS, RunningServer.as("quy", "the next password"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refuse_what_cannot_be_with_the_reason() {
        assertThat(code(server.post(
                        ACCOUNTS, "{\"name\":\"x y\",\"role\":\"viewer\",\"password\":\"long enough one\"}", ADMIN)))
                .isEqualTo("invalid-body");
        assertThat(code(server.post(ACCOUNTS, "{\"name\":\"ria\"}", ADMIN))).isEqualTo("invalid-body");
        assertThat(code(server.post(
                        ACCOUNTS, "{\"name\":\"ADMIN\",\"role\":\"viewer\",\"password\":\"long enough one\"}", ADMIN)))
                .isEqualTo("account-exists");
        assertThat(code(server.post(ACCOUNTS + "/admin/disable", "", ADMIN))).isEqualTo("last-admin");
        assertThat(code(server.post(ACCOUNTS + "/nobody/enable", "", ADMIN))).isEqualTo("no-such-account");
        assertThat(code(server.get(TOKENS, bearer("sojourn_no-such-token")))).isEqualTo("token-refused");
    }

    private Consumer<HttpRequest.Builder> account(String name, String role) {
        String password = name + " has a secret";
        String body = "{\"name\":\"%s\",\"role\":\"%s\",\"password\":\"%s\"}".formatted(name, role, password);
        var made = server.post(ACCOUNTS, body, ADMIN);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(made.body()).doesNotContain("secret");
        return RunningServer.as(name, password);
    }

    private Consumer<HttpRequest.Builder> token(Consumer<HttpRequest.Builder> owner, String body) {
        var made = server.post(TOKENS, body, owner);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return bearer(json(made).get("secret").asString());
    }

    private static Consumer<HttpRequest.Builder> bearer(String token) {
        return request -> request.header("Authorization", "Bearer " + token);
    }

    private static String code(HttpResponse<String> response) {
        return json(response).get("code").asString();
    }

    private static JsonNode json(HttpResponse<String> response) {
        return new JsonMapper().readTree(response.body());
    }
}
