package dev.sojourn.api;

import static dev.sojourn.RunningServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.RunningServer;
import dev.sojourn.access.AccountRole;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("Undo and identity over HTTP")
class UndoOverHttpTest {
    private static final Consumer<HttpRequest.Builder> CURATOR = as(AccountRole.CURATOR);
    private static final String STAY = "{\"institution\":\"us-university\",\"role\":\"postdoc\",\"start\":\"2019\"}";

    private final RunningServer server = RunningServer.withAccounts();

    @Test
    void an_event_is_undone_by_its_position_under_the_version_of_its_subject() {
        String person = register("Undo One");
        long stay =
                json(post(person + "/affiliations", STAY, "0")).get("position").asLong();
        String undo = "/api/v1/events/" + stay + "/undo";

        assertThat(server.post(undo, "{\"reason\":\"another person\"}", CURATOR).statusCode())
                .isEqualTo(428);
        var done = post(undo, "{\"reason\":\"another person\"}", "1");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        var spells = server.get(
                person + "/spells?knownAt=position:"
                        + json(done).get("position").asLong(),
                CURATOR);
        assertThat(json(spells).get("items").size()).isZero();
    }

    @Test
    void what_others_need_is_answered_with_what_stands_in_the_way_and_a_plan_that_can_be_carried_out() {
        String person = register("Undo Two");
        var stay = json(post(person + "/affiliations", STAY, "0"));
        long first = stay.get("position").asLong();
        String spell = stay.at("/events/0/data/spell").asString();
        long second = json(post("/api/v1/spells/" + spell + "/end", "{\"end\":\"2021\"}", "1"))
                .get("position")
                .asLong();

        var refused = post("/api/v1/events/" + first + "/undo", "{\"reason\":\"another person\"}", "2");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).get("code").asString()).isEqualTo("stands-in-the-way");
        assertThat(json(refused).get("inTheWay").get(0).get("position").asLong())
                .isEqualTo(second);
        assertThat(json(refused).get("plan").valueStream().map(JsonNode::asLong))
                .containsExactly(second, first);

        var done = server.post(
                "/api/v1/events/undo",
                "{\"positions\":" + json(refused).get("plan") + ",\"reason\":\"another person\"}",
                CURATOR);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        assertThat(json(done).get("positions").size()).isEqualTo(2);
    }

    @Test
    void a_merge_answers_which_cohorts_count_one_less_and_the_person_who_went_names_who_stays() {
        String gone = register("Merged Away");
        String stays = register("Merged Into");
        String id = stays.substring(stays.lastIndexOf('/') + 1);
        var merged = post(gone + "/merges", "{\"into\":\"" + id + "\",\"reason\":\"same page\"}", "0");
        assertThat(merged.statusCode()).as(merged.body()).isEqualTo(200);
        assertThat(json(merged).get("cohorts").size()).isZero();
        var itself = post("/api/v1/researchers/ada/merges", "{\"into\":\"ada\",\"reason\":\"trial\"}", "2");
        assertThat(json(itself).at("/errors/0/pointer").asString()).isEqualTo("/into");
        var alike = post("/api/v1/researchers/ada/distinctions", "{\"other\":\"ada\"}", "2");
        assertThat(json(alike).at("/errors/0/pointer").asString()).isEqualTo("/other");
        for (String path : new String[] {"/api/v1/events/1/approve", "/api/v1/imports/import-1/undo"}) {
            assertThat(json(post(path, "{\"raeson\":\"trial\"}", "2"))
                            .at("/errors/0/pointer")
                            .asString())
                    .isEqualTo("/raeson");
        }
        var dry = post("/api/v1/researchers/ada/merges?dryRun=true", "{\"into\":\"bai\",\"reason\":\"trial\"}", "2");
        assertThat(json(dry).get("cohorts").valueStream().map(JsonNode::asString))
                .containsExactly("three");

        var read = json(server.get(gone + "?knownAt=position:" + json(merged).get("position"), CURATOR));
        assertThat(read.get("mergedInto").asString()).isEqualTo(id);
        var late = post(gone + "/affiliations", STAY, "1");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(json(late).get("detail").asString()).contains("counts as " + id);

        assertThat(post(gone + "/unmerges", "{\"reason\":\"two pages\"}", "1").statusCode())
                .isEqualTo(200);
        assertThat(post(gone + "/distinctions", "{\"other\":\"" + id + "\"}", "2")
                        .statusCode())
                .isEqualTo(200);
        var again = post(gone + "/merges", "{\"into\":\"" + id + "\",\"reason\":\"same page\"}", "3");
        assertThat(json(again).get("rule").asString()).isEqualTo("DISTINCT_PERSONS");
    }

    @Test
    void what_was_marked_for_review_is_listed_until_somebody_else_rejects_and_undoes_it() {
        String person = register("Under Review");
        var stay = json(post(person + "/affiliations?review=true", STAY, "0"));
        long position = stay.get("positions").get(0).asLong();
        assertThat(awaiting()).contains(position);
        String reject = "/api/v1/events/" + position + "/reject";
        var own = post(reject, "{\"reason\":\"not on the page\"}", "2");
        assertThat(json(own).get("rule").asString()).isEqualTo("REVIEW_BY_AUTHOR");

        var other = server.post(
                reject,
                "{\"reason\":\"not on the page\"}",
                as(AccountRole.ADMIN).andThen(request -> request.header("If-Match", "\"2\"")));
        assertThat(other.statusCode()).as(other.body()).isEqualTo(200);
        assertThat(awaiting()).doesNotContain(position);
    }

    private List<Long> awaiting() {
        return json(server.get("/api/v1/reviews", CURATOR))
                .get("items")
                .valueStream()
                .map(event -> event.get("position").asLong())
                .toList();
    }

    private String register(String name) {
        return server.post("/api/v1/researchers", "{\"names\":{\"Latn\":\"" + name + "\"}}", CURATOR)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private HttpResponse<String> post(String path, String body, String version) {
        return server.post(path, body, CURATOR.andThen(request -> request.header("If-Match", "\"" + version + "\"")));
    }

    private static JsonNode json(HttpResponse<String> response) {
        return new JsonMapper().readTree(response.body());
    }
}
