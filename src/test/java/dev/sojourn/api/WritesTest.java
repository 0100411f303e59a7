package dev.sojourn.api;

import static dev.sojourn.RunningServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.RunningServer;
import dev.sojourn.access.AccountRole;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("A write over HTTP")
class WritesTest {
    private static final Consumer<HttpRequest.Builder> CURATOR = as(AccountRole.CURATOR);
    private static final String STAY =
            "{\"institution\":\"us-university\",\"role\":\"postdoc\",\"start\":\"2019\",\"observedOn\":\"2019-12-01\"}";

    private final RunningServer server = RunningServer.withAccounts();

    @Test
    void registers_a_person_records_a_stay_and_then_a_move_which_reads_see_at_once() {
        String person = server.post("/api/v1/researchers", "{\"names\":{\"Latn\":\"Dao Test\"}}", CURATOR)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        var stay = server.post(person + "/affiliations", STAY, CURATOR.andThen(ifMatch("\"0\"")));
        assertThat(stay.statusCode()).as(stay.body()).isEqualTo(200);
        assertThat(stay.headers().firstValue("ETag")).contains("\"1\"");
        String spell = json(stay).at("/events/0/data/spell").asString();

        var move = server.post(
                person + "/moves",
                "{\"from\":\"" + spell
                        + "\",\"to\":{\"institution\":\"cn-company\",\"role\":\"ENGINEER\",\"start\":\"2021-05\"}}",
                CURATOR.andThen(ifMatch("\"1\"")));
        assertThat(move.statusCode()).as(move.body()).isEqualTo(200);

        long position = json(move).get("position").asLong();
        var spells = json(server.get(person + "/spells?knownAt=position:" + position, CURATOR));
        assertThat(spells.get("items")
                        .valueStream()
                        .map(item -> item.get("institution").asString() + " "
                                + item.get("start").asString() + " to "
                                + item.get("end").asString("")))
                .containsExactlyInAnyOrder("us-university 2019 to 2021-05", "cn-company 2021-05 to ");
    }

    @Test
    void on_something_that_exists_needs_its_version_and_refuses_a_stale_one() {
        String person = register("{\"names\":{\"Latn\":\"Eve Test\"}}", request -> {});
        var without = server.post(person + "/affiliations", STAY, CURATOR);
        var stale = server.post(person + "/affiliations", STAY, CURATOR.andThen(ifMatch("\"7\"")));

        assertThat(without.statusCode()).isEqualTo(428);
        assertThat(json(without).get("code").asString()).isEqualTo("version-needed");
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(json(stale).get("code").asString()).isEqualTo("stale-version");
    }

    @Test
    void repeated_under_its_key_answers_the_same_and_records_nothing_twice() {
        Consumer<HttpRequest.Builder> key = request -> request.header("Idempotency-Key", "once-only");
        String body = "{\"names\":{\"Latn\":\"Fay Test\"}}";

        assertThat(register(body, key)).isEqualTo(register(body, key));
        var reused = server.post("/api/v1/researchers", "{\"names\":{\"Latn\":\"Gil Test\"}}", CURATOR.andThen(key));
        assertThat(reused.statusCode()).as(reused.body()).isEqualTo(422);
    }

    @Test
    void as_a_dry_run_records_nothing() {
        String query = "/api/v1/researchers?q=hal%20test";
        var dry = server.post("/api/v1/researchers?dryRun=true", "{\"names\":{\"Latn\":\"Hal Test\"}}", CURATOR);

        assertThat(dry.statusCode()).as(dry.body()).isEqualTo(200);
        assertThat(json(dry).get("events").size()).isEqualTo(1);
        assertThat(json(dry).get("positions").size()).isZero();
        assertThat(json(server.get(query, CURATOR)).get("items").size()).isZero();
    }

    @Test
    void as_a_dry_run_foresees_figures_as_a_table_too_and_otherwise_tells_positions() {
        var table = CURATOR.andThen(request -> request.header("Accept", "text/csv"));
        String body = "{\"names\":{\"Latn\":\"Lea Test\"}}";

        var dry = server.post("/api/v1/researchers?dryRun=true", body, table);
        assertThat(dry.statusCode()).as(dry.body()).isEqualTo(200);
        assertThat(dry.body().lines().findFirst()).hasValue("figure,parameters,on,number,from,to,shareFrom,shareTo");
        var done = server.post("/api/v1/researchers", body, table);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(201);
        assertThat(done.body().lines().toList().get(0)).isEqualTo("position");
        assertThat(done.body().lines().toList().get(1)).matches("\\d+");
    }

