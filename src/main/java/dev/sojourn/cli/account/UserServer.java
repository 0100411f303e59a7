package dev.sojourn.cli.account;

import dev.sojourn.access.AccessToken;
import dev.sojourn.access.Account;
import dev.sojourn.access.AccountRole;
import dev.sojourn.access.AccountState;
import dev.sojourn.access.Tokens;
import dev.sojourn.cli.InputError;
import dev.sojourn.exchange.answer.AnswerJson;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The accounts of a running server, over its HTTP interface, as an admin. */
final class UserServer implements UserDesk {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final JsonMapper json = AnswerJson.mapper();
    private final String server;
    private final String login;

    /**
     * A server.
     *
     * @throws InputError if a password would go out over a network without TLS
     */
    UserServer(String server, String name, String password) {
        this.server = server.replaceAll("/+$", "") + "/api/v1";
        if (!server.startsWith("https://") && !server.matches("http://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?/*")) {
            throw new InputError("--server " + server + " would send the password in the clear:"
                    + " write https://…, or http://127.0.0.1:PORT on this machine");
        }
        login = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public AccountState add(Account account, String password) {
        var body = Map.of("name", account.name(), "role", account.role(), "password", password);
        return read(post("/accounts", body), AccountState.class);
    }

    @Override
    public List<AccountState> all() {
        return items("/accounts", AccountState.class);
    }

    @Override
    public AccountState setRole(String name, AccountRole role) {
        return read(post("/accounts/" + encoded(name) + "/role", Map.of("role", role)), AccountState.class);
    }

    @Override
    public AccountState setPassword(String name, String password) {
        return read(post("/accounts/" + encoded(name) + "/password", Map.of("password", password)), AccountState.class);
    }

    @Override
    public AccountState setDisabled(String name, boolean disabled) {
        return read(
                post("/accounts/" + encoded(name) + (disabled ? "/disable" : "/enable"), Map.of()), AccountState.class);
    }

    @Override
    public Tokens.Created addToken(String owner, String name, AccountRole role, int days) {
        var body = new HashMap<String, Object>(Map.of("name", name, "days", days));
        if (role != null) {
            body.put("role", role);
        }
        return read(post("/accounts/" + encoded(owner) + "/tokens", body), Tokens.Created.class);
    }

    @Override
    public List<AccessToken> tokens(String account) {
        return items(account == null ? "/tokens" : "/tokens?account=" + encoded(account), AccessToken.class);
    }

    @Override
    public AccessToken revoke(String id) {
        return read(post("/tokens/" + encoded(id) + "/revoke", Map.of()), AccessToken.class);
    }

    @Override
    public void close() {
        // nothing is held open
    }

    private <T> List<T> items(String path, Class<T> type) {
        return send(request(path).build())
                .get("items")
                .valueStream()
                .map(item -> read(item, type))
                .toList();
    }

    private <T> T read(JsonNode answer, Class<T> type) {
        return json.treeToValue(answer, type);
    }

    private JsonNode post(String path, Map<String, ?> body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path))
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + login);
    }

    private JsonNode send(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            var answer = json.readTree(response.body());
            if (response.statusCode() >= 300) {
                throw new InputError(
                        "the server refused: " + answer.path("detail").asString("no reason given"));
            }
            return answer;
        } catch (IOException | JacksonException unreachable) {
            throw new InputError("no Sojourn answers at " + server + ": is it running?");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new InputError("stopped");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
