package dev.sojourn.access.web;

import dev.sojourn.RunningServer;
import dev.sojourn.access.AccountRole;
import dev.sojourn.access.Accounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Who may call what, as tried: every endpoint that is mapped, called as everybody there can be. Nothing that is named in
 * the calls exists, and no body can be read, so what is let through is answered with another refusal, and records nothing.
 */
final class AccessTable {
    /** How what is in no permission is refused: as if there were nothing. What is not found otherwise says so in other words. */
    private static final String CLOSED = "there is nothing at this path";

    private final RunningServer real;
    private final RunningServer demo;
    private final List<Caller> callers;
    private final HttpClient http = HttpClient.newHttpClient();

    /** Somebody who calls. */
    private record Caller(String title, String name, RunningServer server, Consumer<HttpRequest.Builder> login) {}

    AccessTable(RunningServer real, RunningServer demo) {
        this.real = real;
        this.demo = demo;
        this.callers = callers();
    }

    /** The table, as Markdown. */
    String tried() {
        return "| call | " + callers.stream().map(Caller::title).collect(Collectors.joining(" | ")) + " |\n"
                + "|---|" + "---|".repeat(callers.size()) + "\n"
                + endpoints(real).stream().map(this::tried).collect(Collectors.joining());
    }

    /** One line of it. */
    String tried(String endpoint) {
        return "| `" + endpoint + "` | "
                + callers.stream().map(caller -> tried(endpoint, caller)).collect(Collectors.joining(" | "))
                + " |\n";
    }

    /** What is mapped, by whomever, as method and path in the order of the paths; and the files. */
    static Set<String> endpoints(RunningServer server) {
        var endpoints = new TreeSet<String>((one, other) -> {
            int paths = one.substring(one.indexOf(' ')).compareTo(other.substring(other.indexOf(' ')));
            return paths == 0 ? one.compareTo(other) : paths;
        });
        server.context().getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .forEach(endpoint -> endpoint.getPatternValues()
                        .forEach(path -> methods(endpoint).forEach(method -> endpoints.add(method + " " + path))));
        endpoints.add("GET /assets/**");
        return endpoints;
    }

    /** What is mapped without saying how it may be called can be called in any way. */
    private static Stream<String> methods(RequestMappingInfo endpoint) {
        var methods = endpoint.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Stream.of("GET", "POST") : methods.stream().map(RequestMethod::name);
    }

    private List<Caller> callers() {
        var callers = new LinkedHashMap<String, Consumer<HttpRequest.Builder>>();
        callers.put("nobody", request -> {});
        for (AccountRole role : AccountRole.values()) {
            callers.put(role.text(), RunningServer.as(role));
        }
        for (AccountRole role : List.of(AccountRole.ADMIN, AccountRole.VIEWER)) {
            String secret = token(role);
            callers.put(
                    "admin's token as " + role.text(), request -> request.header("Authorization", "Bearer " + secret));
        }
        var all = callers.entrySet().stream()
                .map(caller ->
                        new Caller(caller.getKey(), caller.getKey().replaceAll("'.*", ""), real, caller.getValue()));
        return Stream.concat(all, Stream.of(new Caller("demo, nobody", "nobody", demo, request -> {})))
                .toList();
    }

    private String token(AccountRole role) {
        var accounts = real.context().getBean(Accounts.class);
        var admin = accounts.all().stream()
                .filter(account -> account.name().equals("admin"))
                .findFirst()
                .orElseThrow();
        return accounts.tokens().create(admin, "table", role, 1).secret();
    }

    private String tried(String endpoint, Caller caller) {
        if (letIn(endpoint, caller, "nothing")) {
            return "yes";
        }
        return endpoint.contains("{name}") && letIn(endpoint, caller, caller.name) ? "own" : "-";
    }

    private boolean letIn(String endpoint, Caller caller, String value) {
        String method = endpoint.substring(0, endpoint.indexOf(' '));
        String path = endpoint.substring(endpoint.indexOf(' ') + 1)
                .replaceAll("[{]position[}]", "999999")
                .replaceAll("[{]\\w+[}]|[*][*]", value);
        var answer = call(endpoint, method, path, caller);
        return answer.status != 401 && answer.status != 403 && !answer.body.contains(CLOSED);
    }

    private record Answer(int status, String body) {}

    private Answer call(String endpoint, String method, String path, Caller caller) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + caller.server.port() + path))
                .method(
                        method,
                        method.equals("GET")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString("nonsense"))
                .header("Content-Type", "application/json");
        caller.login.accept(request);
        try {
            var answer = http.send(request.build(), BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                boolean endless = endpoint.endsWith("/stream") && answer.statusCode() == 200;
                return new Answer(
                        answer.statusCode(), endless ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
