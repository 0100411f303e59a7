package dev.sojourn.api;

import static dev.sojourn.RunningServer.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.sojourn.RunningServer;
import dev.sojourn.access.AccountRole;
import dev.sojourn.api.description.Example;
import dev.sojourn.api.description.Examples;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Each runs against a server on the reference ledger: first all that read, then all that write, in the order of the files.
 * To accept other answers: {@code mvn test -Dtest=ExamplesTest -Dsojourn.openapi.write=true}, then OpenApiTest likewise.
 */
@DisplayName("An example of the interface's description")
class ExamplesTest {
    private static final Path FILES = Path.of("src/main/resources/examples");

    private static final Set<String> ANOTHER_EACH_TIME =
            Set.of("secret", "hash", "took", "begun", "at", "started", "uptime");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @TestFactory
    Stream<DynamicTest> answers_what_it_shows() throws IOException {
        var server = RunningServer.onReferenceLedger();
        var examples = new ArrayList<>(Examples.all());
        examples.sort(Comparator.comparing(example -> !example.method().equals("GET")));
        if (Boolean.getBoolean("sojourn.openapi.write")) {
            record(server, examples);
            return Stream.empty();
        }
        return examples.stream()
                .map(example -> dynamicTest(example.method() + " " + example.path(), () -> run(server, example)));
    }

    private static void run(RunningServer server, Example example) {
        var response = send(server, example);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(example.status());
        if (example.answer() != null) {
            var answer = answer(response);
            assertThat(shows(example.answer(), answer)).as(answer.toString()).isTrue();
        }
    }

    private static HttpResponse<String> send(RunningServer server, Example example) {
        Consumer<HttpRequest.Builder> caller = as(AccountRole.valueOf(
                        example.as().toUpperCase(Locale.ROOT)))
                .andThen(request -> {
                    if (example.headers() != null) {
                        example.headers().forEach(request::header);
                    }
                });
        return example.method().equals("GET")
                ? server.get(example.path(), caller)
                : server.post(example.path(), String.valueOf(example.body()), caller);
    }

    /** Whether an answer is what the example says; it may show the begin of a list only, and … for any value. */
    private static boolean shows(JsonNode shown, JsonNode answer) {
        if (shown.isString() && shown.stringValue().equals("…")) {
            return !answer.isMissingNode();
        }
        if (shown.isString() && shown.stringValue().endsWith("\n")) {
            return answer.isString() && answer.stringValue().startsWith(shown.stringValue());
        }
        if (shown.isObject() && answer.isObject()) {
            return shown.properties().stream()
                            .allMatch(member -> shows(member.getValue(), answer.path(member.getKey())))
                    && shown.size() == answer.size();
        }
        if (shown.isArray() && answer.isArray()) {
            return shown.size() <= answer.size()
                    && (shown.size() > 0 || answer.isEmpty())
                    && Stream.iterate(0, at -> at + 1)
                            .limit(shown.size())
                            .allMatch(at -> shows(shown.get(at), answer.get(at)));
        }
        return shown.equals(answer);
    }

    private static void record(RunningServer server, List<Example> examples) throws IOException {
        var answers = new HashMap<String, JsonNode>();
        for (var example : examples) {
            var response = send(server, example);
            assertThat(response.statusCode())
                    .as(example.path() + " " + response.body())
                    .isEqualTo(example.status());
            if (!response.body().isEmpty() && (json(response) || csv(response))) {
                answers.put(example.call() + example.status(), shortened("", answer(response)));
            }
        }
        try (var files = Files.list(FILES)) {
            for (Path file : files.toList()) {
                var list = JSON.readTree(Files.readString(file));
                list.forEach(example -> {
                    var answer = answers.get(example.get("call").asString()
                            + example.get("status").asInt());
                    if (answer != null) {
                        ((ObjectNode) example).set("answer", answer);
                    }
                });
                Files.writeString(file, JSON.writeValueAsString(list) + "\n");
            }
        }
    }

    /** A table is its text. */
    private static JsonNode answer(HttpResponse<String> response) {
        return csv(response) ? JSON.valueToTree(response.body()) : JSON.readTree(response.body());
    }

    private static boolean json(HttpResponse<String> response) {
        return type(response).matches("application/(.*[+])?json(;.*)?");
    }

    private static boolean csv(HttpResponse<String> response) {
        return type(response).startsWith("text/csv");
    }

    private static String type(HttpResponse<String> response) {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    /** The first three lines, the first two of each list, and … for what is another each time, or elsewhere. */
    private static JsonNode shortened(String name, JsonNode answer) {
        if (answer.isString() && name.isEmpty()) {
            int end = 0;
            for (int line = 0; line < 3 && end < answer.stringValue().length(); line++) {
                end = answer.stringValue().indexOf('\n', end) + 1;
            }
            return JSON.valueToTree(answer.stringValue().substring(0, end));
        }
        if (answer.isString()
                && (answer.stringValue().matches("(.*[^0-9a-f])?[0-9a-f]{64}([^0-9a-f].*)?")
                        || ANOTHER_EACH_TIME.contains(name))) {
            return JSON.valueToTree("…");
        }
        if (answer.isObject()) {
            var object = JSON.createObjectNode();
            answer.properties()
                    .forEach(member -> object.set(member.getKey(), shortened(member.getKey(), member.getValue())));
            if (answer.has("id") && answer.has("expires")) {
                object.put("id", "…"); // a token's is random
            }
            if (answer.has("version") && answer.has("startCheck")) {
                object.put("version", "…"); // the program's
            }
            return object;
        }
        if (answer.isArray()) {
            var list = JSON.createArrayNode();
            for (int at = 0; at < Math.min(2, answer.size()); at++) {
                list.add(shortened(name, answer.get(at)));
            }
            return list;
        }
        return answer;
    }
}
