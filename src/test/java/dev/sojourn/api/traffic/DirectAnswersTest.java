package dev.sojourn.api.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.RunningServer;
import dev.sojourn.access.AccessMode;
import dev.sojourn.access.AccountRole;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Answers that are written straight to the reader")
class DirectAnswersTest {
    /** A wish for which Spring looks through all forms. */
    private static final String ONE_OF_SEVERAL = "application/json, text/html;q=0.5";

    private static final String ADA = "/api/v1/researchers/ada";

    private final RunningServer server = RunningServer.open();

    @ParameterizedTest
    @ValueSource(
            strings = {
                ADA,
                "/api/v1/researchers?limit=1",
                "/api/v1/researchers/ada/spells",
                "/api/v1/researchers/ada/history",
                "/api/v1/researchers/nobody",
                "/api/v1/researchers/ada?knownAt=tomorrow",
                "/api/v1/cohorts/three/state?asOf=2019",
                "/api/v1/cohorts/three/composition?asOf=2019&by=country",
                "/api/v1/cohorts/three",
                "/api/v1/institutions",
                "/api/v1/rules",
                "/api/v1/events/3"
            })
    void are_the_same_as_all_others_to_the_byte_and_in_each_header(String path) {
        var direct = server.get(path, wanting("application/json"));
        var asAlways = server.get(path, wanting(ONE_OF_SEVERAL));

        assertThat(direct.statusCode()).isEqualTo(asAlways.statusCode());
        assertThat(direct.body()).isEqualTo(asAlways.body());
        for (String header : List.of("Content-Type", "Cache-Control", "Link", "X-Content-Type-Options")) {
            assertThat(direct.headers().allValues(header))
                    .as(header)
                    .isEqualTo(asAlways.headers().allValues(header));
        }
        assertThat(direct.headers().allValues("ETag"))
                .hasSameSizeAs(asAlways.headers().allValues("ETag"));
    }

    @Test
    void are_json_for_those_who_say_nothing_or_anything_too() {
        String json = server.get(ADA, wanting("application/json")).body();

        assertThat(server.get(ADA).body()).isEqualTo(json);
        assertThat(server.get(ADA, wanting("*/*")).body()).isEqualTo(json);
    }

    @Test
    void are_none_that_nobody_wants() {
        String spells = ADA + "/spells";

        assertThat(server.get(spells, wanting("text/csv")).body()).startsWith("spell,");
        assertThat(server.get(spells + ".csv", wanting("application/json")).body())
                .isEqualTo(server.get(spells + ".csv").body())
                .startsWith("spell,");
        assertThat(server.get(spells, wanting("application/json;q=0, text/csv")).body())
                .startsWith("spell,");
        assertThat(server.get(spells, wanting("application/jsonl")).statusCode())
                .isEqualTo(406);
    }

    @Test
    void say_how_long_they_are_where_they_are_short() {
        var answer = server.get(ADA, wanting("application/json"));

        assertThat(answer.headers().firstValue("Content-Length"))
                .hasValue(Integer.toString(answer.body().getBytes(StandardCharsets.UTF_8).length));
    }

    /** The version in the tag is the person's, and the names that were erased would be in what the reader has. */
    @ParameterizedTest
    @ValueSource(strings = {"application/json", ONE_OF_SEVERAL})
    void are_sent_again_after_an_erasure_whatever_the_reader_has(String wish) {
        try (var own = RunningServer.own(AccessMode.ACCOUNTS)) {
            String then = ADA + "?knownAt=position:17";
            var reader = RunningServer.as(AccountRole.VIEWER).andThen(wanting(wish));
            String version = tag(own.get(ADA, reader));
            var has = reader.andThen(request -> request.header("If-None-Match", tag(own.get(then, reader))));
            var erased = own.post(
                    ADA + "/erasure",
                    "{\"reason\":\"asked for\"}",
                    RunningServer.as(AccountRole.ADMIN).andThen(request -> request.header("If-Match", version)));

            assertThat(erased.statusCode()).as(erased.body()).isEqualTo(200);
            assertThat(own.get(then, has).statusCode()).isEqualTo(200);
            assertThat(own.get(then, has).body()).contains("\"erased\":true");
        }
    }

    private static Consumer<HttpRequest.Builder> wanting(String types) {
        return request -> request.header("Accept", types);
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }
}
