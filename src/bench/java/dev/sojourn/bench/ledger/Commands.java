package dev.sojourn.bench.ledger;

import dev.sojourn.bench.report.Row;
import dev.sojourn.bench.report.Section;
import dev.sojourn.command.IdentityCommand.RegisterResearcher;
import dev.sojourn.command.InstitutionCommand.RegisterInstitution;
import dev.sojourn.command.Request;
import dev.sojourn.command.SpellCommand.RecordAffiliation;
import dev.sojourn.command.curation.Curation;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.Profile;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.Sector;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.row.Link;
import dev.sojourn.time.PartialDate;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.springframework.util.FileSystemUtils;

/**
 * Commands that are on disk when they are answered, beside inserts of such rows with a commit and a sync each: in turns, so
 * that what else the machine does meets both alike. One client of the raw limit: more would wait for the same syncs.
 */
public final class Commands implements Section {

    private static final int[] CLIENTS = {1, 8};
    private static final double[] GOALS = {0.6, 1.3};
    private static final int ROUNDS = 5;
    private static final long NANOS = 1_500_000_000;
    private static final int WARM_UP = 4;
    private static final int PEOPLE = 2_000;
    private static final int PLACES = 100;

    private final AtomicLong number = new AtomicLong();
    private boolean measured;

    @Override
    public String name() {
        return "commands";
    }

    @Override
    public void measure(int researchers, Consumer<Row> rows) throws Exception {
        if (measured) {
            return; // the same whatever the size: one person is asked at a time
        }
        measured = true;
        var rates = new Rates(name(), PEOPLE);
        var folder = Files.createTempDirectory("sojourn-bench-commands");
        var data = Files.createDirectory(folder.resolve("data"));
        var clients = Executors.newFixedThreadPool(8);
        try (var store = LedgerStore.open(data, Clock.systemUTC());
                var curation = Curation.open(store, data, Clock.systemUTC());
                var raw = new RawRows(folder)) {
            fill(curation);
            curation.send(next());
            var like = new ArrayList<Link>();
            store.links(store.head() - 1, store.head(), like::add);
            for (int turn = 0; turn < WARM_UP; turn++) {
                raw(raw, like.get(0));
                ours(curation, clients, 1 + turn % 2 * 7);
            }
            for (int which = 0; which < CLIENTS.length; which++) {
                double[] limits = new double[ROUNDS];
                double[] reached = new double[ROUNDS];
                for (int round = 0; round < ROUNDS; round++) {
                    limits[round] = raw(raw, like.get(0));
                    reached[round] = ours(curation, clients, CLIENTS[which]);
                }
                rows.accept(
                        rates.beside("durable commands, clients: " + CLIENTS[which], reached, limits, GOALS[which]));
            }
        } finally {
            clients.shutdownNow();
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void fill(Curation curation) {
        try (var bulk = curation.bulk()) {
            for (int place = 0; place < PLACES; place++) {
                var profile = new Profile(
                        Names.of("Institution " + place), Sector.UNIVERSITY, new CountryCode("US"), null, List.of());
                bulk.apply(
                        request(new RegisterInstitution(place(place), profile, Remarks.NONE), "p" + place), null, null);
            }
            for (int person = 0; person < PEOPLE; person++) {
                var registered = new RegisterResearcher(
                        person(person), Names.of("Given Family" + person), List.of(), Remarks.NONE);
                bulk.apply(request(registered, "r" + person), null, null);
            }
            bulk.flush();
        }
    }

    /** A stay of the next person, with a title to be encrypted. */
    private Request next() {
        long next = number.incrementAndGet();
        var claim = Claim.of(
                place((int) (next % PLACES)), Role.FACULTY, PartialDate.parse("2019"), PartialDate.parse("2021"));
        return request(
                new RecordAffiliation(
                        person((int) (next % PEOPLE)),
                        new SpellId("s" + next),
                        claim,
                        null,
                        new Titled("Professor of Chemistry", null, List.of(), java.util.Map.of())),
                "c" + next);
    }

    private double ours(Curation curation, java.util.concurrent.ExecutorService pool, int clients) throws Exception {
        long began = System.nanoTime();
        var running = new ArrayList<Future<Long>>();
        for (int client = 0; client < clients; client++) {
            running.add(pool.submit(() -> {
                long answered = 0;
                for (; System.nanoTime() - began < NANOS; answered++) {
                    curation.send(next());
                }
                return answered;
            }));
        }
        long answered = 0;
        for (var client : running) {
            answered += client.get();
        }
        return answered / ((System.nanoTime() - began) / 1e9);
    }

    private double raw(RawRows rows, Link like) throws SQLException {
        long began = System.nanoTime();
        long inserted = 0;
        for (; System.nanoTime() - began < NANOS; inserted++) {
            rows.insertOne(like.event(), like.hash(), number.incrementAndGet());
        }
        return inserted / ((System.nanoTime() - began) / 1e9);
    }

    private static Request request(dev.sojourn.command.Command command, String id) {
        return Request.of(command, "curator", id);
    }

    private static InstitutionId place(int number) {
        return new InstitutionId("i" + number);
    }

    private static ResearcherId person(int number) {
        return new ResearcherId("r" + number);
    }
}
