package dev.sojourn.api;

import static dev.sojourn.RunningServer.as;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.RunningServer;
import dev.sojourn.access.AccountRole;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The figures of the article, published at the beginning of 2026 and again after each thing that happens. */
@DisplayName("What everybody sees of a release, later on,")
class PublicReleasesLaterTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * 87 of the hundred stayed, n19-001 among them. If that person's stay is taken back, one fewer did, and who could
     * subtract the two releases would know of one person: the later one does not show the number.
     */
    @Test
    void stays_when_people_are_erased_or_corrected_and_goes_when_it_is_withdrawn_but_is_not_forgotten() {
        try (var server = RunningServer.onReferenceLedger()) {
            publish(server, "one");
            String one = server.get("/api/v1/releases/one").body();
            assertThat(shown(one)).containsEntry("base", 100).containsEntry("retained", 87);

            change(server, "/spells/n19-001-1/retract", AccountRole.CURATOR);
            change(server, "/researchers/n19-002/erasure", AccountRole.ADMIN);
            assertThat(server.get("/api/v1/releases/one").body()).isEqualTo(one);
            assertThat(one).doesNotContain("n19-");

            publish(server, "two");
            String two = server.get("/api/v1/releases/two").body();
            assertThat(shown(two)).doesNotContainEntry("retained", 86).doesNotContainEntry("base", 99);
            assertThat(server.get("/api/v1/releases/two", as(AccountRole.VIEWER))
                            .body())
                    .as("whoever logs in sees it")
                    .contains("\"retained\":86");

            withdraw(server, "one");
            var gone = JSON.readTree(server.get("/api/v1/releases/one").body());
            assertThat(gone.get("withdrawn").asBoolean()).isTrue();
            assertThat(gone.get("figures")).isEmpty();
            assertThat(gone.get("citation").asString()).startsWith("Release one (withdrawn)");
            assertThat(server.get("/api/v1/releases").body())
                    .contains("\"name\":\"one\"")
                    .contains("\"withdrawn\":true");
            assertThat(server.get("/api/v1/releases/one.csv").statusCode()).isIn(200, 401, 404);
            assertThat(server.get("/api/v1/releases/one?view=public", as(AccountRole.VIEWER))
                            .body())
                    .isEqualTo(gone.toString());

            assertThat(server.get("/api/v1/releases/two").body())
                    .as("what was seen was seen")
                    .isEqualTo(two);
            publish(server, "three");
            assertThat(shown(server.get("/api/v1/releases/three").body()))
                    .doesNotContainEntry("retained", 86)
                    .doesNotContainEntry("base", 99);
        }
    }

    private static void publish(RunningServer server, String name) {
        var answer = server.post(
                "/api/v1/releases",
                "{\"name\": \"" + name + "\", \"title\": \"Release " + name + "\"}",
                as(AccountRole.CURATOR));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static void withdraw(RunningServer server, String name) {
        change(server, "/releases/" + name + "/withdraw", AccountRole.CURATOR);
    }

    private static void change(RunningServer server, String path, AccountRole role) {
        HttpResponse<String> answer = null;
        for (int version = 0; version < 9 && (answer == null || answer.statusCode() == 412); version++) {
            String tag = "\"" + version + "\"";
            answer = server.post("/api/v1" + path, "{\"reason\": \"it is so\"}", request -> {
                as(role).accept(request);
                request.header("If-Match", tag);
            });
        }
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
    }

    /** The numbers of the hundred and what became of them, at the end. */
    private static Map<String, Integer> shown(String release) {
        return JSON.readTree(release)
                .get("figures")
                .valueStream()
                .filter(figure -> figure.get("id").asString().equals("retained-87"))
                .flatMap(figure -> figure.get("numbers").valueStream())
                .filter(number -> number.path("on").asString("").isEmpty())
                .collect(toMap(number -> number.get("number").asString(), (JsonNode number) -> number.get("count")
                        .asInt()));
    }
}
