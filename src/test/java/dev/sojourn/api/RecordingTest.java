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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each test records about things of its own, since all tests share one server. */
@DisplayName("Whatever can be recorded, over HTTP")
class RecordingTest {
    private static final String API = "/api/v1";
    private static final String LOCATION = "Location";

    private final RunningServer server = RunningServer.withAccounts();

    /** Position of what this test recorded last: a read that names it waits until it is in. */
    private long recorded;

    @Test
    void a_person_gets_other_names_and_an_identifier_that_is_then_taken_away_again() {
        String person = created("/researchers", "{'names':{'Latn':'Lin Test'}}");
        changed(person + "/names", 0, "{'names':{'Latn':'Lin Test','Hans':'林'},'reason':'the homepage says so'}");
        changed(person + "/identifiers", 1, "{'identifier':'orcid:0000-0002-1825-0097'}");

        var read = read(person);
        assertThat(read.get("names").toString()).isEqualTo("{\"Latn\":\"Lin Test\",\"Hans\":\"林\"}");
        assertThat(read.get("identifiers").get(0).asString()).isEqualTo("orcid:0000-0002-1825-0097");

        String other = created("/researchers", "{'names':{'Latn':'Mei Test'}}");
        var taken = post(other + "/identifiers", "\"0\"", "{'identifier':'orcid:0000-0002-1825-0097'}");
        assertProblem(taken, 409, "identifier-taken", "/identifier");
        changed(person + "/identifiers/unlink", 2, "{'identifier':'orcid:0000-0002-1825-0097'}");
        changed(other + "/identifiers", 0, "{'identifier':'orcid:0000-0002-1825-0097'}");
    }

    @Test
    void a_degree_is_recorded_corrected_and_retracted() {
        String person = created("/researchers", "{'names':{'Latn':'Nan Test'}}");
        var recorded = changed(person + "/education", 0, "{'level':'bachelor','country':'CN','end':'2014'}");
        String degree =
                person + "/education/" + recorded.at("/events/0/data/education").asString();
        String corrected = "{'level':'BACHELOR','country':'SG','end':'2014'}";

        assertProblem(post(degree + "/correct", "\"1\"", corrected), 409, "reason-required", "/reason");
        changed(degree + "/correct", 1, corrected.replace("}", ",'reason':'misread'}"));
        assertThat(read(person).get("origin").asString()).isEqualTo("SG");
        changed(degree + "/retract", 2, "{'reason':'another person'}");
        assertThat(read(person).get("education").size()).isZero();
    }

    @Test
    void a_search_in_vain_and_the_end_of_a_career_and_the_way_back() {
        String person = created("/researchers", "{'names':{'Latn':'Oto Test'}}");
        changed(person + "/searches", 0, "{'searchedOn':'2024-05-01'}");
        assertProblem(post(person + "/career-resumptions", "\"1\"", "{'on':'2024'}"), 409, "career-not-ended", null);
        changed(person + "/career-ends", 1, "{'cause':'left_research','on':'2024-06'}");
        assertProblem(post(person + "/career-resumptions", "\"2\"", "{'on':'2023'}"), 409, "ends-before-start", "/on");
        changed(person + "/career-resumptions", 2, "{'on':'2025'}");
        assertThat(read(person).get("searched").asString()).isEqualTo("2024-05-01");
    }

    @Test
    void what_is_missing_is_told_with_the_words_to_write() {
        var missing = post("/api/v1/institutions", null, "{'id':'some-lab','names':{'Latn':'Some Lab'}}");

        assertProblem(missing, 400, "invalid-body", "/sector");
        assertThat(json(missing).get("detail").asString()).isEqualTo("sector is needed here: NOT_STATED is one");
    }

    @Test
    void nobody_is_left_to_believe_that_an_institution_awaits_approval() {
        var asked = post(
                "/api/v1/institutions?review=true",
                null,
                "{'id':'some-lab','names':{'Latn':'Some Lab'},'sector':'company'}");

        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(400);
        assertThat(json(asked).get("errors").get(0).get("parameter").asString()).isEqualTo("review");
    }

