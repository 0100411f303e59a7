package dev.sojourn.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.RunningServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Expected values are worked out from what {@link dev.sojourn.SmallLedger} says of its three people. */
@DisplayName("Answers side by side")
class SideBySideOverHttpTest {
    private static final String QUESTION = "held=country:US&from=2019&to=2021";
    private static final String COHORT = "/api/v1/cohorts/three/";

    private final RunningServer server = RunningServer.open();

    /** Nothing showed any stay to be true in the 24 months before the end of 2021, so under the other nobody is observed. */
    @Test
    void are_each_what_the_question_alone_answers_with_differences_and_people() {
        var answer = json(COHORT + "side-by-side?analysis=retention&" + QUESTION + "&rules=standard,seen-lately");
        assertThat(answer.get("sides")).hasSize(2);
        for (var side : answer.get("sides")) {
            assertThat(side.get("answer")).isEqualTo(json(side.get("call").asString()));
        }
        assertThat(answer.get("cells").toString()).isEqualTo("""
                        [{"cell":"destination:CN","counts":[1,0],"differences":[0,-1]},\
                        {"cell":"retained","counts":[2,0],"differences":[0,-2]},\
                        {"cell":"unobserved","counts":[0,3],"differences":[0,3]}]""");
        assertThat(answer.get("people").toString()).isEqualTo("""
                        [{"researcher":"ada","name":"ada test","cells":["retained","unobserved"]},\
                        {"researcher":"bai","name":"bai test","cells":["destination:CN","unobserved"]},\
                        {"researcher":"chi","name":"chi test","cells":["retained","unobserved"]}]""");
        assertThat(server.get(COHORT + "side-by-side.csv?analysis=retention&" + QUESTION
                                + "&rules=standard,seen-lately")
                        .body())
                .isEqualToNormalizingNewlines("""
                        cell,standard,seen-lately,seen-lately less standard
                        destination:CN,1,0,-1
                        retained,2,0,-2
                        unobserved,0,3,3
                        """);
    }

    @Test
    void hold_single_rules_under_all_sets() {
        var sides = json(COHORT + "side-by-side?analysis=composition&asOf=2019&by=country&rules=workplace,headquarters"
                        + "&phd=out")
                .get("sides");
        assertThat(sides.valueStream()
                        .map(side -> side.get("answer").get("rules").toString()))
                .allMatch(rules -> rules.contains("\"overridden\":[\"phd\"]") && rules.contains("\"phd\":\"out\""))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"workplace", "'workplace,workplace'", "'a,b,c,d,e,f,g'", "'workplace,nowhere'"})
    void are_of_two_to_six_rule_sets(String rules) {
        var response = server.get(COHORT + "side-by-side?analysis=retention&" + QUESTION + "&rules=" + rules);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.body()).contains("rules");
    }

    /** Two of three stayed, and the same of everyone, who are the same three. */
    @Test
    void tell_shares_of_two_samples_with_their_intervals_and_what_differs() {
        var answer =
                json(COHORT + "shares?analysis=retention&" + QUESTION + "&cohort2=everyone&value=retained&to2=2020");
        assertThat(answer.get("first").get("count").asInt()).isEqualTo(2);
        assertThat(answer.get("first").get("base").asInt()).isEqualTo(3);
        assertThat(answer.get("second").get("count").asInt()).isEqualTo(3); // bai leaves in 2021
        assertThat(answer.get("difference").decimalValue()).isEqualByComparingTo("-0.3333");
        assertThat(answer.get("first").get("interval").get("method").asString()).isEqualTo("wilson");
        // Wilson: 2 of 3 [0.2077, 0.9385], 3 of 3 [0.4385, 1]; below sqrt(.4590^2 + 0) = .4590, above
        // sqrt(.2718^2 + .5615^2) = .6239
        assertThat(answer.get("interval").toString())
                .isEqualTo("{\"method\":\"newcombe\",\"level\":0.95,\"low\":-0.7923,\"high\":0.2905}");
        assertThat(answer.get("shared").asInt()).isEqualTo(3);
        assertThat(answer.get("warnings").valueStream().map(JsonNode::asString))
                .containsExactly(
                        "one of them is everyone in the ledger, which is no sample",
                        "to differs: 2021 / 2020",
                        "3 people are in both: the interval of the difference takes them for independent");
    }

    @Test
    void refuse_a_retention_across_two_cohorts_and_say_what_to_ask() {
        for (String path : new String[] {
            COHORT + "retention?" + QUESTION + "&cohort2=everyone",
            "/api/v1/cohorts/three,everyone/retention?" + QUESTION,
            COHORT + "compare?analysis=retention&" + QUESTION + "&cohort2=everyone"
        }) {
            var response = server.get(path);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
            var problem = new JsonMapper().readTree(response.body());
            assertThat(problem.get("code").asString()).isEqualTo("two-cohorts");
            assertThat(problem.get("detail").asString())
                    .contains("nobody can be retained in a sample that they were never in", "/shares?cohort2=");
        }
    }

    @ParameterizedTest
    @CsvSource({"base", "unknown", "series"})
    void tell_shares_of_nothing_but_shares(String value) {
        var response =
                server.get(COHORT + "shares?analysis=retention&" + QUESTION + "&cohort2=everyone&value=" + value);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("is no share");
    }

    /** Before the last event chi was still believed to be there in 2025; who is in the base did not change. */
    @Test
    void keep_a_base_as_it_was_known_and_tell_it_beside_the_one_known_now() {
        var answer = json(COHORT + "retention/frozen?held=country:US&from=2019&to=2025&members=position:16");
        assertThat(answer.get("members").get("position").asInt()).isEqualTo(16);
        assertThat(answer.get("frozen").get("base").asInt()).isEqualTo(3);
        assertThat(answer.get("frozen").get("retained").asInt()).isEqualTo(1);
        assertThat(answer.get("rederived")).isEqualTo(json(COHORT + "retention?held=country:US&from=2019&to=2025"));
        assertThat(answer.get("left")).isEmpty();
        assertThat(server.get(COHORT + "retention/frozen?held=country:US&from=2019&to=2025")
                        .body())
                .contains("missing-parameter", "members");
    }

    private JsonNode json(String path) {
        var response = server.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new JsonMapper().readTree(response.body());
    }
}
