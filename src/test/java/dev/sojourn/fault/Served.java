package dev.sojourn.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.SojournApplication;
import dev.sojourn.exchange.LedgerLines;
import dev.sojourn.store.LedgerStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** The program as users start it, {@code serve} or {@code demo}, with a curator who writes and readers who read. */
final class Served implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("Sojourn answers at (http://[^ ]+) .*");
    private static final Pattern CURATOR = Pattern.compile(" +curator +password (\\S+)");

    private final Program program;
    private final URI address;
    private final String login;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Long, String> acknowledged = new ConcurrentHashMap<>();

    private Served(Program program, URI address, String login) {
        this.program = program;
        this.address = address;
        this.login = login;
    }

    /** Starts a verb and waits until it answers. */
    static Served start(String verb, Path data) {
        return answering(Program.start(SojournApplication.class, verb, "--port", "0", "--data", data.toString()));
    }

    /**
     * The same with a heap of 512 MB, of which {@link #heapInUse} tells how much is used.
     *
     * @param patience how long it waits for a client who has begun to send, which is 10s for users
     */
    static Served measured(Path data, String patience) {
        return answering(Program.start(
                "512m", MeasuredProgram.class, patience, "serve", "--port", "0", "--data", data.toString()));
    }

    private static Served answering(Program program) {
        var matcher =
                ADDRESS.matcher(program.await(line -> ADDRESS.matcher(line).matches()));
        assertThat(matcher.matches()).isTrue();
        String login = program.said().stream()
                .map(CURATOR::matcher)
                .filter(found -> found.matches())
                .map(found -> "curator:" + found.group(1))
                .findFirst()
                .orElse("admin:admin-secret");
        return new Served(program, URI.create(matcher.group(1)), login);
    }

    /** Records a person; what is answered as recorded is remembered as acknowledged. */
    HttpResponse<String> register(String name) throws IOException, InterruptedException {
        var response = send(request("/api/v1/researchers")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"names\":{\"Latn\":\"" + name + "\"}}")));
        if (response.statusCode() == 201) {
            var answer = new JsonMapper().readTree(response.body());
            acknowledged.put(answer.get("position").asLong(), name);
        }
        return response;
    }

    /** Records a person under a key of the caller's, which may have been sent before; nothing is remembered. */
    HttpResponse<String> registerOnce(String key) throws IOException, InterruptedException {
        return send(request("/api/v1/researchers")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString("{\"names\":{\"Latn\":\"Person of " + key + "\"}}")));
    }

    /** Records something about what is there already, at a version. */
    HttpResponse<String> change(String path, long version, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"" + version + "\"")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    /** Bytes that are still in use after a collection, if it was started to be measured. */
    long heapInUse() {
        program.say("heap");
        String told = program.await(line -> line.startsWith("heap "));
        return Long.parseLong(told.substring(5));
    }

    /** Names of the people recorded, by position. */
    Map<Long, String> acknowledged() {
        return acknowledged;
    }

    /** Where it answers. */
    URI address() {
        return address;
    }

    Program program() {
        return program;
    }

    /** How long it takes to end when told to, and that it does so without complaint. */
    Duration stop() throws InterruptedException {
        long before = System.nanoTime();
        program.terminate();
        int code = program.exit(10);
        assertThat(code).as("128 + SIGTERM").isEqualTo(128 + 15);
        return Duration.ofNanos(System.nanoTime() - before);
    }

    /** Sees that a ledger has everything that was acknowledged, is intact and takes writes. */
    static void assertAllThere(Path data, Map<Long, String> acknowledged) {
        try (var store = LedgerStore.open(data, Clock.systemUTC())) {
            assertThat(store.readOnlyReason()).isEmpty();
            assertThat(store.verify(null, position -> {}).problem()).isNull();
            assertThat(acknowledged).isNotEmpty();
            acknowledged.forEach((position, name) ->
                    assertThat(LedgerLines.format(store.at(position))).contains("\"" + name + "\""));
        }
    }

    @Override
    public void close() {
        program.close();
    }

    /** The header that logs in, for those who write their own requests. */
    String authorization() {
        return "Authorization: Basic " + pair() + "\r\n";
    }

    private String pair() {
        return Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Basic " + pair());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
