package dev.sojourn.api;

import static dev.sojourn.RunningServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.RunningServer;
import dev.sojourn.access.AccessMode;
import dev.sojourn.access.AccountRole;
import dev.sojourn.audit.disclosure.Disclosure;
import dev.sojourn.audit.disclosure.DisclosureLog;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A large table of people")
class LargeTablesTest {
    private static final String API = "/api/v1";
    private static final AccountRole AUDITOR = AccountRole.AUDITOR;
    private static RunningServer server;

    /** A hundred people and one: the three of the small ledger, and 98 more. */
    @BeforeAll
    static void fill() {
        server = RunningServer.own(AccessMode.ACCOUNTS);
        for (int number = 1; number <= 98; number++) {
            var made = server.post(
                    API + "/researchers", "{\"names\": {\"Latn\": \"No " + number + "\"}}", as(AccountRole.CURATOR));
            assertThat(made.statusCode()).isEqualTo(201);
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/researchers.csv?limit=1000",
                "/cohorts/everyone/members.csv?limit=1000",
                "/cohorts/everyone/state.csv?asOf=2019&limit=1000",
                "/history.csv?limit=1",
                "/actors/curator/history.csv?limit=1"
            })
    void leaves_for_a_purpose_that_is_written_down_first(String path) {
        var before = taken();
        var refused = server.get(API + path, as(AUDITOR));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("\"parameter\":\"purpose\"");
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(taken()).isEqualTo(before);

        assertThat(server.get(API + path + "&purpose=yearly%20report", as(AUDITOR))
                        .statusCode())
                .isEqualTo(200);
        assertThat(taken()).hasSize(before.size() + 1);
        var last = taken().get(before.size());
        assertThat(last.actor()).isEqualTo("auditor");
        assertThat(last.purpose()).isEqualTo("yearly report");
        assertThat(last.how()).startsWith("CSV of " + API + path.substring(0, path.indexOf('?')) + ", lines: ");
    }

    @Test
    void is_one_of_more_than_a_hundred_lines() {
        var before = taken();

        assertThat(server.get(API + "/researchers.csv?limit=100", as(AUDITOR)).statusCode())
                .isEqualTo(200);
        assertThat(server.get(API + "/researchers.csv?limit=101", as(AUDITOR)).statusCode())
                .isEqualTo(400);
        assertThat(server.get(API + "/researchers/ada/history.csv?limit=1000", as(AUDITOR))
                        .statusCode())
                .as("one person's history")
                .isEqualTo(200);
        assertThat(taken()).isEqualTo(before);
    }

    @Test
    void needs_a_purpose_however_csv_is_asked_for() {
        assertThat(server.get(API + "/history", as(AUDITOR).andThen(request -> request.header("Accept", "text/csv")))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void needs_none_in_the_demonstration() {
        assertThat(RunningServer.open().get(API + "/history.csv").statusCode()).isEqualTo(200);
    }

    private static List<Disclosure> taken() {
        return server.context().getBean(DisclosureLog.class).all();
    }
}