    @Test
    void that_breaks_a_rule_names_it() {
        String person = register("{\"names\":{\"Latn\":\"Ida Test\"}}", request -> {});
        var refused = server.post(
                person + "/affiliations", STAY.replace("us-university", "nowhere"), CURATOR.andThen(ifMatch("\"0\"")));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).get("rule").asString()).isEqualTo("UNKNOWN_INSTITUTION");
        assertThat(json(refused).get("code").asString()).isEqualTo("unknown-institution");
    }

    @Test
    void whose_body_is_wrong_says_where() {
        var refused =
                server.post("/api/v1/spells/chi-1/end", "{\"end\":\"2023-13\"}", CURATOR.andThen(ifMatch("\"3\"")));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).get("errors").get(0).get("pointer").asString()).isEqualTo("/end");
        assertThat(json(refused).get("detail").asString()).contains("2023-13");
    }

    @Test
    void that_comes_too_late_is_told_what_changed_meanwhile() {
        String person = register("{\"names\":{\"Latn\":\"Kim Test\"}}", request -> {});
        server.post(person + "/affiliations", STAY, CURATOR.andThen(ifMatch("\"0\"")));
        var late = server.post(person + "/affiliations", STAY, CURATOR.andThen(ifMatch("\"0\"")));

        assertThat(late.statusCode()).isEqualTo(412);
        // Event 0, which the caller knows, is not among them; event 1 is the stay above.
        assertThat(json(late)
                        .get("changes")
                        .valueStream()
                        .map(event -> event.get("type").asString() + " " + event.get("sequence")))
                .containsExactly("AffiliationRecorded 1");
    }

    @Test
    void on_nobody_finds_nothing() {
        var nobody = server.post("/api/v1/researchers/nobody/affiliations", STAY, CURATOR.andThen(ifMatch("\"0\"")));

        assertThat(nobody.statusCode()).as(nobody.body()).isEqualTo(404);
        assertThat(json(nobody).get("code").asString()).isEqualTo("not-in-ledger");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                                                          | /names                | names is needed here: by script
                    {"names":{"Latn":"A"},"nick":"B"}                           | /nick                 | there is no member "nick" here; there are names, identifiers
                    {"names":{"Latn":"A"},"Identifiers":[]}                     | /Identifiers          | write it as "identifiers"
                    {"names":{"Latn":"A"},"identifiers":[{"scheme":"orcid"}]}   | /identifiers/0        | a text is expected here
                    {"names":{"Latn":"A"},"identifiers":["orcid:0000-0002-1825-0098"]} | /identifiers/0 | its last digit does not match
                    {"names":{"Latn":"A"},"identifiers":"orcid:1"}              | /identifiers          | a list is expected here
                    {"names":{"Latn":7}}                                        | /names/Latn           | put it in quotes
                    {"names":{"latin":"A"}}                                     | /names/latin          | is no ISO 15924 script code
                    {"names":{"Latn":" "}}                                      | /names/Latn           | 1 to 500 characters
                    {"names":{}}                                                | /names                | at least one name is needed
                    {"names":{"Latn":"A"},"identifiers":["https://orcid.org/0000-0002-1825-0097"]} | /identifiers/0 | write orcid:0000-0002-1825-0097
                    {"names":{"Latn":"A"},"identifiers":["homepage:javascript:alert(1)"]} | /identifiers/0 | a link begins with https://
                    ``                                                          |                       | a body is needed
                    {"names":"A"}                                               | /names                | names stand by script
                    {"names":{"Latn":"A\\u0007B"}}                               | /names/Latn           | U+0007
                    {"names":{"Latn":"A\u202EB"}}                               | /names/Latn           | U+202E
                    {"names":{"Latn":"A"},"evidence":[{"kind":"news"}]}         | /evidence/0/observedOn | the day at which the source showed the claim true
                    {"names":{"Latn":"A"},"evidence":[{"kind":"rumour","observedOn":"2024-01-01"}]} | /evidence/0/kind | "rumour" is none of
                    {"names":{"Latn":"A"},"evidence":[{"kind":"news","observedOn":"2024-01"}]} | /evidence/0/observedOn | write year, month and day
                    {"names":{"Latn":"A"},"evidence":[{"kind":"news","observedOn":"2024-01-01","url":"javascript:alert(1)"}]} | /evidence/0/url | a link begins with https://
                    {"names":{"Latn":"A"},"evidence":[null]}                    | /evidence/0           | cannot be null
                    {"names":{"Latn":"A"},"names":{"Latn":"B"}}                 |                       | this is no JSON
                    []                                                          |                       | an object is expected here, as in {"names"
                    {"names":                                                   |                       | this is no JSON
                    {"names":[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]}               |                       | this is no JSON
                    """)
    void that_cannot_be_read_says_why_in_plain_words(String body, String pointer, String why) {
        var refused = server.post("/api/v1/researchers", body, CURATOR);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(json(refused).get("errors").get(0).get("pointer").asString())
                .isEqualTo(pointer == null ? "" : pointer);
        assertThat(json(refused).get("detail").asString()).contains(why).doesNotContain("dev.sojourn", "Token");
    }

    @Test
    void with_several_faults_hears_of_all_of_them_with_the_values_it_gave() {
        var refused = server.post(
                "/api/v1/researchers/ada/affiliations",
                "{\"institution\":7,\"role\":\"boss\",\"start\":\"2021-02-30\",\"reason\":\"x\",\"workplace\":\"UK\"}",
                CURATOR.andThen(ifMatch("\"2\"")));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused)
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("pointer").asString() + " "
                                + error.get("value").asString()))
                .containsExactly("/institution 7", "/role boss", "/start 2021-02-30", "/workplace UK");
    }

    @Test
    void with_a_huge_body_is_refused_unread() {
        var huge = server.post("/api/v1/researchers", "\"" + "a".repeat(2 << 20) + "\"", CURATOR);

        assertThat(huge.statusCode()).isEqualTo(413);
        assertThat(json(huge).get("code").asString()).isEqualTo("body-too-large");
    }

    private String register(String body, Consumer<HttpRequest.Builder> more) {
        var response = server.post("/api/v1/researchers", body, CURATOR.andThen(more));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return response.headers().firstValue("Location").orElseThrow();
    }

    private static Consumer<HttpRequest.Builder> ifMatch(String tag) {
        return request -> request.header("If-Match", tag);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return new JsonMapper().readTree(response.body());
    }
}
