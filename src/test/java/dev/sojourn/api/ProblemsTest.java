package dev.sojourn.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.RunningServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("A problem")
class ProblemsTest {
    private final RunningServer server = RunningServer.open();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /cohorts/three/retention?held=country:US&from=2019&to=2025&knowAt=2024 | 400 | unknown-parameter | knowAt
                    /cohorts/three/retention?held=country:US&from=2019                     | 400 | missing-parameter | to
                    /cohorts/three/retention?held=country:XX&from=2019&to=2025             | 400 | invalid-parameter | held
                    /cohorts/three/retention?held=country:US&from=2019-13&to=2025          | 400 | invalid-parameter | from
                    /cohorts/three/retention?held=country:US&from=2019&to=2025&phd=no      | 400 | invalid-parameter | phd
                    /cohorts/three/state?asOf=2019&limit=0                                 | 400 | invalid-parameter | limit
                    /cohorts/three/state?asOf=2019&limit=ten                               | 400 | invalid-parameter | limit
                    /cohorts/three/state?asOf=2019&asOf=2020                               | 400 | invalid-parameter | asOf
                    /cohorts/three/state?asOf=2019&knownAt=position:18                     | 400 | invalid-parameter | knownAt
                    /cohorts/three/state?asOf=2019&knownAt=release:none                    | 400 | invalid-parameter | knownAt
                    /cohorts/three/state?asOf=2019&after=x                                 | 400 | invalid-parameter | after
                    /cohorts/three/composition?asOf=2019&by=colour                         | 400 | invalid-parameter | by
                    /events/zero                                                           | 400 | invalid-parameter | position
                    """)
    void names_the_parameter_that_is_to_blame(String path, int status, String code, String parameter) {
        var response = server.get("/api/v1" + path);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        var problem = new JsonMapper().readTree(response.body());
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("errors").get(0).get("parameter").asString()).isEqualTo(parameter);
        assertThat(problem.get("detail").asString()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /researchers/nobody                                        | 404 | not-in-ledger
                    /cohorts/none/state?asOf=2019                              | 404 | not-in-ledger
                    /cohorts/three/composition?asOf=2019&by=group              | 400 | invalid-question
                    /cohorts/three/flows?from=2025&to=2019&by=country          | 400 | invalid-question
                    /cohorts/three/state?asOf=2019&where=region:atlantis       | 400 | invalid-question
                    /cohorts/three/flows/yearly?from=2019&to=9999&by=country   | 400 | invalid-question
                    /institutions/none                                         | 404 | not-in-ledger
                    /events/18                                                 | 404 | not-in-ledger
                    /releases/none                                             | 404 | not-in-ledger
                    /nothing                                                   | 404 | not-found
                    """)
    void has_a_stable_code(String path, int status, String code) {
        var response = server.get("/api/v1" + path);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(new JsonMapper().readTree(response.body()).get("code").asString())
                .isEqualTo(code);
    }

    @Test
    void is_a_problem_document_even_for_those_who_asked_for_csv() {
        var response = server.get("/api/v1/cohorts/three/composition.csv?asOf=2019");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void never_shows_what_is_inside() {
        String body = server.get("/api/v1/cohorts/three/state?asOf=").body();

        assertThat(body).contains("invalid-parameter").doesNotContain("Exception", "dev.sojourn", "select ");
    }
}
