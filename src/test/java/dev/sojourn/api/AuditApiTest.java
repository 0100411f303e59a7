package dev.sojourn.api;

import static dev.sojourn.RunningServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.RunningServer;
import dev.sojourn.access.AccountRole;
import dev.sojourn.exchange.copy.ExportCheck;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.row.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The calls for auditors")
class AuditApiTest {

    @TempDir
    private Path temp;

    private final RunningServer server = RunningServer.withAccounts();
    private final LedgerStore store = server.context().getBean(LedgerStore.class);

    @Test
    void tell_where_the_chain_ends() {
        var answer =
                json(server.get("/api/v1/audit/head", as(AccountRole.VIEWER)).body());
        var head = Head.parse(answer.path("head").asString());

        assertThat(answer.path("position").asLong()).isEqualTo(head.position());
        assertThat(answer.path("hash").asString()).isEqualTo(head.hash()).hasSize(64);
        assertThat(answer.path("recorded").asString()).hasSize(24);
        assertThat(answer.has("signed")).isFalse(); // this server has no key
    }

    @Test
    void verify_the_ledger_and_whether_it_continues_a_head() {
        var head = store.chainHead();

        var answer = server.post("/api/v1/audit/verify?head=" + head, "", as(AccountRole.AUDITOR));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer.body()).path("state").asString()).isEqualTo("passed");
        assertThat(json(answer.body()).path("heads").asInt()).isEqualTo(1);
        assertThat(json(server.get("/api/v1/audit/verify", as(AccountRole.AUDITOR))
                        .body()))
                .isEqualTo(json(answer.body()));
    }

    @Test
    void name_the_position_at_which_the_ledger_does_not_continue_a_head() {
        var answer = json(server.post("/api/v1/audit/verify?head=9:" + "ab".repeat(32), "", as(AccountRole.ADMIN))
                .body());

        assertThat(answer.path("state").asString()).isEqualTo("failed");
        assertThat(answer.path("firstBad").asLong()).isEqualTo(9);
        assertThat(answer.path("problem").asString()).contains("not the one that was kept");
    }

    @Test
    void refuse_what_is_no_head() {
        var answer = server.post("/api/v1/audit/verify?head=nonsense", "", as(AccountRole.AUDITOR));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid-parameter", "is no head");
    }

    @Test
    void export_the_ledger_for_a_purpose_that_is_written_down_first() throws IOException {
        var answer = server.get("/api/v1/audit/export?purpose=a%20test%20of%20exports", as(AccountRole.AUDITOR));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/jsonl");
        var file = Files.writeString(temp.resolve("ledger.jsonl"), answer.body());
        var head = ExportCheck.check(file, List.of(), (done, total) -> {});
        assertThat(store.verify(head, position -> {}).passed()).isTrue();

        var items = json(server.get("/api/v1/audit/disclosures", as(AccountRole.AUDITOR))
                        .body())
                .path("items");
        var last = items.get(items.size() - 1);
        assertThat(last.path("actor").asString()).isEqualTo("auditor");
        assertThat(last.path("purpose").asString()).isEqualTo("a test of exports");
        assertThat(last.path("position").asLong()).isEqualTo(head.position());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?purpose=", "?purpose=x", "?purpose=two%0Alines"})
    void export_nothing_without_a_purpose(String query) {
        var before =
                server.get("/api/v1/audit/disclosures", as(AccountRole.AUDITOR)).body();

        var answer = server.get("/api/v1/audit/export" + query, as(AccountRole.AUDITOR));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("purpose").doesNotContain("sojourn-export-1");
        assertThat(server.get("/api/v1/audit/disclosures", as(AccountRole.AUDITOR))
                        .body())
                .isEqualTo(before);
    }

    @Test
    void say_that_there_is_nowhere_to_put_a_backup() {
        var answer = server.post("/api/v1/audit/backup", "", as(AccountRole.ADMIN));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("not-configured", "sojourn.backup-folder");
    }

    @Test
    void are_for_auditors_and_admins_where_they_take_the_ledger_out() {
        for (var role : List.of(AccountRole.VIEWER, AccountRole.CURATOR)) {
            assertThat(server.get("/api/v1/audit/export?purpose=mine", as(role)).statusCode())
                    .isEqualTo(403);
            assertThat(server.get("/api/v1/audit/disclosures", as(role)).statusCode())
                    .isEqualTo(403);
            assertThat(server.post("/api/v1/audit/verify", "", as(role)).statusCode())
                    .isEqualTo(403);
        }
        assertThat(server.post("/api/v1/audit/backup", "", as(AccountRole.AUDITOR))
                        .statusCode())
                .isEqualTo(403);
        assertThat(RunningServer.open().get("/api/v1/audit/export?purpose=mine").statusCode())
                .isEqualTo(401);
    }

    @Test
    void tell_how_the_program_is() {
        var answer = json(server.get("/api/v1/system", as(AccountRole.VIEWER)).body());

        assertThat(answer.path("version").asString()).isEqualTo("0.1.0");
        assertThat(answer.path("head").path("position").asLong()).isEqualTo(store.head());
        assertThat(answer.path("readOnly").isNull() || answer.path("readOnly").isMissingNode())
                .isTrue();
        assertThat(answer.path("startCheck").path("passed").asBoolean()).isTrue();
        assertThat(answer.path("startCheck").path("read").asLong()).isEqualTo(17); // all of so small a ledger
        assertThat(answer.path("counts").path("cohorts").asInt()).isPositive();
        assertThat(answer.path("uptime").asString()).startsWith("PT");
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
