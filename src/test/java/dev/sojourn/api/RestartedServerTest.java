package dev.sojourn.api;

import static dev.sojourn.RunningServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.RunningServer;
import dev.sojourn.access.AccountRole;
import dev.sojourn.audit.verification.KeptHeads;
import dev.sojourn.audit.verification.PublishedKey;
import dev.sojourn.audit.verification.Signer;
import dev.sojourn.store.LedgerStore;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("A server that was stopped and started again")
class RestartedServerTest {

    private static final Consumer<HttpRequest.Builder> CURATOR = as(AccountRole.CURATOR);
    private static final String PERSON = "{\"names\":{\"Latn\":\"Dao Test\"}}";
    /** It warns of a day that is yet to come. */
    private static final String STAY =
            "{\"institution\":\"us-university\",\"role\":\"postdoc\",\"start\":\"2019\",\"end\":\"2099\"}";

    @TempDir
    private Path temp;

    /** What whoever asked can see of an answer. */
    private record Seen(int status, String body, Map<String, List<String>> headers) {
        static Seen of(HttpResponse<String> answer) {
            var headers = new java.util.TreeMap<>(answer.headers().map());
            headers.keySet().retainAll(List.of("etag", "location", "content-type"));
            return new Seen(answer.statusCode(), answer.body(), headers);
        }
    }

    @Test
    void answers_a_repeated_write_as_before() {
        var before = new ArrayList<Seen>();
        long head;
        try (var server = RunningServer.over(temp)) {
            writes(server, before);
            assertThat(before).extracting(Seen::status).containsExactly(201, 200, 200, 409, 412, 422);
            assertThat(before.get(0).headers()).containsKeys("etag", "location");
            assertThat(before.get(1).body()).contains("FUTURE_DATE");
            head = server.context().getBean(LedgerStore.class).head();
        }
        for (int start = 2; start <= 3; start++) {
            try (var server = RunningServer.over(temp)) {
                var again = new ArrayList<Seen>();
                writes(server, again);
                // a dry run, a refusal and a stale version tell of the ledger as it is, so they are not remembered
                for (int i : new int[] {0, 1, 3, 4, 5}) {
                    assertThat(again.get(i))
                            .as("write " + i + " at start " + start)
                            .isEqualTo(before.get(i));
                }
                assertThat(server.context().getBean(LedgerStore.class).head()).isEqualTo(head);
            }
        }
    }

    private static void writes(RunningServer server, List<Seen> seen) {
        var registered = server.post("/api/v1/researchers", PERSON, CURATOR.andThen(key("k1")));
        seen.add(Seen.of(registered));
        String person = registered.headers().firstValue("Location").orElseThrow();
        String stays = person + "/affiliations";
        seen.add(Seen.of(server.post(stays, STAY, CURATOR.andThen(key("k2")).andThen(ifMatch("\"0\"")))));
        String earlier = STAY.replace("2019", "2010").replace("2099", "2012");
        seen.add(Seen.of(server.post(
                stays + "?dryRun=true", earlier, CURATOR.andThen(key("k2")).andThen(ifMatch("\"1\"")))));
        String nowhere = STAY.replace("us-university", "nowhere");
        seen.add(Seen.of(server.post(stays, nowhere, CURATOR.andThen(key("k3")).andThen(ifMatch("\"1\"")))));
        seen.add(Seen.of(server.post(stays, STAY, CURATOR.andThen(key("k4")).andThen(ifMatch("\"0\"")))));
        seen.add(Seen.of(server.post(
                stays, STAY.replace("2019", "2018"), CURATOR.andThen(key("k2")).andThen(ifMatch("\"1\"")))));
    }

    @Test
    void takes_no_writes_if_its_ledger_was_changed_and_says_why_to_those_who_may_know() throws Exception {
        RunningServer.over(temp).close();
        try (var file = DriverManager.getConnection(
                        "jdbc:h2:file:" + temp.resolve("events"), "sojourn", "file permissions protect this file");
                var statement = file.createStatement()) {
            statement.execute("update event set payload = replace(payload, '2022', '2021') where position = 17");
        }

        try (var server = RunningServer.over(temp)) {
            var refused = server.post("/api/v1/researchers", PERSON, CURATOR);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(json(refused).path("code").asString()).isEqualTo("read-only");
            assertThat(json(refused).path("detail").asString()).contains("position 17: its hash is not that of");

            var system = json(server.get("/api/v1/system", as(AccountRole.VIEWER)));
            assertThat(system.path("readOnly").asString()).startsWith("position 17: its hash");
            assertThat(system.path("startCheck").path("passed").asBoolean()).isFalse();
            assertThat(system.path("head").path("position").asLong()).isEqualTo(16);

            assertThat(server.get("/health").body()).contains("DOWN").doesNotContain("position");
            assertThat(server.get("/health", as(AccountRole.VIEWER)).body()).contains("position 17");
            assertThat(server.get("/api/v1/cohorts/three/state?asOf=2020", CURATOR)
                            .statusCode())
                    .isEqualTo(200);
            var verified = json(server.post("/api/v1/audit/verify", "", as(AccountRole.AUDITOR)));
            assertThat(verified.path("firstBad").asLong()).isEqualTo(17);
        }
    }

    @Test
    void signs_and_logs_heads_and_makes_backups_if_it_is_told_to() throws Exception {
        var key = temp.resolve("audit.key");
        var published = Signer.generate(key).published();
        var log = temp.resolve("heads.txt");
        var settings = Map.of(
                "sojourn.signing-key", key.toString(),
                "sojourn.head-log", log.toString(),
                "sojourn.head-log-events", "2",
                "sojourn.backup-folder", temp.resolve("backups").toString());
        settings.forEach(System::setProperty);
        try (var server = RunningServer.over(temp.resolve("data"))) {
            var head = json(server.get("/api/v1/audit/head", as(AccountRole.VIEWER)));
            assertThat(head.path("signed").path("key").asString()).isEqualTo(published.id());

            var made = json(server.post("/api/v1/audit/backup", "", as(AccountRole.ADMIN)));
            assertThat(made.path("head").asString()).isEqualTo(head.path("head").asString());
            assertThat(temp.resolve("backups")
                            .resolve(made.path("folder").asString())
                            .resolve("events.zip"))
                    .exists();
            assertThat(server.get("/api/v1/audit/disclosures", as(AccountRole.AUDITOR))
                            .body())
                    .contains("backup over HTTP");

            for (String name : List.of("One", "Two", "Three")) {
                server.post("/api/v1/researchers", PERSON.replace("Dao", name), CURATOR);
            }
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
        // one at the start, one after two events, one at the end
        var kept = KeptHeads.read(Files.readAllLines(log), Optional.of(PublishedKey.parse(published.pem())));
        assertThat(kept.problem()).isNull();
        assertThat(kept.heads().get(0).position()).isEqualTo(17);
        assertThat(kept.heads().get(kept.heads().size() - 1).position()).isEqualTo(20);
        assertThat(kept.heads()).hasSizeBetween(2, 3); // heads that come together are logged as one
        try (var server = RunningServer.over(temp.resolve("data"))) {
            assertThat(server.context()
                            .getBean(LedgerStore.class)
                            .verifyAgainst(kept.heads(), position -> {})
                            .passed())
                    .isTrue();
        }
    }

    private static Consumer<HttpRequest.Builder> key(String key) {
        return request -> request.header("Idempotency-Key", key);
    }

    private static Consumer<HttpRequest.Builder> ifMatch(String tag) {
        return request -> request.header("If-Match", tag);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
