package dev.sojourn.api;

import static dev.sojourn.RunningServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.RunningServer;
import dev.sojourn.access.AccessMode;
import dev.sojourn.access.AccountRole;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Under {@code seen-lately} none of the three counts as observed at the end of 2021, so all three are in another cell than
 * under the standard rules, until chi is confirmed for 2021.
 */
@DisplayName("The people of a comparison come in pages")
class ComparePagesTest {
    private static final String COMPARE = "/api/v1/cohorts/three/compare";
    private static final String QUESTION = "?analysis=retention&held=country:US&from=2019&to=2021&rules2=seen-lately";

    private final RunningServer server = RunningServer.own(AccessMode.ACCOUNTS);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void that_go_on_between_the_moments_at_which_the_first_was_answered() {
        var response = get(COMPARE + QUESTION + "&limit=2&knownAt2=now");
        var first = json(response);
        assertThat(people(first)).containsExactly("ada", "bai");
        assertThat(first.get("changed").asInt()).isEqualTo(3);
        assertThat(first.get("counts").toString()).contains("{\"cell\":\"unobserved\",\"before\":0,\"after\":3");

        confirmChi();

        assertThat(people(json(get(COMPARE + QUESTION)))).containsExactly("ada", "bai");
        String link = response.headers().firstValue("Link").orElseThrow();
        var second = json(get(link.substring(1, link.indexOf('>'))));
        assertThat(people(second)).containsExactly("chi");
        assertThat(second.get("changed").asInt()).isEqualTo(3);
        assertThat(second.get("sentences")).isEqualTo(first.get("sentences"));
        assertThat(second.get("knownAt")).isEqualTo(first.get("knownAt"));
        assertThat(second.get("knownAt2")).isEqualTo(first.get("knownAt2"));
        assertThat(second.has("next")).isFalse();
    }

    private void confirmChi() {
        var done = server.post(
                "/api/v1/researchers/chi/confirmations",
                "{\"spell\":\"chi-1\",\"observedOn\":\"2021-06-01\"}",
                as(AccountRole.CURATOR).andThen(request -> request.header("If-Match", "\"3\"")));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    }

    @Test
    void as_a_table_too() {
        var response = get(COMPARE + ".csv" + QUESTION + "&limit=2");
        assertThat(response.body().lines().map(row -> row.split(",", -1)[0]))
                .containsExactly("researcher", "ada", "bai");
        String link = response.headers().firstValue("Link").orElseThrow();
        assertThat(get(link.substring(1, link.indexOf('>'))).body().lines().map(row -> row.split(",", -1)[0]))
                .containsExactly("researcher", "chi");
    }

    @Test
    void and_refuse_a_cursor_of_another_list() {
        var state = json(get("/api/v1/cohorts/three/state?asOf=2019&limit=1"));
        for (String cursor : List.of("nonsense", state.get("next").asString())) {
            var refused = get(COMPARE + QUESTION + "&after=" + cursor);
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
            assertThat(json(refused).get("code").asString()).isEqualTo("invalid-parameter");
        }
    }

    private HttpResponse<String> get(String path) {
        return server.get(path, as(AccountRole.CURATOR));
    }

    private static List<String> people(JsonNode answer) {
        return answer.get("people")
                .valueStream()
                .map(person -> person.get("researcher").asString())
                .toList();
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }
}
