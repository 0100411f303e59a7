package dev.sojourn.api.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.RunningServer;
import dev.sojourn.access.AccessMode;
import dev.sojourn.access.AccountRole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Answers that a reader may keep")
class UnchangedTest {
    private static final String RETENTION = "/api/v1/cohorts/three/retention?held=country:US&from=2019&to=2025";

    private final RunningServer server = RunningServer.open();

    @Test
    void are_not_sent_again_to_whoever_has_them() {
        var first = server.get(RETENTION);
        var again = server.get(RETENTION, request -> request.header("If-None-Match", tag(first)));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(tag(again)).isEqualTo(tag(first));
    }

    @Test
    void are_kept_by_the_readers_own_browser_only_and_asked_for_each_time() {
        var answer = server.get(RETENTION);

        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("private, no-cache");
    }

    @Test
    void have_another_tag_at_another_position_and_in_another_form() {
        String now = tag(server.get(RETENTION));

        assertThat(tag(server.get(RETENTION + "&knownAt=position:16"))).isNotEqualTo(now);
        assertThat(tag(server.get(RETENTION, request -> request.header("Accept", "text/csv"))))
                .isNotEqualTo(now);
    }

    @Test
    void are_sent_anew_once_something_was_recorded() {
        try (var own = RunningServer.own(AccessMode.ACCOUNTS)) {
            var viewer = RunningServer.as(AccountRole.VIEWER);
            String before = tag(own.get(RETENTION, viewer));
            String fixed = RETENTION + "&knownAt=position:16";
            String past = tag(own.get(fixed, viewer));
            var written = own.post(
                    "/api/v1/cohorts",
                    "{\"id\":\"four\",\"title\":\"Four\",\"frame\":\"none\",\"referenceYear\":2020,"
                            + "\"drawn\":\"by hand\",\"source\":\"https://example.org/\"}",
                    RunningServer.as(AccountRole.CURATOR).andThen(request -> request.header("Idempotency-Key", "k1")));

            assertThat(written.statusCode()).as(written.body()).isEqualTo(201);
            assertThat(own.get(RETENTION, viewer.andThen(request -> request.header("If-None-Match", before)))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(own.get(fixed, viewer.andThen(request -> request.header("If-None-Match", past)))
                            .statusCode())
                    .isEqualTo(304);
        }
    }

    @Test
    void hold_counts_alone_and_nothing_of_single_people_is_kept() {
        var state = server.get("/api/v1/cohorts/three/state?asOf=2019");

        assertThat(state.headers().firstValue("ETag")).isEmpty();
        assertThat(state.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }

    @Test
    void are_not_refusals() {
        var refused = server.get(RETENTION + "&where=origin");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("ETag")).isEmpty();
    }

    @Test
    void are_compressed_for_those_who_ask_for_it() throws IOException, InterruptedException {
        // A series over 100 years is long enough to be worth it.
        String path = "/api/v1/cohorts/three/retention?held=country:US&from=2019&to=2100";
        var plain = server.get(path);
        HttpResponse<byte[]> packed = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        BodyHandlers.ofByteArray());

        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.body().length).isLessThan(plain.body().length() / 2);
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(plain.body());
        }
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }
}
