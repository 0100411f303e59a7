package dev.sojourn.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.RunningServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("Rule sets over HTTP")
class RulesOverHttpTest {
    private static final String RETENTION = "/api/v1/cohorts/three/retention?held=country:US&from=2019&to=2021";

    private final RunningServer server = RunningServer.open();

    @Test
    void are_listed_with_all_that_each_comes_to() {
        var items = json("/api/v1/rules").get("items");
        assertThat(items.valueStream().map(item -> item.get("name").asString()))
                .startsWith("standard", "headquarters", "workplace", "without-phd");
        assertThat(items.get(2).toString())
                .isEqualTo("{\"name\":\"workplace\",\"title\":\"People count where they work\",\"place\":\"site\","
                        + "\"phd\":\"in\",\"maxAge\":null,\"carried\":\"count\",\"reviewed\":\"all\","
                        + "\"regions\":\"reference-1\"}");
        assertThat(json("/api/v1/regions").get("items").valueStream().map(map -> map.get("version")
                        .asString()))
                .containsExactly("reference-1", "europe-with-uk-1");
    }

    @Test
    void are_named_by_a_question_and_told_in_its_answer_with_what_overrides_them() {
        var answer = json(RETENTION + "&rules=seen-lately&phd=out");
        assertThat(answer.get("rules").toString())
                .isEqualTo("{\"name\":\"seen-lately\",\"overridden\":[\"phd\"],\"place\":\"country\",\"phd\":\"out\","
                        + "\"maxAge\":\"P24M\",\"carried\":\"unobserved\",\"reviewed\":\"all\","
                        + "\"regions\":\"reference-1\"}");
        var spelledOut = json(RETENTION + "&maxAge=P24M&carried=unobserved&phd=out");
        assertThat(answer.get("base")).isEqualTo(spelledOut.get("base"));
        assertThat(answer.get("series")).isEqualTo(spelledOut.get("series"));
    }

    @ParameterizedTest
    @CsvSource({
        "/state?asOf=2019",
        "/composition?asOf=2019&by=country",
        "/retention?held=country:US&from=2019&to=2021",
        "/flows?from=2019&to=2021&by=country",
        "/flows/yearly?from=2019&to=2021&by=country",
        "/survival?held=country:US&from=2019",
        "'/paths?days=2019,2021&by=country'",
        "/moves?from=2019&to=2021&by=country"
    })
    void are_taken_by_every_analysis(String question) {
        var rules = json("/api/v1/cohorts/three" + question + "&rules=workplace&regions=europe-with-uk-1")
                .get("rules");
        assertThat(rules.get("name").asString()).isEqualTo("workplace");
        assertThat(rules.get("place").asString()).isEqualTo("site");
        assertThat(rules.get("regions").asString()).isEqualTo("europe-with-uk-1");
        assertThat(rules.get("overridden").toString()).isEqualTo("[\"regions\"]");
    }

    @Test
    void are_taken_by_why_compare_and_worklists() {
        // nobody was seen in the 24 months before: all three are carried forward, and unobserved under seen-lately
        String question = "?analysis=composition&asOf=2019&by=country";
        assertThat(json("/api/v1/cohorts/three/why" + question + "&rules=seen-lately&cell=unobserved")
                        .get("count")
                        .asInt())
                .isEqualTo(json("/api/v1/cohorts/three/composition?asOf=2019&by=country&rules=seen-lately")
                        .get("unobserved")
                        .asInt());
        var compared = json("/api/v1/cohorts/three/compare" + question + "&place=site&rules2=seen-lately");
        assertThat(compared.get("people").valueStream().map(change -> change.get("cause")
                        .asString()))
                .allMatch("rules"::equals);
        assertThat(json("/api/v1/worklists/unconfirmed?cohort=three&asOf=2019&rules=without-phd")
                        .get("items"))
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "rules=nowhere, rules, there are no rules \"nowhere\"",
        "'rules=workplace,headquarters', rules, one set of rules is asked for here",
        "rules=workplace&rules=headquarters, rules, rules is given more than once",
        "regions=reference-2, regions, there is no region map \"reference-2\"",
        "rules=workplace&place=moon, place, 'place is country or site, not \"moon\"'"
    })
    void are_refused_with_the_name_of_the_parameter(String given, String parameter, String complaint) {
        for (String question : new String[] {RETENTION, "/api/v1/worklists/unconfirmed?cohort=three"}) {
            if (question.startsWith("/api/v1/worklists") && !given.matches("rules=[a-z]+")) {
                continue; // these take the name of one set alone
            }
            var response = server.get(question + "&" + given);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
            var problem = new JsonMapper().readTree(response.body());
            assertThat(problem.get("code").asString()).isEqualTo("invalid-parameter");
            assertThat(problem.get("errors").get(0).get("parameter").asString()).isEqualTo(parameter);
            assertThat(problem.get("detail").asString()).contains(complaint);
        }
    }

    private JsonNode json(String path) {
        var response = server.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new JsonMapper().readTree(response.body());
    }
}
