package dev.sojourn.api;

import static dev.sojourn.RunningServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.sojourn.Canaries;
import dev.sojourn.RunningServer;
import dev.sojourn.access.AccessMode;
import dev.sojourn.access.AccountRole;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("An erasure over HTTP")
class ErasureOverHttpTest {
    private static final Consumer<HttpRequest.Builder> ADMIN = as(AccountRole.ADMIN);
    private static final Consumer<HttpRequest.Builder> CURATOR = as(AccountRole.CURATOR);
    private static final String REASON = "{\"reason\":\"request 17\"}";
    private static final String PERSON = "{\"names\":{\"Latn\":\"Canaryname\"},\"identifiers\":[\"dblp:canary-id\"],"
            + "\"reason\":\"canary-reason\"}";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private RunningServer server;
    private String person;

    @BeforeEach
    void register() {
        log.start();
        root().addAppender(log);
        server = RunningServer.own(AccessMode.ACCOUNTS);
        person = server.post("/api/v1/researchers", PERSON, CURATOR)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    @AfterEach
    void stop() {
        server.close();
        root().detachAppender(log);
        assertThat(log.list)
                .extracting(
                        event -> event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy()))
                .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("canary"));
    }

    @Test
    void is_for_administrators_who_know_the_version_and_can_be_tried_dry() {
        assertThat(erase(CURATOR.andThen(version(0)), "").statusCode()).isEqualTo(403);
        assertThat(erase(ADMIN, "").statusCode()).isEqualTo(428);
        assertThat(erase(ADMIN.andThen(version(3)), "").statusCode()).isEqualTo(412);
        var dry = erase(ADMIN.andThen(version(0)), "?dryRun=true");
        assertThat(dry.statusCode()).as(dry.body()).isEqualTo(200);
        assertThat(json(server.get(person, CURATOR)).get("erased").asBoolean()).isFalse();
    }

    @Test
    void makes_the_person_read_erased_everywhere_and_is_final() {
        assertThat(server.get(person, CURATOR).body()).contains("Canaryname", "canary-id");
        var done = erase(ADMIN.andThen(version(0)), "");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);

        var read = json(server.get(
                person + "?knownAt=position:" + json(done).get("position").asLong(), CURATOR));
        assertThat(read.get("erased").asBoolean()).isTrue();
        assertThat(read.get("names").isNull()).isTrue();
        for (String path : List.of("", "/history", "/history.csv", "/spells")) {
            assertThat(server.get(person + path, as(AccountRole.AUDITOR)).body())
                    .as(path)
                    .doesNotContainIgnoringCase("canary");
        }
        assertThat(server.get("/api/v1/researchers?q=canaryname", CURATOR).body())
                .contains("\"items\":[]");
        assertThat(server.get("/api/v1/events?after=0&limit=100", as(AccountRole.AUDITOR))
                        .body())
                .doesNotContainIgnoringCase("canary")
                .contains("\"erased\":true");
        var again =
                server.post(person + "/names", "{\"names\":{\"Latn\":\"Canaryname\"}}", CURATOR.andThen(version(1)));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(json(again).get("code").asString()).isEqualTo("researcher-erased");
        var another = server.post("/api/v1/researchers", PERSON, CURATOR);
        assertThat(another.statusCode()).isEqualTo(409);
        assertThat(json(another).get("code").asString()).isEqualTo("person-suppressed");
        assertThat(again.body() + another.body()).doesNotContainIgnoringCase("canary");
    }

    /** Accounts, the record of disclosures, seals, keys, and what is written at the stop among them. */
    @Test
    void leaves_nothing_readable_in_any_file_of_the_server(@TempDir Path data) {
        var canaries = List.of("Canaryname", "canaryname", "canary-id", "canary-reason");
        try (var own = RunningServer.over(data)) {
            String there = own.post("/api/v1/researchers", PERSON, CURATOR)
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            assertThat(own.get(there, CURATOR).body()).contains("Canaryname");
            assertThat(own.get("/api/v1/audit/export?purpose=a%20deposit", as(AccountRole.AUDITOR))
                            .statusCode())
                    .isEqualTo(200);
            var erased = own.post(there + "/erasure", REASON, ADMIN.andThen(version(0)));
            assertThat(erased.statusCode()).as(erased.body()).isEqualTo(200);
            Canaries.notIn(data, canaries); // while it runs, too
        }
        for (String file : List.of("events.mv.db", "accounts.mv.db", "personal.keys", "disclosures.jsonl")) {
            assertThat(data.resolve(file)).isNotEmptyFile();
        }
        Canaries.notIn(data, canaries);
    }

    /** But for the value itself, which the caller has just sent. */
    @Test
    void or_anything_else_that_fails_never_quotes_a_person() {
        for (var refused : List.of(
                server.post("/api/v1/researchers", PERSON, CURATOR),
                server.post("/api/v1/researchers", PERSON.replace("Latn", "canary script"), CURATOR),
                server.post("/api/v1/researchers", PERSON.replace("\"Canaryname\"", "[\"canary\"]"), CURATOR),
                server.post("/api/v1/researchers", PERSON.replace("}", "} canary"), CURATOR),
                server.post(person + "/names", "{\"names\":{\"Latn\":\"Canaryname\"}}", CURATOR.andThen(version(0))),
                server.post(person + "/erasure", "{\"reason\":\"asked by Canaryname\"}", ADMIN.andThen(version(0))))) {
            assertThat(refused.statusCode()).as(refused.body()).isBetween(400, 499);
            String told = refused.body()
                    .replaceAll("\"value\":\"([^\"\\\\]|\\\\.)*\"", "")
                    .toLowerCase(Locale.ROOT);
            assertThat(told).doesNotContain("canaryname", "canary-id", "canary-reason");
        }
    }

    private HttpResponse<String> erase(Consumer<HttpRequest.Builder> as, String query) {
        return server.post(person + "/erasure" + query, REASON, as);
    }

    private static Consumer<HttpRequest.Builder> version(long sequence) {
        return request -> request.header("If-Match", "\"" + sequence + "\"");
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
