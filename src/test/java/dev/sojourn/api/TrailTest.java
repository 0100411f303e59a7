package dev.sojourn.api;

import static dev.sojourn.RunningServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.RunningServer;
import dev.sojourn.access.AccountRole;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("What was recorded, over HTTP,")
class TrailTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final RunningServer server = RunningServer.open();
    private final RunningServer real = RunningServer.withAccounts();

    @Test
    void is_told_of_a_person_line_by_line() {
        var history = json("/api/v1/researchers/chi/history?recordedFrom=2024-01-12");

        assertThat(history.get("of").asString()).isEqualTo("researcher:chi");
        assertThat(history.get("items").get(1).toString()).isEqualTo("""
                        {"position":17,"recorded":"2024-01-17T09:30:00.000Z","type":"AffiliationEnded",\
                        "subject":{"kind":"researcher","id":"chi","name":"chi test"},\
                        "what":"Stay ended in 2022: Lakeside University, faculty, from 2018","actor":"tester",\
                        "reason":null,"evidence":[],"import":null,"undoes":null,"undoneBy":null,"erased":false}""");
        assertThat(history.get("items").size()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /institutions/cn-company/history                    | 2
            /cohorts/three/history                              | 14, 15
            /releases/first/history                             | 16
            /actors/tester/history?type=ReleasePublished        | 16
            /actors/nobody/history                              | ''
            /imports/none/history                               | ''
            /history?kind=cohort&order=newest                   | 15, 14
            /history?fromPosition=3&toPosition=4                | 3, 4
            /history?recordedFrom=2024-01-15T09:30:00Z&recordedTo=2024-01-16 | 15, 16
            /researchers/chi/history?knownAt=position:11        | 10, 11
            """)
    void is_told_of_anything_and_by_anybody(String path, String positions) {
        assertThat(json("/api/v1" + path)
                        .get("items")
                        .valueStream()
                        .map(line -> line.get("position").toString())
                        .toList())
                .isEqualTo(positions.isEmpty() ? List.of() : List.of(positions.split(", ", -1)));
    }

    @Test
    void comes_in_parts_that_keep_the_position_they_began_at() {
        var first = json("/api/v1/history?limit=2&order=newest&knownAt=position:9");
        var second = json("/api/v1/history?limit=2&order=newest&after="
                + first.get("next").asString());

        assertThat(first.get("items").get(0).get("position").asInt()).isEqualTo(9);
        assertThat(second.get("items").get(0).get("position").asInt()).isEqualTo(7);
        assertThat(second.get("knownAt").get("position").asInt()).isEqualTo(9);
    }

    @Test
    void is_a_table_whose_cells_no_spreadsheet_takes_for_a_formula() {
        assertThat(server.get("/api/v1/institutions/cn-company/history.csv").body())
                .isEqualTo("""
                        position,recorded,actor,subject,name,event,what,reason,evidence,import,undoes,undoneBy\r
                        2,2024-01-02T09:30:00.000Z,tester,institution:cn-company,'=Moon Works,InstitutionRegistered,\
                        "Entered the ledger: =Moon Works, company, headquarters CN",,,,,\r
                        """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /researchers/nobody/history        | 404
            /history?type=Nonsense             | 400
            /history?kind=planet               | 400
            /history?order=best                | 400
            /history?recordedFrom=yesterday    | 400
            /history?fromPosition=minus        | 400
            /events/18                         | 404
            /events/17?figures=perhaps         | 400
            /events?after=-1                   | 400
            """)
    void is_refused_where_the_question_is_none(String path, int status) {
        assertThat(server.get("/api/v1" + path).statusCode()).isEqualTo(status);
    }

    @Test
    void is_shown_of_one_event_with_its_place_in_the_chain_its_command_and_how_it_is_stored() {
        var event = json("/api/v1/events/17?figures=true");

        assertThat(event.get("hashBefore").asString())
                .isEqualTo(json("/api/v1/events/16").get("hash").asString())
                .hasSize(64);
        assertThat(json("/api/v1/events/1").get("hashBefore").asString()).isEmpty();
        assertThat(event.get("command").toString()).isEqualTo("{\"id\":\"c-16\",\"positions\":[17]}");
        assertThat(event.get("event").get("type").asString()).isEqualTo("AffiliationEnded");
        assertThat(event.get("line").get("what").asString()).startsWith("Stay ended in 2022");
        assertThat(event.get("stored").get("metadata").asString())
                .isEqualTo("{\"actor\":\"tester\",\"commandId\":\"c-16\"}");
        assertThat(event.get("stored").get("payload").asString()).startsWith("{\"researcher\":\"chi\"");
        // The figures of the program ask about a cohort that this ledger does not have.
        assertThat(event.get("figures").size()).isZero();
    }

    @Test
    void is_compared_between_two_moments_with_the_cause_of_each_difference() {
        var diff = json("/api/v1/researchers/chi/diff?knownAt=position:16&asOf=2023");

        assertThat(diff.get("first").toString())
                .isEqualTo("{\"knownAt\":{\"position\":16,\"recorded\":\"2024-01-16T09:30:00.000Z\"},"
                        + "\"asOf\":\"2023-12-31\"}");
        assertThat(told(diff))
                .containsExactly(
                        "spell chi-1 ended: end null -> 2022 because of 17",
                        "state country changed: value US -> null because of 17",
                        "state founder changed: value false -> null because of 17",
                        "state institution changed: value us-university -> null because of 17",
                        "state leadership changed: value false -> null because of 17",
                        "state parent changed: value us-university -> null because of 17",
                        "state region changed: value north-america -> null because of 17",
                        "state role changed: value FACULTY -> null because of 17",
                        "state sector changed: value UNIVERSITY -> null because of 17",
                        "state site changed: value US -> null because of 17",
                        "state spell changed: value chi-1 -> null because of 17",
                        "state state changed: value observed -> unobserved because of 17");
        assertThat(diff.get("items").get(0).get("causes").get(0).get("what").asString())
                .isEqualTo("Stay ended in 2022: Lakeside University, faculty, from 2018");
    }

    @Test
    void is_compared_between_two_days_and_says_that_the_world_went_on() {
        var diff = json("/api/v1/researchers/bai/diff?asOf=2019&asOf2=2022");

        // Both known all along: the stay at the university until 2021, and the one at the company from then on.
        assertThat(told(diff))
                .contains("state country changed: value US -> CN because of 9, 13")
                .noneMatch(line -> line.startsWith("spell"));
        assertThat(diff.get("items").valueStream())
                .allMatch(item -> item.get("world").asBoolean());
        assertThat(json("/api/v1/researchers/bai/diff?asOf=2019&asOf2=2020")
                        .get("items")
                        .size())
                .isZero();
        assertThat(server.get("/api/v1/researchers/bai/diff").statusCode()).isEqualTo(400);
        assertThat(server.get("/api/v1/researchers/nobody/diff?asOf=2019&asOf2=2022")
                        .statusCode())
                .isEqualTo(404);
    }

    private static List<String> told(JsonNode diff) {
        return diff.get("items")
                .valueStream()
                .map(item -> {
                    var field = item.get("fields").get(0);
                    return item.get("what").asString() + " " + item.get("id").asString() + " "
                            + item.get("change").asString() + ": "
                            + field.get("field").asString() + " "
                            + field.get("before").asString("null") + " -> "
                            + field.get("after").asString("null") + " because of "
                            + item.get("causes")
                                    .valueStream()
                                    .map(cause -> cause.get("position").toString())
                                    .collect(Collectors.joining(", "));
                })
                .toList();
    }

    @Test
    void through_the_whole_ledger_names_actors_and_people_to_auditors_and_administrators_only() {
        for (var role : AccountRole.values()) {
            boolean auditor = role == AccountRole.AUDITOR || role == AccountRole.ADMIN;
            var log = real.get("/api/v1/events?limit=4", as(role)).body();
            var one = real.get("/api/v1/events/4", as(role)).body();

            assertThat(log.contains("\"actor\"")).as(role.name()).isEqualTo(auditor);
            assertThat(log.contains("ada test")).as(role.name()).isEqualTo(auditor);
            assertThat(one.contains("\"stored\"")).as(role.name()).isEqualTo(auditor);
            for (String path : List.of("/history", "/history.csv?purpose=a%20test", "/imports/x/history")) {
                assertThat(real.get("/api/v1" + path, as(role)).statusCode())
                        .as(role + path)
                        .isEqualTo(auditor ? 200 : 403);
            }
            assertThat(real.get("/api/v1/actors/tester/history", as(role)).statusCode())
                    .as(role.name())
                    .isEqualTo(auditor ? 200 : 403);
            assertThat(real.get("/api/v1/researchers/ada/history", as(role)).body())
                    .contains("\"actor\":\"tester\"");
        }
        assertThat(real.get("/api/v1/actors/curator/history", as(AccountRole.CURATOR))
                        .statusCode())
                .as("one's own")
                .isEqualTo(200);
    }

    private JsonNode json(String path) {
        var response = server.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }
}
