package dev.sojourn.store;

import static dev.sojourn.store.Pendings.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.command.curation.Curation;
import dev.sojourn.command.lookup.KeptLookups;
import dev.sojourn.command.lookup.Lookups;
import dev.sojourn.event.value.Id;
import dev.sojourn.store.Pendings.SetClock;
import dev.sojourn.store.file.StorageFailure;
import dev.sojourn.store.row.Head;
import dev.sojourn.store.row.Link;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * One bit of the closed file of the database is another one, anywhere: in rows, in indexes, in what the database keeps for
 * itself, or in what is of no use any more.
 */
@DisplayName("A flipped bit in the events file")
class FlippedFileTest {

    private static final int EVENTS = 200;
    private static final String FILE = "events.mv.db";

    /** What a ledger says when it is asked for everything. */
    private record Content(
            Head head, List<Link> rows, Map<String, List<String>> bySubject, Map<String, String> commands) {}

    @TempDir
    private Path directory;

    private Path data;
    private byte[] file;
    private Content good;
    private final TreeMap<String, Integer> outcomes = new TreeMap<>();

    @BeforeEach
    void fill() throws IOException {
        data = directory.resolve("data");
        try (var store = LedgerStore.open(data, new SetClock(NOON))) {
            EveryEvent.append(store, EVENTS);
            store.completeErasures();
        }
        try (var store = LedgerStore.open(data, new SetClock(NOON));
                var curation = Curation.open(store, data, new SetClock(NOON))) {
            assertThat(curation).isNotNull();
            good = content(store, data);
        }
        file = Files.readAllBytes(data.resolve(FILE));
    }

    @Test
    @Timeout(120)
    void is_harmless_or_found_never_silent() throws Exception {
        flip(40);
    }

    @Test
    @Tag("faults")
    @Timeout(3_600)
    void is_harmless_or_found_never_silent_three_thousand_times() throws Exception {
        flip(3_000);
    }

    /** In its event, and in old copies of that. */
    @Test
    @Timeout(120)
    void is_found_wherever_a_command_id_stands() throws IOException {
        byte[] id = "command-151".getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at <= file.length - id.length; at++) {
            if (Arrays.equals(file, at, at + id.length, id, 0, id.length)) {
                outcomes.merge(outcome(at + id.length - 1, 6), 1, Integer::sum); // which makes it command-15q
            }
        }
        assertThat(outcomes).containsKey("found at the start");
    }

    /** Who reads all rows in their order comes across it all the same, and nobody finds it who asks for its position. */
    @Test
    void is_found_in_the_key_under_which_a_row_is_kept() throws IOException {
        for (int part = 0; part < 2; part++) {
            byte[] flipped = file.clone();
            int position = flipKey(flipped, part);
            var where = Files.createDirectory(directory.resolve("flipped-" + part));
            copyAll(where);
            Files.write(where.resolve(FILE), flipped);
            try (var store = LedgerStore.open(where, new SetClock(NOON))) {
                assertThat(store.readOnlyReason())
                        .contains("position " + position + ": there is no event at position " + position);
                assertThat(store.verify(null, progress -> {}).firstBad()).isEqualTo(position);
            }
        }
    }

    /** In one of the two bytes of a key from 129 on, which stand one after the other in a page, also in old ones; which. */
    private static int flipKey(byte[] file, int part) {
        int flipped = 0;
        for (int key = 130; key < 190; key++) {
            for (int at = 0; at < file.length - 6; at++) {
                if (isKey(file, at, key - 1) && isKey(file, at + 2, key) && isKey(file, at + 4, key + 1)) {
                    file[at + 2 + part] ^= 1 << 5;
                    flipped = key;
                }
            }
            if (flipped > 0) {
                return flipped;
            }
        }
        throw new AssertionError("no key was found in the file");
    }

    /** Seven bits in a byte, the last ones first. */
    private static boolean isKey(byte[] file, int at, int key) {
        return file[at] == (byte) ((key & 127) | 128) && file[at + 1] == key >> 7;
    }

    private void flip(int flips) throws Exception {
        var random = new Random(flips);
        var patience = Executors.newCachedThreadPool();
        try {
            for (int n = 0; n < flips; n++) {
                int at = random.nextInt(file.length);
                int bit = random.nextInt(8);
                var flipped = patience.submit(() -> outcome(at, bit));
                outcomes.merge(flipped.get(60, TimeUnit.SECONDS), 1, Integer::sum);
            }
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        } finally {
            patience.shutdownNow();
        }
        System.out.printf(
                "flipped bits of a closed file: %d of %d bytes: %s, none silent%n", flips, file.length, outcomes);
    }

    private String outcome(int at, int bit) throws IOException {
        var where = Files.createTempDirectory(directory, "flipped");
        copyAll(where);
        byte[] flipped = file.clone();
        flipped[at] ^= (byte) (1 << bit);
        Files.write(where.resolve(FILE), flipped);
        try {
            return outcome(where);
        } catch (RuntimeException | Error silent) {
            throw new AssertionError("byte " + at + ", bit " + bit + ": " + silent, silent);
        }
    }

    private void copyAll(Path where) throws IOException {
        try (var files = Files.list(data)) {
            for (var other : files.toList()) {
                Files.copy(other, where.resolve(other.getFileName()));
            }
        }
    }

    private String outcome(Path where) {
        try (var store = LedgerStore.open(where, new SetClock(NOON))) {
            if (store.readOnlyReason().isPresent()) {
                return "found at the start";
            }
            var found = store.verify(good.head(), position -> {});
            if (!found.passed()) {
                return "found by verify";
            }
            try (var curation = Curation.open(store, where, new SetClock(NOON))) {
                assertThat(curation).isNotNull(); // which has folded the look-ups
                if (store.readOnlyReason().isPresent()) {
                    return "found at the start";
                }
                assertSame(content(store, where));
            }
            return "harmless";
        } catch (StorageFailure named) {
            return "refused";
        }
    }

    private void assertSame(Content found) {
        assertThat(found.head()).isEqualTo(good.head());
        assertThat(found.rows().equals(good.rows())).as("rows").isTrue();
        assertThat(found.bySubject().equals(good.bySubject()))
                .as("events by subject")
                .isTrue();
        assertThat(found.commands()).isEqualTo(good.commands());
    }

    private static Content content(LedgerStore store, Path where) {
        var rows = new ArrayList<Link>();
        store.links(0, Long.MAX_VALUE, rows::add);
        var bySubject = new HashMap<String, List<String>>();
        var subjects = new HashSet<Id>();
        store.read(0, Long.MAX_VALUE, recorded -> subjects.add(recorded.event().subject()));
        for (var subject : subjects) {
            bySubject.put(
                    subject.key(),
                    store.ofSubject(subject, Long.MAX_VALUE).stream()
                            .map(Object::toString)
                            .toList());
        }
        var commands = new Lookups(KeptLookups.open(store, where).index()).commandIds();
        var found = new TreeMap<String, String>();
        for (int n = 0; n < EVENTS; n++) {
            found.put("command-" + n, commands.find("command-" + n).toString());
        }
        return new Content(store.chainHead(), rows, bySubject, found);
    }
}
