package dev.sojourn.api;

import static dev.sojourn.RunningServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.RunningServer;
import dev.sojourn.access.AccountRole;
import java.net.http.HttpRequest;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("Claims, over HTTP,")
class ClaimsOverHttpTest {
    private static final JsonMapper JSON = new JsonMapper();

    /** Of three, two are still there at the end of 2021. */
    private static final String CLAIMS = """
            claims:
              - says: Two of three stayed, 67 %.
                share: 67 %
                question: {analysis: retention, cohort: three, held: "country:US", from: 2019, to: 2021}
                read: retained
              - says: All 3 stayed.
                count: 3
                question: {analysis: retention, cohort: three, held: "country:US", from: 2019, to: 2021}
                read: retained
            """;

    private final RunningServer server = RunningServer.withAccounts();

    private static Consumer<HttpRequest.Builder> yaml() {
        return as(AccountRole.VIEWER).andThen(request -> request.setHeader("Content-Type", "application/yaml"));
    }

    @Test
    void are_checked_by_any_reader_in_yaml() {
        var response = server.post("/api/v1/claims/check", CLAIMS, yaml());

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        var answer = JSON.readTree(response.body());
        assertThat(answer.get("passed").asInt()).isEqualTo(1);
        var wrong = answer.get("items").get(1);
        assertThat(wrong.get("verdict").asString()).isEqualTo("fail");
        assertThat(wrong.get("suggestion").asString()).isEqualTo("All 2 stayed.");
        assertThat(wrong.get("bases").get(0).get("call").asString())
                .isEqualTo("/api/v1/cohorts/three/retention?from=2019&held=country:US&to=2021");
    }

    @Test
    void come_as_a_table() {
        var response = server.post("/api/v1/claims/check.csv", CLAIMS, yaml());

        assertThat(response.body()).startsWith("verdict,claim,claimed,right,exact,");
        assertThat(response.body().lines().skip(1)).anyMatch(line -> line.startsWith("pass,claim-1,67 %,67 %,2/3,"));
    }

    @Test
    void are_refused_with_line_and_field_if_they_cannot_be_read() {
        var unknown = server.post("/api/v1/claims/check", CLAIMS.replace("count: 3", "cuont: 3"), yaml());
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("invalid-body", "the body, line 6, claim 2, field cuont: unknown");

        var broken = server.post("/api/v1/claims/check", "{\"claims\": [", as(AccountRole.VIEWER));
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(broken.body()).contains("is no YAML");

        assertThat(server.post("/api/v1/claims/check", "", as(AccountRole.VIEWER))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void are_not_checked_for_those_who_may_not_read() {
        assertThat(server.post("/api/v1/claims/check", CLAIMS, request -> {}).statusCode())
                .isEqualTo(401);
    }
}
