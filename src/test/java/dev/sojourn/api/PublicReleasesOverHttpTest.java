package dev.sojourn.api;

import static dev.sojourn.RunningServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.RunningServer;
import dev.sojourn.access.AccessMode;
import dev.sojourn.access.AccountRole;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("Without a login")
class PublicReleasesOverHttpTest {

    @Test
    void releases_are_all_there_is_to_see_and_as_counts() {
        try (var server = RunningServer.own(AccessMode.ACCOUNTS)) {
            var published = server.post(
                    "/api/v1/releases", "{\"name\": \"third\", \"title\": \"The third\"}", as(AccountRole.CURATOR));
            assertThat(published.statusCode()).as(published.body()).isEqualTo(201);

            var list =
                    JsonMapper.shared().readTree(server.get("/api/v1/releases").body());
            assertThat(list.get("items").get(0).propertyNames())
                    .containsExactly("name", "title", "knownAt", "withdrawn");
            String release = server.get("/api/v1/releases/third").body();
            assertThat(release).contains("\"threshold\":5").doesNotContain("digest", "counted");
            assertThat(server.get("/api/v1/releases/third", as(AccountRole.VIEWER))
                            .body())
                    .contains("digests");
            assertThat(server.get("/api/v1/releases/third?view=public", as(AccountRole.VIEWER))
                            .body())
                    .isEqualTo(release);
            assertThat(server.get("/api/v1/releases/third", PublicReleasesOverHttpTest::asTable)
                            .body())
                    .startsWith("figure,number,on,count,of,share");
            for (String closed : new String[] {
                "/releases/third/verify", "/releases/third/history", "/figures", "/cohorts", "/system", "/events"
            }) {
                assertThat(server.get("/api/v1" + closed).statusCode())
                        .as(closed)
                        .isEqualTo(401);
            }
            assertThat(server.get("/api/v1/releases?knownAt=position:1").statusCode())
                    .isEqualTo(400);
            assertThat(server.get("/api/v1/releases/third?view=private").statusCode())
                    .isEqualTo(400);
            assertThat(server.get("/api/v1/releases/second").statusCode()).isEqualTo(404);
        }
    }

    private static void asTable(HttpRequest.Builder request) {
        request.setHeader("Accept", "text/csv");
    }
}