    @Test
    void an_institution_lives_through_everything_that_can_happen_to_one() {
        String big = created(
                "/institutions",
                "{'id':'big-lab','names':{'Latn':'Big Lab'},'sector':'company','headquarters':'US',"
                        + "'identifiers':['ror:042nb2s44']}");
        assertThat(big).isEqualTo("/api/v1/institutions/big-lab");
        String lab =
                created("/institutions", "{'id':'lab','names':{'Latn':'Lab'},'sector':'company','parent':'big-lab'}");
        changed(lab + "/names", 0, "{'names':{'Latn':'New Lab'},'from':'2020'}");
        changed(lab + "/headquarters", 1, "{'country':'GB','from':'2021-05'}");
        changed(lab + "/groups", 2, "{'group':'ten'}");
        changed(lab + "/groups/ten/leave", 3, "{'to':'2022'}");
        changed(lab + "/parents", 4, "{'from':'2022'}");
        changed(lab + "/correct", 5, "{'names':{'Latn':'Lab'},'sector':'nonprofit','reason':'it was one'}");
        changed(lab + "/mergers", 6, "{'into':'big-lab','from':'2023','reason':'bought'}");

        var late = read(lab + "?asOf=2023");
        assertThat(late.get("institution").get("countsAs").asString()).isEqualTo("big-lab");
        assertThat(late.get("facts")
                        .valueStream()
                        .map(fact -> fact.get("what").asString() + " "
                                + fact.get("from").asString("always")))
                .containsExactly(
                        "profile always",
                        "names 2020",
                        "headquarters 2021-05",
                        "joined always",
                        "left 2022",
                        "parent 2022",
                        "profile always",
                        "mergedInto 2023");
        var early = read(lab + "?asOf=2021");
        assertThat(early.get("institution").get("country").asString()).isEqualTo("GB");

        String person = created("/researchers", "{'names':{'Latn':'Pia Test'}}");
        var gone = post(person + "/affiliations", "\"0\"", "{'institution':'lab','role':'engineer','start':'2024-01'}");
        assertProblem(gone, 409, "institution-merged", "/institution");
        assertThat(json(gone).get("detail").asString()).contains("went on as big-lab from 2023", "name big-lab");
        changed(person + "/affiliations", 0, "{'institution':'lab','role':'engineer','start':'2019'}");
        assertThat(read(big + "/people?asOf=2024").get("items").valueStream().map(there -> there.get("institution")
                        .asString()))
                .as("whoever was at the one that was merged is at the survivor")
                .containsExactly("lab");
        assertThat(read(big + "?asOf=2022").get("people").asInt()).isZero();
    }

