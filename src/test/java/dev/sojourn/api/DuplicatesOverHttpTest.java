package dev.sojourn.api;

import static dev.sojourn.RunningServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.RunningServer;
import dev.sojourn.access.AccountRole;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("Candidates for duplicates over HTTP")
class DuplicatesOverHttpTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Consumer<HttpRequest.Builder> CURATOR = as(AccountRole.CURATOR);

    /** Of the last write: an answer for it waits until it is read. */
    private long position;

    private final RunningServer server = RunningServer.withAccounts();

    @Test
    void are_listed_in_pages_with_their_reasons_until_a_curator_finds_them_to_be_two() {
        String han = register("Hani", "諸葛亮");
        String latin = register("Latn", "Liang Zhuge");
        String third = register("Latn", "ZHUGE Liang");

        var first = json("/api/v1/researchers/" + han + "/duplicates?limit=1&knownAt=position:" + position);
        assertThat(first.get("items").size()).isEqualTo(1);
        assertThat(first.at("/items/0/other").asString()).isEqualTo(latin);
        assertThat(first.at("/items/0/reasons/0").toString())
                .isEqualTo("{\"kind\":\"SAME_NAME\",\"detail\":\"諸葛亮 / Liang Zhuge\"}");
        var second = json("/api/v1/researchers/" + han + "/duplicates?limit=1&after="
                + first.get("next").asString());
        assertThat(second.at("/items/0/other").asString()).isEqualTo(third);
        assertThat(second.has("next")).isFalse();

        String table = server.get("/api/v1/worklists/duplicates.csv", CURATOR).body();
        assertThat(table)
                .contains("researcher,names,other,otherNames,reasons")
                .contains(han + ",諸葛亮," + latin + ",Liang Zhuge,SAME_NAME 諸葛亮 / Liang Zhuge");

        var distinct = server.post(
                "/api/v1/researchers/" + han + "/distinctions",
                "{\"other\":\"" + latin + "\",\"reason\":\"two people\"}",
                CURATOR.andThen(request -> request.header("If-Match", "\"0\"")));
        assertThat(distinct.statusCode()).as(distinct.body()).isEqualTo(200);
        position = JSON.readTree(distinct.body()).get("position").asLong();
        assertThat(json("/api/v1/researchers/" + han + "/duplicates?knownAt=position:" + position)
                        .at("/items/0/other")
                        .asString())
                .isEqualTo(third);
    }

    @Test
    void are_those_alone_of_whom_one_could_move_a_figure_where_that_is_asked() {
        try (var reference = RunningServer.onReferenceLedger()) {
            for (var name : List.of("Zhilin Yang", "Zhuge Liang", "Liang Zhuge")) {
                reference.post("/api/v1/researchers", "{\"names\":{\"Latn\":\"" + name + "\"}}", CURATOR);
            }
            String list = "/api/v1/worklists/duplicates?knownAt=position:5050";
            assertThat(JSON.readTree(reference.get(list, CURATOR).body())
                            .get("items")
                            .size())
                    .isEqualTo(2);

            // Yang Zhilin is one of the hundred, and not one of those retained; nobody knows where the other two are.
            var items = JSON.readTree(
                            reference.get(list + "&effect=retained-87", CURATOR).body())
                    .get("items");
            assertThat(items.size()).isEqualTo(1);
            assertThat(items.at("/0/researcher").asString()).isEqualTo("n19-334");
            assertThat(items.at("/0/effect").asDouble()).isEqualTo(1);
        }
    }

    @Test
    void are_not_for_viewers_and_need_a_person_or_cohort_that_there_is() {
        assertThat(server.get("/api/v1/worklists/duplicates", as(AccountRole.VIEWER))
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.get("/api/v1/researchers/nobody/duplicates", CURATOR).statusCode())
                .isEqualTo(404);
        assertThat(server.get("/api/v1/worklists/duplicates?cohort=none", CURATOR)
                        .statusCode())
                .isEqualTo(404);
    }

    private String register(String script, String name) {
        var done = JSON.readTree(
                server.post("/api/v1/researchers", "{\"names\":{\"" + script + "\":\"" + name + "\"}}", CURATOR)
                        .body());
        position = done.get("position").asLong();
        return done.at("/events/0/data/researcher").asString();
    }

    private JsonNode json(String path) {
        return JSON.readTree(server.get(path, CURATOR).body());
    }
}
