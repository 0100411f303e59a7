package dev.sojourn.api;

import static dev.sojourn.RunningServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.RunningServer;
import dev.sojourn.access.AccountRole;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** All dry runs on ada of {@link dev.sojourn.SmallLedger}, whose three events make version 2. */
@DisplayName("If-Match")
class IfMatchTest {
    private final RunningServer server = RunningServer.withAccounts();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "2"             | 200
            2               | 200
            *               | 200
            "1", "2"        | 200
            "7","2" , W/"1" | 200
            "1"             | 412
            "1", "3"        | 412
            W/"2"           | 412
            ""              | 400
            "x"             | 400
            "2",            | 400
            *, "2"          | 400
            """)
    void is_read_as_the_standard_has_it(String tags, int status) {
        assertThat(search(tags).statusCode()).as(search(tags).body()).isEqualTo(status);
    }

    @Test
    void that_does_not_match_is_answered_with_the_events_since_the_latest_version_named() {
        var problem = new JsonMapper().readTree(search("\"0\", \"1\"").body());

        assertThat(problem.get("code").asString()).isEqualTo("stale-version");
        assertThat(problem.get("changes").size()).isEqualTo(1);
        assertThat(problem.get("changes").get(0).get("sequence").asInt()).isEqualTo(2);
        assertThat(problem.get("detail").asString()).contains("you know version 1", "it is at 2", "send \"2\"");
    }

    @Test
    void of_a_weak_tag_is_told_what_to_send() {
        var problem = new JsonMapper().readTree(search("W/\"2\"").body());

        assertThat(problem.get("detail").asString()).contains("no weak tags; send \"2\"");
        assertThat(problem.get("changes").size()).isZero();
    }

    @Test
    void for_whatever_there_is_needs_something_to_be_there() {
        var nobody = server.post("/api/v1/researchers/nobody/searches", "{\"searchedOn\":\"2024-01-01\"}", request -> {
            as(AccountRole.CURATOR).accept(request);
            request.header("If-Match", "*");
        });

        assertThat(nobody.statusCode()).as(nobody.body()).isEqualTo(404);
    }

    private HttpResponse<String> search(String tags) {
        return server.post(
                "/api/v1/researchers/ada/searches?dryRun=true", "{\"searchedOn\":\"2024-01-01\"}", request -> {
                    as(AccountRole.CURATOR).accept(request);
                    request.header("If-Match", tags);
                });
    }
}
