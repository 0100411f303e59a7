package dev.sojourn.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.fault.Program;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.row.Head;
import dev.sojourn.store.row.Pending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A snapshot is written nearly all the time, so that most kills come while one is. */
@DisplayName("A program that is killed while it writes events and snapshots of the read model")
class KilledSnapshotTest {

    @TempDir
    private Path directory;

    private List<Pending> reference;
    private int length;
    private int kills;
    private int unfinished;
    private int used;
    private int rebuilt;
    private long acknowledged;

    @BeforeEach
    void read() throws IOException {
        reference = SnapshottingProgram.reference();
        length = reference.size();
    }

    @Test
    @Timeout(240)
    void loses_no_event_and_leaves_the_old_snapshot_or_none() throws Exception {
        length = 500;
        killUntilDone(20, 12, new Random(5));
    }

    @Test
    @Tag("faults")
    @Timeout(1_200)
    void loses_no_event_and_leaves_the_old_snapshot_or_none_in_sixty_kills() throws Exception {
        killUntilDone(60, 60, new Random(60));
        assertThat(unfinished).as("kills in the middle of a snapshot").isPositive();
        assertThat(used).as("starts with the snapshot left").isPositive();
    }

    /** One ledger after the other, each written to its end; killed after so many transactions at most. */
    private void killUntilDone(int wanted, int transactions, Random random) throws Exception {
        int ledgers = 0;
        while (kills < wanted) {
            var ledger = directory.resolve("ledger-" + ledgers++);
            long snapshot = 0;
            var last = new Head(0, "");
            boolean done = false;
            while (!done) {
                var before = last;
                int moment = kills < wanted ? 1 + random.nextInt(transactions) : Integer.MAX_VALUE;
                last = run(ledger, moment, random.nextInt(10_000), last);
                done = last.position() == length;
                assertThat(last.position()).isGreaterThan(before.position());
                snapshot = assertWhole(ledger, last, snapshot);
            }
            acknowledged += last.position();
            assertThat(snapshot).as("the last one, written when it stopped").isPositive();
        }
        System.out.printf(
                "snapshots: %d kills, %d of them while one was written, %d ledgers; %d started with the old one, %d without;"
                        + " %d events acknowledged, 0 lost%n",
                kills, unfinished, ledgers, used, rebuilt, acknowledged);
    }

    /** Runs it, kills it so many microseconds after so many transactions, and gives the last head acknowledged. */
    private Head run(Path ledger, int transactions, int microseconds, Head last) throws InterruptedException {
        try (var program = Program.start(SnapshottingProgram.class, ledger.toString(), "" + length)) {
            var soon = CompletableFuture.delayedExecutor(microseconds, TimeUnit.MICROSECONDS);
            var heads = new ArrayList<>(List.of(last));
            program.listen(line -> {
                if (line.startsWith("safe ") && line.endsWith(".")) {
                    heads.add(Head.parse(line.substring(5, line.length() - 1)));
                    if (heads.size() == transactions + 1) {
                        soon.execute(program::kill);
                    }
                }
            });
            boolean killed = program.exit(60) == Program.KILLED;
            assertThat(killed || program.said().contains("done"))
                    .as(() -> String.join("\n", program.said()))
                    .isTrue();
            kills += killed ? 1 : 0;
            unfinished += Files.exists(ledger.resolve("timeline.snapshot.new")) ? 1 : 0;
            return heads.get(heads.size() - 1);
        }
    }

    /**
     * All that was acknowledged is there, and no half transaction; a start finds the last snapshot that was there, a later
     * one, or none, and none that is to be refused; what is answered then is what the events say.
     */
    private long assertWhole(Path ledger, Head last, long snapshot) {
        try (var store = LedgerStore.open(ledger, Clock.systemUTC())) {
            assertThat(store.readOnlyReason()).isEmpty();
            var found = store.verify(last, position -> {});
            assertThat(found.passed()).as(found.problem()).isTrue();
            int head = (int) store.head();
            assertThat(head % SnapshottingProgram.TOGETHER == 0 || head == length)
                    .as("%d events", head)
                    .isTrue();
            var others = new ArrayList<Long>();
            store.read(0, head, recorded -> {
                if (!recorded.event()
                        .equals(reference.get((int) recorded.position() - 1).event())) {
                    others.add(recorded.position());
                }
            });
            assertThat(others).as("positions of events that were never written").isEmpty();

            var started = Follower.of(store, ledger, Integer.MAX_VALUE);
            assertThat(started.unusableSnapshot()).isEmpty();
            assertThat(started.snapshot()).isBetween(snapshot, store.head());
            used += started.snapshot() > 0 ? 1 : 0;
            rebuilt += started.snapshot() > 0 ? 0 : 1;
            assertThat(started.timeline().position()).isEqualTo(head);
            var built = Follower.of(store).timeline();
            for (long at : LongStream.of(head / 3, started.snapshot(), head).toArray()) {
                assertThat(new Comparison(built.at(at), started.timeline().at(at)).first())
                        .as("at %d", at)
                        .isEmpty();
            }
            return started.snapshot();
        }
    }
}
