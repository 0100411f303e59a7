package dev.sojourn.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sojourn.Canaries;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.NamesChanged;
import dev.sojourn.event.IdentityEvent.PersonErased;
import dev.sojourn.event.value.Id;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Identity;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.exchange.LedgerLines;
import dev.sojourn.exchange.LedgerLines.Line;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.row.Pending;
import dev.sojourn.store.saved.SnapshotFile;
import dev.sojourn.store.saved.SnapshotFile.Unusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** The first 3,000 events of the reference ledger with a snapshot of them, and then the others. */
@DisplayName("The snapshot of the read model")
class SnapshotsTest {

    private static final int FEW = 1_000;
    private static final int KEPT = 3_000;
    private static final String CANARY = "Canaryname";

    @TempDir
    private Path temp;

    private Path folder;
    private Path snapshot;
    private LedgerStore store;
    private final List<Pending> reference = new ArrayList<>();
    private final Map<Id, Long> sequences = new HashMap<>();

    @BeforeEach
    void keepOne() throws IOException {
        folder = temp.resolve("ledger");
        snapshot = Timeline.SNAPSHOT.in(folder);
        store = LedgerStore.open(folder, Clock.systemUTC());
        try (var lines = Files.newBufferedReader(Path.of("events/reference/ledger.jsonl"))) {
            LedgerLines.read("ledger.jsonl", lines, line -> reference.add(pending(line)));
        }
        append(reference.subList(0, KEPT));
        Follower.of(store, folder, FEW).close();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Pending pending(Line line) {
        long sequence = sequences.merge(line.event().subject(), 0L, (last, first) -> last + 1);
        return new Pending(
                line.event(), sequence, line.recorded(), line.actor(), line.commandId(), null, null, line.undoes());
    }

    private void append(List<Pending> events) {
        new TransactionTemplate(store.writes()).executeWithoutResult(running -> store.append(events));
    }

    private void append(Event event) {
        append(List.of(pending(event, store.version(event.subject(), Long.MAX_VALUE) + 1)));
    }

    private static Pending pending(Event event, long sequence) {
        return new Pending(event, sequence, null, "ada", "c", null, null, null);
    }

    private static NamesChanged named(ResearcherId person, String name) {
        return new NamesChanged(person, new Identity(Names.of(name), null, null, null, null));
    }

    private void open(Path another) {
        store.close();
        store = LedgerStore.open(another, Clock.systemUTC());
    }

    private void seesTheEvents(Follower follower) {
        var built = Follower.of(store).timeline();
        assertThat(follower.problem()).isEmpty();
        assertThat(follower.timeline().position()).isEqualTo(store.head());
        for (long position : List.of(0L, 1_000L, Math.min(3_000L, store.head()), store.head())) {
            assertThat(new Comparison(built.at(position), follower.timeline().at(position)).first())
                    .as("at %s", position)
                    .isEmpty();
        }
    }

    @Test
    void is_where_the_next_start_begins() throws InterruptedException {
        append(reference.subList(KEPT, 4_000));
        open(folder);
        var follower = Follower.of(store, folder, FEW);
        assertThat(follower.snapshot()).isEqualTo(KEPT);
        seesTheEvents(follower);

        append(reference.subList(4_000, reference.size()));
        assertThat(follower.timeline().await(reference.size(), Duration.ofSeconds(30)))
                .isTrue();
        follower.close();
        open(folder);
        follower = Follower.of(store, folder, FEW);
        assertThat(follower.snapshot()).isGreaterThan(reference.size() - FEW);
        seesTheEvents(follower);
    }

    @Test
    void is_refused_with_any_byte_changed_and_cut_off_anywhere() throws IOException {
        byte[] good = Files.readAllBytes(snapshot);
        var file = new SnapshotFile(Timeline.SNAPSHOT, folder, store);
        var random = new SplittableRandom(1);
        for (int flip = 0; flip < 300; flip++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            refused(file, bad);
        }
        for (int cut = 0; cut < 100; cut++) {
            refused(file, Arrays.copyOf(good, random.nextInt(good.length)));
        }
        refused(file, Arrays.copyOf(good, good.length + 1));

        var follower = Follower.of(store, folder, FEW);
        assertThat(follower.snapshot()).isZero();
        assertThat(follower.unusableSnapshot()).contains("it is damaged");
        seesTheEvents(follower);
        follower.close();
        assertThat(Follower.of(store, folder, FEW).snapshot()).isEqualTo(KEPT); // it was written again
    }

    private void refused(SnapshotFile file, byte[] bad) throws IOException {
        Files.write(snapshot, bad);
        assertThatExceptionOfType(Unusable.class)
                .isThrownBy(() -> file.read(in -> Timeline.load(in, Follower.history(store))))
                .withMessageContaining("damaged");
    }

    @Test
    void is_refused_beside_another_ledger() throws IOException {
        var other = temp.resolve("other");
        open(other);
        append(reference.subList(0, KEPT));
        assertThat(unusable(other)).contains("it is damaged"); // its mark is under other keys
    }

    @Test
    void is_refused_beyond_the_head_and_where_the_chain_is_another() throws IOException {
        append(reference.subList(KEPT, 4_000));
        store.close();
        FileSystemUtils.copyRecursively(folder, temp.resolve("fork")); // the same keys, the same mark
        store = LedgerStore.open(folder, Clock.systemUTC());
        append(reference.subList(4_000, reference.size()));
        Follower.of(store, folder, FEW).close();

        var fork = temp.resolve("fork");
        open(fork);
        assertThat(unusable(fork)).hasValueSatisfying(why -> assertThat(why).contains("beyond the head"));
        Follower.of(store, fork, FEW); // and away it goes
        var eve = someone();
        long first = store.version(eve, Long.MAX_VALUE) + 1;
        append(IntStream.range(0, reference.size() - (int) store.head())
                .mapToObj(more -> pending(named(eve, "Another Course"), first + more))
                .toList());
        assertThat(unusable(fork)).contains("it is of another ledger");
    }

    private ResearcherId someone() {
        return reference.stream()
                .map(pending -> pending.event().subject())
                .filter(ResearcherId.class::isInstance)
                .map(ResearcherId.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** What is said of the snapshot of the first ledger where it is beside another. */
    private Optional<String> unusable(Path beside) throws IOException {
        Files.copy(snapshot, Timeline.SNAPSHOT.in(beside), StandardCopyOption.REPLACE_EXISTING);
        var follower = Follower.of(store, beside, Integer.MAX_VALUE);
        assertThat(follower.snapshot()).isZero();
        seesTheEvents(follower);
        return follower.unusableSnapshot();
    }

    @Test
    void stays_the_old_one_if_writing_the_next_is_cut_short() throws IOException {
        byte[] old = Files.readAllBytes(snapshot);
        var file = new SnapshotFile(Timeline.SNAPSHOT, folder, store);
        var timeline = Follower.of(store).timeline();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> file.write(KEPT, () -> true, out -> timeline.save(out, KEPT)));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> file.write(KEPT, () -> false, out -> {
                    timeline.save(out, KEPT);
                    throw new IllegalStateException("killed");
                }));
        Files.write(folder.resolve("timeline.snapshot.new"), Arrays.copyOf(old, old.length / 2)); // by a kill

        assertThat(Files.readAllBytes(snapshot)).isEqualTo(old);
        assertThat(Follower.of(store, folder, FEW).snapshot()).isEqualTo(KEPT);
        file.write(KEPT, () -> false, out -> timeline.save(out, KEPT));
        assertThat(folder.resolve("timeline.snapshot.new")).doesNotExist();
    }

    @Test
    void holds_no_name_in_the_clear_and_nothing_of_who_was_erased() throws IOException {
        var eve = someone();
        append(named(eve, CANARY));
        var follower = Follower.of(store, folder, 1);
        int number = follower.timeline().now().find(eve);
        assertThat(follower.timeline().now().names(number)).isEqualTo(Names.of(CANARY));
        follower.close();
        Canaries.notIn(folder, List.of(CANARY));

        open(folder);
        follower = Follower.of(store, folder, 1);
        assertThat(follower.snapshot()).isEqualTo(store.head());
        append(new PersonErased(eve, null, Remarks.because("asked")));
        store.completeErasures();
        assertThat(snapshot).doesNotExist();

        follower.close();
        open(folder);
        follower = Follower.of(store, folder, 1);
        assertThat(follower.snapshot()).isEqualTo(store.head());
        assertThat(follower.timeline().now().names(number)).isNull();
        assertThat(follower.timeline().at(KEPT).names(number)).isNull();
        seesTheEvents(follower);
    }
}
