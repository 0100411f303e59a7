package dev.sojourn.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.command.IdentityCommand.RegisterResearcher;
import dev.sojourn.command.Request;
import dev.sojourn.command.curation.Curation;
import dev.sojourn.command.lookup.KeptLookups;
import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.fault.power.PowerlessFolder;
import dev.sojourn.fault.power.PowerlessPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A loss of power")
@Timeout(1_800)
class PowerLossTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final UnaryOperator<Durability.Disk> SYNCING = UnaryOperator.identity();
    private static final int WRITERS = 3;
    private static final int BATCH = 3;

    /** A request that was answered, and how. */
    private record Answered(Request request, List<Long> positions) {}

    /** What the disk held at some moment, and what had been acknowledged by then. */
    private record Image(Path directory, long head, List<Answered> answers) {}

    @TempDir
    private Path directory;

    private Path data;
    private PowerlessFolder folder;
    private final List<Answered> answered = new ArrayList<>();
    private final List<Image> images = new ArrayList<>();
    private final AtomicBoolean enough = new AtomicBoolean();
    private long acknowledged;

    @Test
    void loses_nothing_acknowledged() throws Exception {
        surviveImages(new Random(1), 2, 16);
    }

    @Test
    @Tag("faults")
    void loses_nothing_acknowledged_in_two_hundred_images() throws Exception {
        surviveImages(new Random(2), 5, 45);
    }

    @Test
    void would_lose_what_was_acknowledged_if_the_store_did_not_sync() throws Exception {
        record(new Random(3), 1, 40, unsynced -> () -> {});
        int losing = 0;
        for (var image : images) {
            losing += losesSomething(image) ? 1 : 0;
        }
        assertThat(losing).isPositive();
        System.out.printf("power loss without the sync: %d of %d images lose something%n", losing, images.size());
    }

    private void surviveImages(Random chance, int sessions, int perSession) throws Exception {
        record(chance, sessions, perSession, SYNCING);
        var hashes = hashes();
        for (var image : images) {
            assertAllThere(image, hashes);
        }
        System.out.printf(
                "power loss: %d images of %s; %d commands acknowledged, 0 lost%n",
                images.size(), folder.summary(), answered.size());
    }

    /** Opens a ledger, writes and closes it, again and again; the power may go at any of these moments. */
    private void record(Random chance, int sessions, int perSession, UnaryOperator<Durability.Disk> syncing)
            throws Exception {
        folder = PowerlessFolder.of(directory.resolve("data"));
        data = folder.path();
        folder.watch(() -> takeImage(chance));
        for (int session = 0; session < sessions; session++) {
            int wanted = (session + 1) * perSession;
            try (var store = LedgerStore.open(data, PowerlessPath.SCHEME, CLOCK, syncing);
                    var curation = Curation.open(store, data, CLOCK)) {
                enough.set(false);
                var writers = new ArrayList<CompletableFuture<Void>>();
                for (int writer = 0; writer < WRITERS; writer++) {
                    String name = "s" + session + "-w" + writer;
                    writers.add(CompletableFuture.runAsync(() -> write(curation, name, wanted)));
                }
                String name = "s" + session + "-b";
                writers.add(CompletableFuture.runAsync(() -> writeInBulk(curation, name)));
                writers.forEach(CompletableFuture::join);
            }
        }
        folder.watch(() -> {});
    }

    /** On every tenth or so of all moments. */
    private void takeImage(Random chance) {
        if (chance.nextInt(10) > 0) {
            return;
        }
        try {
            var image = directory.resolve("image-" + images.size());
            folder.afterPowerLoss(chance, image);
            synchronized (answered) {
                images.add(new Image(image, acknowledged, List.copyOf(answered)));
            }
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void write(Curation curation, String name, int wanted) {
        for (int n = 0; !enough.get(); n++) {
            var request = register(name + "-" + n);
            var receipt = curation.send(request);
            synchronized (answered) {
                answered.add(new Answered(request, receipt.positions()));
                acknowledged = Math.max(acknowledged, receipt.position());
                enough.compareAndSet(false, images.size() >= wanted);
            }
        }
    }

    /** Some people at a time: all or none. */
    private void writeInBulk(Curation curation, String name) {
        try (var bulk = curation.bulk()) {
            for (int n = 0; !enough.get(); n++) {
                for (int one = 0; one < BATCH; one++) {
                    bulk.apply(register(name + "-" + n + "." + one), null, name + "-row-" + n + "." + one);
                }
                bulk.flush();
            }
        }
    }

    private static Request register(String person) {
        var command = new RegisterResearcher(
                new ResearcherId(person), Names.of("Somebody"), List.of(new Identifier("dblp", person)), Remarks.NONE);
        return Request.of(command, "kim", "register " + person);
    }

    /** By position, of the ledger that never lost power. */
    private Map<Long, String> hashes() {
        var hashes = new HashMap<Long, String>();
        try (var store = LedgerStore.open(data, CLOCK)) {
            store.links(0, store.head(), link -> hashes.put(link.event().position(), link.hash()));
        }
        return hashes;
    }

    private void assertAllThere(Image image, Map<Long, String> hashes) {
        var where = image.directory();
        try (var store = LedgerStore.open(where, CLOCK)) {
            assertThat(store.readOnlyReason()).as("%s", where).isEmpty();
            assertThat(store.head()).as("%s", where).isGreaterThanOrEqualTo(image.head());
            assertThat(store.verify(null, position -> {}).problem()).isNull();
            assertThat(store.chainHead().hash()).isEqualTo(store.head() == 0 ? "" : hashes.get(store.head()));
            assertThat(halfBatches(store)).as("%s", where).isEmpty();
            assertThat(KeptLookups.open(store, where).difference())
                    .as("%s", where)
                    .isEmpty();
            try (var curation = Curation.open(store, where, CLOCK)) {
                long before = store.head();
                var answers = image.answers();
                for (var answer : answers.subList(Math.max(0, answers.size() - 20), answers.size())) {
                    assertThat(curation.send(answer.request()).positions()).isEqualTo(answer.positions());
                }
                assertThat(store.head()).isEqualTo(before);
                assertThat(curation.send(register("after the loss")).position()).isEqualTo(before + 1);
            }
        }
    }

    /** Batches of {@link #writeInBulk} of which some are there and some are not. */
    private static List<String> halfBatches(LedgerStore store) {
        var batches = new HashMap<String, Integer>();
        store.read(0, store.head(), recorded -> {
            String row = recorded.header().importRow();
            if (row != null) {
                batches.merge(row.substring(0, row.indexOf('.')), 1, Integer::sum);
            }
        });
        batches.values().removeIf(count -> count == BATCH);
        return List.copyOf(batches.keySet());
    }

    private boolean losesSomething(Image image) {
        try (var store = LedgerStore.open(image.directory(), CLOCK)) {
            return store.readOnlyReason().isPresent()
                    || store.head() < image.head()
                    || !store.verify(null, position -> {}).passed();
        } catch (IllegalStateException | UncheckedIOException unusable) {
            return true;
        }
    }
}
