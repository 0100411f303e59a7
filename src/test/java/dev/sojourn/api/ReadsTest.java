package dev.sojourn.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.RunningServer;
import dev.sojourn.SmallLedger;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("A read over HTTP")
class ReadsTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final RunningServer server = RunningServer.open();

    @Test
    void finds_people_by_part_of_a_name() {
        assertThat(json("/api/v1/researchers?q=BAI").get("items").toString())
                .isEqualTo("[{\"id\":\"bai\",\"names\":{\"Latn\":\"bai test\"},\"identifiers\":[],\"erased\":false}]");
    }

    @Test
    void lists_people_in_pages_with_a_link_to_the_next() {
        var first = server.get("/api/v1/researchers?limit=2&cohort=three");
        String next = JSON.readTree(first.body()).get("next").asString();

        assertThat(first.headers().firstValue("Link"))
                .contains("</api/v1/researchers?limit=2&cohort=three&after=" + next + ">; rel=\"next\"");
        assertThat(json("/api/v1/researchers?limit=2&cohort=three&after=" + next)
                        .toString())
                .isEqualTo(
                        "{\"items\":[{\"id\":\"chi\",\"names\":{\"Latn\":\"chi test\"},\"identifiers\":[],\"erased\":false}]}");
    }

    @Test
    void continues_a_search_by_name_where_its_first_page_ended() {
        var whole = ids("/api/v1/researchers?q=test&cohort=three");
        var first = json("/api/v1/researchers?q=test&cohort=three&limit=2");
        String next = first.get("next").asString();

        assertThat(whole).hasSize(3);
        assertThat(ids("/api/v1/researchers?q=test&cohort=three&limit=2")).isEqualTo(whole.subList(0, 2));
        assertThat(ids("/api/v1/researchers?q=test&cohort=three&limit=2&after=" + next))
                .isEqualTo(whole.subList(2, 3));
        assertThat(server.get("/api/v1/researchers?q=%20.").statusCode()).isEqualTo(400);
    }

    @Test
    void shows_a_person_with_degrees_origin_and_version() {
        var response = server.get("/api/v1/researchers/bai");

        // Registered, a degree, two spells: the last of four events has the number 3.
        assertThat(response.headers().firstValue("ETag")).contains("\"3\"");
        assertThat(response.body()).isEqualTo("""
                        {"id":"bai","knownAt":{"position":17,"recorded":"2024-01-17T09:30:00.000Z"},\
                        "names":{"Latn":"bai test"},"identifiers":[],"erased":false,"mergedInto":null,"origin":"CN",\
                        "education":[{"education":"bai-bachelor","level":"BACHELOR","institution":"cn-university",\
                        "country":null,"start":null,"end":"2015"}],"searched":null}""");
    }

    @Test
    void shows_spells_as_they_were_believed() {
        var now = json("/api/v1/researchers/chi/spells").get("items").get(0);
        var before = json("/api/v1/researchers/chi/spells?knownAt=position:16")
                .get("items")
                .get(0);

        assertThat(now.toString()).isEqualTo("""
                        {"spell":"chi-1","institution":"us-university","institutionName":"Lakeside University",\
                        "role":"FACULTY","kind":null,"start":"2018","end":"2022","workplace":null,"flags":[],\
                        "observedOn":"2019-12-01","believedFrom":17}""");
        assertThat(before.get("end").isNull()).isTrue();
    }

    @Test
    void tells_the_whole_history_of_a_person() {
        assertThat(json("/api/v1/researchers/chi/history")
                        .get("items")
                        .valueStream()
                        .map(event ->
                                event.get("position") + " " + event.get("type").asString()))
                .containsExactly(
                        "10 ResearcherRegistered",
                        "11 EducationRecorded",
                        "12 AffiliationRecorded",
                        "17 AffiliationEnded");
    }

    @Test
    void gives_events_as_cloud_events() {
        var response = server.get("/api/v1/events?after=16");

        assertThat(response.headers().firstValue("Content-Type")).contains("application/cloudevents-batch+json");
        assertThat(response.body()).isEqualTo("""
                        [{"specversion":"1.0","id":"17","source":"/api/v1/events","type":"AffiliationEnded",\
                        "subject":"chi","time":"2024-01-17T09:30:00.000Z","datacontenttype":"application/json",\
                        "dataschema":"events/AffiliationEnded/1.schema.json","position":17,"sequence":3,\
                        "actor":"tester","commandid":"c-16","data":{"researcher":"chi","spell":"chi-1","end":"2022",\
                        "personal":{}}}]""");
        assertThat(server.get("/api/v1/events?limit=2").headers().firstValue("Link"))
                .contains("</api/v1/events?limit=2&after=2>; rel=\"next\"");
    }

    @Test
    void shows_an_institution_on_a_day() {
        assertThat(json("/api/v1/institutions/cn-company?asOf=2019")
                        .get("institution")
                        .toString())
                .isEqualTo("""
                        {"id":"cn-company","names":{"Latn":"=Moon Works"},"identifiers":[],"countsAs":"cn-company",\
                        "country":"CN","sector":"COMPANY","parent":"cn-company","groups":[]}""");
        assertThat(json("/api/v1/institutions?q=moon").get("items").size()).isEqualTo(1);
    }

    @Test
    void lists_cohorts_and_releases() {
        assertThat(json("/api/v1/cohorts")
                        .get("items")
                        .valueStream()
                        .map(cohort -> cohort.get("id").asString() + " " + cohort.get("members")))
                .containsExactly("everyone 3", "three 3");
        assertThat(json("/api/v1/releases/first").get("knownAt").toString())
                .isEqualTo("{\"position\":15,\"recorded\":\"2024-01-15T09:30:00.000Z\"}");
        assertThat(json("/api/v1/cohorts/three?knownAt=release:first")
                        .get("members")
                        .asLong())
                .isEqualTo(3);
    }

    @Test
    void knows_where_the_ledger_ends() {
        assertThat(json("/api/v1/events?after=0&limit=1000").size()).isEqualTo((int) SmallLedger.HEAD);
    }

    private JsonNode json(String path) {
        var response = server.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private List<String> ids(String path) {
        return json(path)
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }
}
