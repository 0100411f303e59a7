package dev.sojourn.store;

import static dev.sojourn.store.Pendings.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.event.form.EventText;
import dev.sojourn.event.form.Upcasters;
import dev.sojourn.store.Pendings.SetClock;
import dev.sojourn.store.key.KeyTrouble;
import dev.sojourn.store.key.MasterKeyPlace;
import dev.sojourn.store.key.PersonalKeys;
import dev.sojourn.store.key.PersonalText;
import dev.sojourn.store.row.Link;
import dev.sojourn.store.row.UnreadableEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every byte of the file is changed. A key that is lost may never pass for one that was destroyed, or for another. */
@DisplayName("A changed byte in the file of keys")
class FlippedKeysTest {

    private static final int EVENTS = 40;

    @TempDir
    private Path directory;

    private final List<Link> rows = new ArrayList<>();
    private final List<String> good = new ArrayList<>();
    private final TreeMap<String, Integer> outcomes = new TreeMap<>();
    private byte[] file;
    private long made;
    private Set<String> destroyed;

    @BeforeEach
    void fill() throws IOException {
        try (var store = LedgerStore.open(directory, new SetClock(NOON))) {
            EveryEvent.append(store, EVENTS);
            store.completeErasures();
            store.links(0, EVENTS, rows::add);
            store.read(0, EVENTS, recorded -> good.add(recorded.toString()));
        }
        assertThat(good)
                .anyMatch(event -> event.contains("erased=true"))
                .anyMatch(event -> event.contains("erased=false"));
        file = Files.readAllBytes(directory.resolve(PersonalKeys.FILE));
        made = Files.readAllLines(directory.resolve(PersonalKeys.FILE)).size() - 1L;
        try (var keys = PersonalKeys.open(directory, MasterKeyPlace.in(directory))) {
            destroyed = Set.copyOf(keys.destroyed());
        }
    }

    @Test
    @Timeout(120)
    void is_named_or_harmless_and_never_taken_for_an_erasure() throws IOException {
        changeEach(random -> new int[] {1});
    }

    @Test
    @Tag("faults")
    @Timeout(600)
    void is_named_or_harmless_whatever_it_is_changed_to() throws IOException {
        changeEach(random -> new int[] {1 + random.nextInt(255), 1 + random.nextInt(255), 0x20, 0x80});
    }

    private void changeEach(Function<Random, int[]> others) throws IOException {
        var random = new Random(1);
        for (int at = 0; at < file.length; at++) {
            for (int other : others.apply(random)) {
                byte[] changed = file.clone();
                changed[at] ^= (byte) other;
                Files.write(directory.resolve(PersonalKeys.FILE), changed);
                outcomes.merge(outcome("byte " + at + " of " + file.length), 1, Integer::sum);
            }
        }
        System.out.printf(
                "changed bytes in the file of keys: %d: %s, none silent%n",
                outcomes.values().stream().mapToInt(count -> count).sum(), outcomes);
    }

    /** As the store does at a start, then reading everything. */
    private String outcome(String where) {
        try (var keys = PersonalKeys.open(directory, MasterKeyPlace.in(directory))) {
            keys.expect(made);
            // the store compares those destroyed with the erasures that are recorded
            if (keys.trouble().isPresent() || !Set.copyOf(keys.destroyed()).equals(destroyed)) {
                return "found at the start";
            }
            var text = new EventText(Upcasters.CURRENT);
            var personal = new PersonalText(keys);
            String outcome = "harmless";
            for (int n = 0; n < EVENTS; n++) {
                try {
                    var told = rows.get(n).event().read(text, personal, false).toString();
                    assertThat(told).as(where).isEqualTo(good.get(n));
                } catch (KeyTrouble | UnreadableEvent named) {
                    outcome = "named where it is read";
                }
            }
            return outcome;
        }
    }
}