    @Test
    void a_cohort_is_defined_filled_corrected_and_frozen() {
        String one = person("Uma Test");
        String two = person("Una Test");
        String three = person("Ute Test");
        String cohort = created("/cohorts", "{'id':'two','title':'Two people','referenceYear':2024}");
        changed(cohort + "/members", 0, "{'researchers':['" + one + "','" + two + "','" + three + "']}");
        var again = post(cohort + "/members", "\"1\"", "{'researchers':['" + one + "']}");
        assertProblem(again, 409, "already-member", "/researchers/0");
        var nobody = post(cohort + "/members", "\"1\"", "{'researchers':['" + person("Udo Test") + "','x']}");
        assertProblem(nobody, 409, "unknown-researcher", "/researchers/1");
        changed(cohort + "/members/" + three + "/remove", 1, "{'reason':'was not there'}");
        changed(cohort + "/freeze", 2, "{}");
        var late = post(cohort + "/members", "\"3\"", "{'researchers':['" + three + "']}");
        assertProblem(late, 409, "cohort-frozen", null);

        var read = server.get(cohort + "?knownAt=position:" + recorded, as(AccountRole.VIEWER));
        assertThat(read.headers().firstValue("ETag")).contains("\"3\"");
        assertThat(json(read).get("frozen").asBoolean()).isTrue();
        var first = read(cohort + "/members?limit=1");
        var second = json(server.get(
                cohort + "/members?limit=1&after=" + first.get("next").asString(), as(AccountRole.VIEWER)));
        assertThat(first.get("items").get(0).get("id").asString()).isEqualTo(one);
        assertThat(second.get("items").get(0).get("id").asString()).isEqualTo(two);
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void a_release_is_withdrawn_for_a_reason() {
        assertProblem(post(API + "/releases/first/withdraw", "\"0\"", "{}"), 409, "reason-required", "/reason");
        var dry = post(API + "/releases/first/withdraw?dryRun=true", "\"0\"", "{'reason':'a slip'}");
        assertThat(dry.statusCode()).as(dry.body()).isEqualTo(200);
        assertThat(json(dry).get("positions").size()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'id':'a b'}             | /id          | cannot have " " in it
            {'id':'a/b'}             | /id          | cannot have "/" in it
            {'id':'zero\\u200Bwidth'} | /id          | cannot have U+200B in it
            {'id':'\\u043Epenai'}     | /id          | of Latin and Cyrillic
            {'id':'ﬁne'}             | /id          | write it as "fine"
            {'sector':'shop'}        | /sector      | "shop" is none of UNIVERSITY
            {'headquarters':'UK'}    | /headquarters | "UK" is no country
            {'identifiers':['ror:042nb2s45']} | /identifiers/0 | last two digits do not match
            """)
    void an_institution_that_cannot_be_is_refused(String part, String pointer, String why) {
        String whole = "{'id':'fine','names':{'Latn':'Fine'},'sector':'company'}";
        String member = part.substring(1, part.indexOf(':'));
        String rest =
                whole.substring(1).replaceFirst(",?" + member + ":'[^']*'", "").replaceFirst("^,", "");
        var refused = post(API + "/institutions", null, part.replace("}", ",") + rest);

        assertProblem(refused, 400, "invalid-body", pointer);
        assertThat(json(refused).get("detail").asString()).contains(why);
    }

    @Test
    void an_id_in_one_script_or_in_those_that_go_together_is_taken() {
        created("/institutions", "{'id':'清华-lab','names':{'Hans':'清华'},'sector':'university'}");
        created("/institutions", "{'id':'Лаб','names':{'Cyrl':'Лаб'},'sector':'university'}");
    }

    @Test
    void a_list_is_given_as_csv_too() {
        assertThat(server.get(API + "/cohorts/three/members.csv", as(AccountRole.VIEWER))
                        .body())
                .isEqualTo(
                        "id,names,identifiers,erased\r\nada,ada test,,false\r\nbai,bai test,,false\r\nchi,chi test,,false\r\n");
        assertThat(server.get(API + "/institutions.csv?q=moon&asOf=2019", as(AccountRole.VIEWER))
                        .body())
                .endsWith("\r\ncn-company,'=Moon Works,,cn-company,CN,COMPANY,cn-company,\r\n");
    }

    /** What is read once all that this test recorded is in. */
    private JsonNode read(String path) {
        String known = (path.contains("?") ? "&" : "?") + "knownAt=position:" + recorded;
        var response = server.get(path + known, as(AccountRole.VIEWER));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json(response);
    }

    /** A new person's id. */
    private String person(String name) {
        return created("/researchers", "{'names':{'Latn':'" + name + "'}}").replaceFirst(".*/", "");
    }

    private String created(String path, String body) {
        var response = post(API + path, null, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        recorded = json(response).get("position").asLong();
        return response.headers().firstValue(LOCATION).orElseThrow();
    }

    /** Changes something at a version, which is one more afterwards. */
    private JsonNode changed(String path, int version, String body) {
        var response = post(path, "\"" + version + "\"", body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("ETag")).contains("\"" + (version + 1) + "\"");
        recorded = json(response).get("position").asLong();
        return json(response);
    }

    private HttpResponse<String> post(String path, String version, String body) {
        return server.post(path, body.replace('\'', '"'), request -> {
            as(AccountRole.CURATOR).accept(request);
            if (version != null) {
                request.header("If-Match", version);
            }
        });
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code, String pointer) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(json(response).get("code").asString()).isEqualTo(code);
        assertThat(json(response).has("errors")).isEqualTo(pointer != null);
        if (pointer != null) {
            assertThat(json(response).get("errors").get(0).get("pointer").asString())
                    .isEqualTo(pointer);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        return new JsonMapper().readTree(response.body());
    }
}
