package dev.sojourn.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import dev.sojourn.event.ResearcherEvent;
import dev.sojourn.event.SpellEvent.AffiliationConfirmed;
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
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A heap of 256 MB, half of what is promised, in which all this must go well; of 512 MB where it is measured. */
@DisplayName("A server with little memory")
@Timeout(600)
class BurdenedServerTest {

    private static final int SLOW = 200;

    private static final String POST =
            "POST /api/v1/researchers HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    private static final String PART = "Content-Length: 1000\r\n\r\n{\"names\":";

    @TempDir
    private Path data;

    /** All of it together, with a tenth of the events and of the patience, and what it holds of it in the end. */
    @Test
    void refuses_a_gigabyte_serves_others_while_clients_are_slow_and_knows_a_person_of_a_thousand_events()
            throws Exception {
        write(1_000);
        try (var server = Served.measured(data, "1s")) {
            refuseGigabyte(server);
            ask(server, 1_000);
            hold(server, "part of a body", POST + server.authorization() + PART);
            // far from the gigabyte that was sent, or from 200 buffers of a slow client each
            assertThat(server.heapInUse()).as("bytes in use").isLessThan(128L << 20);
        }
    }

    @Test
    @Tag("faults")
    void refuses_a_gigabyte_before_it_was_sent() {
        try (var server = Served.start("serve", data)) {
            refuseGigabyte(server);
        }
    }

    private static void refuseGigabyte(Served server) {
        int taken = gigabyte(server);
        assertThat(taken).as("MB taken").isLessThan(64);
        assertThat(statusOf(server, "Content-Length: 1073741824\r\n")).startsWith("HTTP/1.1 413");
        assertThat(statusOf(server, "Transfer-Encoding: chunked\r\n")).startsWith("HTTP/1.1 411");
        System.out.printf("body of 1 GB: refused after %d MB%n", taken);
    }

    private static String statusOf(Served server, String length) {
        try (var client = SlowClient.to(server.address())) {
            client.send(POST + server.authorization() + length + "\r\n");
            return client.status();
        }
    }

    @Test
    @Tag("faults")
    void serves_others_while_clients_are_slow_in_every_way() throws Exception {
        try (var server = Served.start("serve", data)) {
            hold(server, "part of the headers", POST);
            hold(server, "part of a body, without a login", POST + PART);
            hold(server, "part of a body", POST + server.authorization() + PART);
        }
    }

    /** Many send a beginning and no more; all of them are closed on in the end. */
    private static void hold(Served server, String what, String beginning) throws Exception {
        var clients = new ArrayList<SlowClient>();
        try {
            for (int n = 0; n < SLOW; n++) {
                clients.add(SlowClient.to(server.address()));
                clients.get(n).send(beginning);
            }
            int served = 0;
            for (int n = 0; n < 20; n++) {
                assertThat(server.get("/api/v1/researchers").statusCode()).isEqualTo(200);
                assertThat(server.register("Quick " + n).statusCode()).isEqualTo(201);
                served += 2;
            }
            clients.forEach(SlowClient::answerUntilClosed);
            System.out.printf("slow clients: %d send %s, %d others served meanwhile%n", SLOW, what, served);
        } finally {
            clients.forEach(SlowClient::close);
        }
    }

    /** What is left when all of it is over: a leak of a tenth of what was sent, or of a slow client's buffers, would show. */
    @Test
    @Tag("faults")
    void holds_nothing_of_five_burdens_that_are_over() throws Exception {
        try (var server = Served.measured(data, "10s")) {
            burden(server, 0);
            long before = server.heapInUse();
            for (int n = 1; n <= 5; n++) {
                burden(server, n);
            }
            assertFlat(5, before, server.heapInUse(), 8);
        }
    }

    private static void assertFlat(int times, long before, long after, int megabytes) {
        System.out.printf(
                "heap in use of 512 MB: %.1f MB before, %.1f MB after %d times a gigabyte and %d slow clients%n",
                before / 1e6, after / 1e6, times, SLOW);
        assertThat(after - before).as("bytes more than before").isLessThan((long) megabytes << 20);
    }

    private static void burden(Served server, int n) throws Exception {
        gigabyte(server);
        hold(server, "part of a body (" + n + ")", POST + server.authorization() + PART);
    }

    /** How many megabytes of it were taken. */
    private static int gigabyte(Served server) {
        try (var client = SlowClient.to(server.address())) {
            client.send(POST + server.authorization() + "Content-Length: 1073741824\r\n\r\n");
            byte[] block = new byte[1 << 20];
            int taken = 0;
            while (taken < 1024 && client.send(block)) {
                taken++;
            }
            return taken;
        }
    }

    @Test
    @Tag("faults")
    void knows_a_person_of_ten_thousand_events() throws Exception {
        write(10_000);
        try (var server = Served.start("serve", data)) {
            ask(server, 10_000);
        }
    }

    private static void ask(Served server, int events) throws Exception {
        var json = new JsonMapper();
        var person = server.get("/api/v1/researchers/busy");
        assertThat(person.headers().firstValue("ETag")).contains("\"" + (events - 1) + "\"");
        var spells = json.readTree(server.get("/api/v1/researchers/busy/spells").body());
        assertThat(spells.get("items").size()).isEqualTo(events / 10);
        int told = 0;
        var next = "";
        while (next != null) {
            var history = json.readTree(server.get("/api/v1/researchers/busy/history?limit=1000" + next)
                    .body());
            told += history.get("items").size();
            next = history.has("next") ? "&after=" + history.get("next").asString() : null;
        }
        assertThat(told).isEqualTo(events);
        for (int n = 0; n < 20; n++) {
            var answer = server.change("/api/v1/researchers/busy/affiliations", events - 1L + n, """
                    {"institution":"here","role":"POSTDOC","start":"2019","observedOn":"2019-12-01"}""");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
        System.out.printf("a person of %d events: asked, and written about 20 times%n", events);
    }

    /** One in ten events opens a stay, which the nine after it confirm. */
    private void write(int count) {
        var busy = new ResearcherId("busy");
        var here = new InstitutionId("here");
        var events = new ArrayList<ResearcherEvent>();
        events.add(new ResearcherRegistered(
                busy, new Identity(Names.of("Busy Test"), List.of(), null, List.of(), Map.of())));
        while (events.size() < count) {
            int stay = events.size() / 10;
            var spell = new SpellId("stay-" + stay);
            var start = PartialDate.parse(Integer.toString(1000 + stay));
            var end = PartialDate.parse(Integer.toString(1001 + stay));
            events.add(
                    events.size() % 10 == 1
                            ? new AffiliationRecorded(
                                    busy, spell, Claim.of(here, Role.RESEARCHER, start, end), null, Titled.NONE)
                            : new AffiliationConfirmed(busy, spell, LocalDate.of(2019, 12, 1), Remarks.NONE));
        }
        try (var store = LedgerStore.open(data, Clock.systemUTC())) {
            var pending = new ArrayList<Pending>();
            var place = new Profile(Names.of("Here"), Sector.UNIVERSITY, new CountryCode("US"), null, List.of());
            pending.add(new Pending(
                    new InstitutionRegistered(here, place, Remarks.NONE), 0, null, "kim", "c", null, null, null));
            for (int n = 0; n < count; n++) {
                pending.add(new Pending(events.get(n), n, null, "kim", "c-" + n, null, null, null));
            }
            new TransactionTemplate(store.writes()).executeWithoutResult(running -> store.append(pending));
        }
    }
}
