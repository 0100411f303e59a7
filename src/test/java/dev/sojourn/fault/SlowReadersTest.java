package dev.sojourn.fault;

import static dev.sojourn.RunningServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.RunningServer;
import dev.sojourn.access.AccountRole;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Identity;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.Profile;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.Sector;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.row.Pending;
import dev.sojourn.time.PartialDate;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("Readers who do not read on")
class SlowReadersTest {
    /** As many people as institutions, each at their own for two centuries: 200 rows a year, and the answer 7 MB. */
    private static final int PEOPLE = 200;

    private static final String FLOWS = "/api/v1/cohorts/everyone/flows";
    private static final String LARGE = FLOWS + "/yearly?by=institution&from=1800-01-01&to=2000-01-01";
    private static final String SMALL = FLOWS + "?by=country&from=1800-01-01&to=2000-01-01";

    /** Of 40,000 rows of 100 bytes and a copy of 512 KiB there is room for two. */
    private static final Map<String, String> SETTINGS =
            Map.of("sojourn.answers-memory", "10MB", "server.tomcat.connection-timeout", "10m");

    @TempDir
    private Path data;

    /** What the kernel takes of an answer is less than half of it, so that its writer waits for the reader. */
    @Test
    void keep_as_many_large_answers_as_there_is_room_for_while_small_ones_are_served() {
        write();
        SETTINGS.forEach(System::setProperty);
        try (var server = RunningServer.over(data);
                var first = reader(server);
                var second = reader(server)) {
            assertThat(List.of(first.status(), second.status())).allMatch(status -> status.contains(" 200"));

            var refused = server.get(LARGE, as(AccountRole.VIEWER));
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("5");
            assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(refused.headers().firstValue("ETag")).isEmpty();
            assertThat(refused.body()).contains("\"code\":\"too-many-large-answers\"");
            assertThat(server.get(SMALL, as(AccountRole.VIEWER)).statusCode()).isEqualTo(200);

            assertThat(first.answerUntilClosed()).as("the rest").hasSizeGreaterThan(7_000_000);
            assertThat(server.get(LARGE, as(AccountRole.VIEWER)).statusCode())
                    .as("in its place")
                    .isEqualTo(200);
        } finally {
            SETTINGS.keySet().forEach(System::clearProperty);
        }
    }

    private static SlowClient reader(RunningServer server) {
        var client = SlowClient.to(URI.create("http://127.0.0.1:" + server.port()));
        client.send("GET " + LARGE + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + RunningServer.authorization(AccountRole.VIEWER) + "\r\n");
        return client;
    }

    private void write() {
        var pending = new ArrayList<Pending>();
        for (int n = 0; n < PEOPLE; n++) {
            var place = new InstitutionId("place-" + n);
            var person = new ResearcherId("person-" + n);
            var profile =
                    new Profile(Names.of("Place " + n), Sector.UNIVERSITY, new CountryCode("US"), null, List.of());
            var identity = new Identity(Names.of("Person " + n), List.of(), null, List.of(), Map.of());
            var stay = Claim.of(place, Role.RESEARCHER, PartialDate.parse("1790"), PartialDate.parse("2010"));
            pending.add(pending(new InstitutionRegistered(place, profile, Remarks.NONE), 0));
            pending.add(pending(new ResearcherRegistered(person, identity), 0));
            pending.add(pending(new AffiliationRecorded(person, new SpellId("stay-" + n), stay, null, Titled.NONE), 1));
        }
        try (var store = LedgerStore.open(data, Clock.systemUTC())) {
            new TransactionTemplate(store.writes()).executeWithoutResult(running -> store.append(pending));
        }
    }

    private static Pending pending(Event event, long sequence) {
        return new Pending(event, sequence, null, "kim", "c", null, null, null);
    }
}
