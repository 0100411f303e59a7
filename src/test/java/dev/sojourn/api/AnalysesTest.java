package dev.sojourn.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.RunningServer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Expected values are worked out from what {@link dev.sojourn.SmallLedger} says of its three people. */
@DisplayName("An analysis over HTTP")
class AnalysesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String RETENTION = "/api/v1/cohorts/three/retention?held=country:US&from=2019&to=2025";

    private final RunningServer server = RunningServer.open();

    @Test
    void answers_a_retention_with_exactly_the_fields_of_the_design() {
        // Base: ada, bai, chi. On 2025-12-31 ada is retained, bai in China by another spell, chi seen nowhere since
        // 2022. Nothing showed ada or bai there after 2019, and nobody looked for any of the three.
        // rate 1/3; observed 1/2; bounds: ada alone, or ada and chi. Wilson for 1 of 3 at z = 1.96: 0.0615 to 0.7923.
        JsonNode answer = json(RETENTION + "&where=origin:CN");

        var series = ((ObjectNode) answer).remove("series");
        assertThat(answer.toString()).isEqualTo("""
                        {"cohort":"three","where":["origin:CN"],\
                        "rules":{"name":"standard","overridden":[],"place":"country","phd":"in","maxAge":null,"carried":"count","reviewed":"all","regions":"reference-1"},\
                        "knownAt":{"position":17,"recorded":"2024-01-17T09:30:00.000Z"},"projected":true,\
                        "held":"country:US","from":"2019-12-31","to":"2025-12-31","base":3,"retained":1,\
                        "sameInstitution":1,"rate":0.3333,"rateObserved":0.5,\
                        "interval":{"method":"wilson","level":0.95,"low":0.0615,"high":0.7923},\
                        "bounds":{"low":0.3333,"high":0.6667},\
                        "destinations":[{"value":"CN","count":1,"moved":1,"reclassified":0}],\
                        "unknown":0,"unobserved":1,"inactive":0,"uncertain":0,"carried":2,"whereUnknown":0,"qualified":0,\
                        "baseUncertain":0,"conditionsOnLater":false,\
                        "confirmed":0,"searched":0,"unchecked":3}""");
        assertThat(series.valueStream().map(point -> point.get("on").asString() + " " + point.get("retained")))
                .containsExactly(
                        "2019-12-31 3",
                        "2020-12-31 3",
                        "2021-12-31 2",
                        "2022-12-31 1",
                        "2023-12-31 1",
                        "2024-12-31 1",
                        "2025-12-31 1");
    }

    @Test
    void answers_as_known_before_the_last_event_where_chi_was_still_believed_to_be_there() {
        assertThat(json(RETENTION + "&knownAt=position:16").get("retained").asInt())
                .isEqualTo(2);
        assertThat(json(RETENTION + "&knownAt=2024-01-16").get("retained").asInt())
                .isEqualTo(2);
        assertThat(json(RETENTION + "&knownAt=2024-01-17").get("retained").asInt())
                .isEqualTo(1);
    }

    @Test
    void answers_flows_between_two_days() {
        var flows = json("/api/v1/cohorts/three/flows?from=2019&to=2021&by=country");

        // ada and chi stay in the US; bai goes from the US to China.
        assertThat(flows.get("cells").toString())
                .isEqualTo("[{\"from\":\"US\",\"to\":\"US\",\"count\":2,\"moved\":0,\"reclassified\":0},"
                        + "{\"from\":\"US\",\"to\":\"CN\",\"count\":1,\"moved\":1,\"reclassified\":0}]");
        assertThat(flows.get("values").get(0).toString())
                .isEqualTo("{\"value\":\"US\",\"stockFrom\":3,\"stockTo\":2,\"in\":0,\"out\":1,\"net\":-1,"
                        + "\"gross\":1,\"inRate\":0,\"outRate\":0.3333,\"netRate\":-0.3333}");
    }

    /** Three in the US at first and two at last: one went, of three. Nobody was in China, so nothing is per head there. */
    @Test
    void gives_stocks_and_rates_of_values_as_a_table_of_their_own() {
        assertThat(server.get("/api/v1/cohorts/three/flows/values.csv?from=2019&to=2021&by=country")
                        .body()
                        .lines())
                .containsExactly(
                        "value,stockFrom,in,out,stockTo,net,gross,inRate,outRate,netRate,confirmed,carried,unobserved,"
                                + "inactive,searched,unchecked,total,uncertain,qualified,whereUnknown",
                        "US,3,0,1,2,-1,1,0,0.3333,-0.3333,0,3,0,0,0,3,3,0,0,0",
                        "CN,0,1,0,1,1,1,,,,0,3,0,0,0,3,3,0,0,0");
    }

    @Test
    void answers_flows_year_by_year() {
        var yearly = json("/api/v1/cohorts/three/flows/yearly?from=2019&to=2021&by=country");

        assertThat(yearly.get("years").valueStream().map(year -> year.get("to").asString()))
                .containsExactly("2020-12-31", "2021-12-31");
    }

    @Test
    void answers_a_composition_with_shares_over_the_known() {
        var composition = json("/api/v1/cohorts/three/composition?asOf=2022&by=country");

        // On 2022-12-31 ada is in the US and bai in China; chi is unobserved and not among the known.
        assertThat(composition.get("known").asInt()).isEqualTo(2);
        assertThat(composition.get("unobserved").asInt()).isEqualTo(1);
        assertThat(composition.get("cells").toString())
                .isEqualTo(
                        "[{\"values\":[\"CN\"],\"count\":1,\"share\":0.5},{\"values\":[\"US\"],\"count\":1,\"share\":0.5}]");
    }

    @Test
    void answers_states_in_pages_that_keep_the_moment_they_began_at() {
        var first = json("/api/v1/cohorts/three/state?asOf=2019&limit=2");
        var second = json("/api/v1/cohorts/three/state?asOf=2019&limit=2&after="
                + first.get("next").asString());

        assertThat(first.get("members").valueStream().map(member -> member.get("researcher")
                        .asString()))
                .containsExactly("ada", "bai");
        assertThat(second.get("members").valueStream().map(member -> member.get("researcher")
                        .asString()))
                .containsExactly("chi");
        assertThat(second.has("next")).isFalse();
        assertThat(first.get("members").get(0).get("institution").asString()).isEqualTo("us-university");
    }

    @Test
    void is_given_as_csv_to_those_who_ask_for_it_by_header_or_ending() {
        // What holds for the whole answer stands at the end of each row.
        String header = "country,count,share,total,known,confirmed,carried,unobserved,inactive,searched,unchecked,"
                + "uncertain,qualified,whereUnknown\r\n";
        String beside = ",3,2,0,2,1,0,0,3,0,0,0\r\n";
        String expected = header
                + Stream.of("CN,1,0.5", "US,1,0.5", "unknown,0,", "unobserved,1,", "inactive,0,")
                        .map(row -> row + beside)
                        .collect(Collectors.joining());

        assertThat(server.get("/api/v1/cohorts/three/composition.csv?asOf=2022&by=country")
                        .body())
                .isEqualTo(expected);
        assertThat(server.get(
                                "/api/v1/cohorts/three/composition?asOf=2022&by=country",
                                request -> request.header("Accept", "text/csv"))
                        .body())
                .isEqualTo(expected);
    }

    private JsonNode json(String path) {
        var response = server.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }
}
