package dev.sojourn.api;

import static dev.sojourn.RunningServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.RunningServer;
import dev.sojourn.access.AccountRole;
import dev.sojourn.cli.OpenLedger;
import dev.sojourn.exchange.ImportOptions;
import dev.sojourn.exchange.Importer;
import dev.sojourn.exchange.Progress;
import dev.sojourn.exchange.TestPackage;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The package is {@link TestPackage#good()}: two institutions, a person and a stay, four events. */
@DisplayName("An import, over HTTP,")
class ImportsOverHttpTest {
    @TempDir
    private Path temporary;

    @Test
    void is_shown_tried_and_undone_as_one() {
        var data = temporary.resolve("ledger");
        String batch = imported(data);
        try (var server = RunningServer.over(data)) {
            assertThat(shown(server, batch)).isEqualTo("1 to 4, 4 events, 0 undone, by tester");

            var tried = undo(server, batch + "/undo?dryRun=true");
            assertThat(tried.get("undone").asInt()).isEqualTo(4);
            assertThat(shown(server, batch)).contains("0 undone");

            var done = undo(server, batch + "/undo");
            assertThat(done.get("undone").asInt()).isEqualTo(4);
            assertThat(done.get("inTheWay").size()).isZero();
            assertThat(shown(server, batch)).contains("4 undone");

            var again = undo(server, batch + "/undo");
            assertThat(again.get("undone").asInt()).isZero();
            assertThat(again.get("before").asInt()).isEqualTo(4);
        }
    }

    private String imported(Path data) {
        try (var ledger = OpenLedger.open(data, Clock.systemUTC())) {
            return new Importer(ledger.store(), ledger.curation(), Clock.systemUTC())
                    .run(TestPackage.good().folder(temporary), ImportOptions.strict("tester"), Progress.NONE)
                    .batch();
        }
    }

    private static String shown(RunningServer server, String batch) {
        var shown = json(
                server.get("/api/v1/imports/" + batch, as(AccountRole.AUDITOR)).body());
        return shown.get("firstPosition").asInt() + " to "
                + shown.get("lastPosition").asInt() + ", "
                + shown.get("events").asInt() + " events, "
                + shown.get("undone").asInt() + " undone, by "
                + shown.get("actor").asString();
    }

    private static JsonNode undo(RunningServer server, String path) {
        var answer = server.post("/api/v1/imports/" + path, "{\"reason\":\"the wrong file\"}", as(AccountRole.CURATOR));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer.body());
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }
}
