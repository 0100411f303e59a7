package dev.sojourn.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.RunningServer;
import dev.sojourn.access.AccessMode;
import dev.sojourn.access.AccountRole;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The live feed")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class EventStreamTest {
    private final RunningServer server = RunningServer.own(AccessMode.ACCOUNTS);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void goes_on_after_the_last_id_seen_then_tells_what_is_recorded_and_ends_when_the_server_stops() throws Exception {
        var response = open(AccountRole.AUDITOR, "15");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream;charset=UTF-8");
        try (var lines = lines(response)) {
            assertThat(lines.readLine()).isEqualTo("retry: 2000");
            assertThat(event(lines)).startsWith("id: 16 data: {\"specversion\":\"1.0\",\"id\":\"16\"");
            assertThat(event(lines)).startsWith("id: 17 data: ");
            assertThat(server.post(
                                    "/api/v1/researchers",
                                    "{\"names\":{\"Latn\":\"Eve Test\"}}",
                                    RunningServer.as(AccountRole.CURATOR))
                            .statusCode())
                    .isEqualTo(201);
            assertThat(event(lines))
                    .startsWith("id: 18 data: ")
                    .contains("\"type\":\"ResearcherRegistered\"", "Eve Test", "\"actor\":\"curator\"");
            long before = System.nanoTime();
            server.close();
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
            assertThatThrownBy(() -> {
                        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                            assertThat(line).isEmpty();
                        }
                        throw new IOException("ended");
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void shows_others_than_auditors_neither_actor_nor_personal_data_and_takes_so_many_readers() throws Exception {
        var open = new ArrayList<HttpResponse<InputStream>>();
        for (int reader = 0; reader < 16; reader++) {
            open.add(open(AccountRole.VIEWER, "3"));
        }
        try (var lines = lines(open.get(15))) {
            lines.readLine();
            assertThat(event(lines))
                    .startsWith("id: 4 data: ")
                    .contains("\"researcher\":\"ada\"")
                    .doesNotContain("actor", "personal", "ada test");
        }
        assertThat(open(AccountRole.VIEWER, "3").statusCode()).isEqualTo(503);
        assertThat(open).allMatch(response -> response.statusCode() == 200);
    }

    @Test
    void refuses_an_id_that_no_event_has_and_tells_the_headers_alone() throws Exception {
        assertThat(open(AccountRole.VIEWER, "99").statusCode()).isEqualTo(400);
        assertThat(open(AccountRole.VIEWER, "first").statusCode()).isEqualTo(400);
        var head = server.get("/api/v1/events/stream", request -> {
            RunningServer.as(AccountRole.VIEWER).accept(request);
            request.method("HEAD", HttpRequest.BodyPublishers.noBody());
        });
        assertThat(head.statusCode()).isEqualTo(200);
    }

    private HttpResponse<InputStream> open(AccountRole role, String lastSeen) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/v1/events/stream"))
                .header("Last-Event-ID", lastSeen);
        RunningServer.as(role).accept(request);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private static BufferedReader lines(HttpResponse<InputStream> response) {
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** The next event, in one line. */
    private static String event(BufferedReader lines) throws IOException {
        var event = new ArrayList<String>();
        for (String line = lines.readLine(); !(line.isEmpty() && !event.isEmpty()); line = lines.readLine()) {
            if (!line.isEmpty() && !line.startsWith(":")) {
                event.add(line);
            }
        }
        return String.join(" ", event);
    }
}
