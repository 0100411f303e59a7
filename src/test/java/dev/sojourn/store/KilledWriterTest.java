package dev.sojourn.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.event.Recorded;
import dev.sojourn.fault.Program;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A writer that is killed")
@Timeout(60)
class KilledWriterTest {

    @TempDir
    Path directory;

    @Test
    @Timeout(240)
    void loses_nothing_that_it_acknowledged_and_leaves_no_half_transaction() throws Exception {
        killAfter(IntStream.concat(IntStream.of(1, 400), new Random(20).ints(18, 1, 150))
                .toArray());
    }

    @Test
    @Tag("faults")
    @Timeout(1_800)
    void loses_nothing_that_it_acknowledged_in_sixty_kills() throws Exception {
        killAfter(new Random(60).ints(60, 1, 600).toArray());
    }

    /** Kills the writer after so many acknowledgements, one time after the other on the same file. */
    private void killAfter(int... kills) throws Exception {
        var acknowledged = new HashMap<Long, String>();
        for (int kill = 0; kill < kills.length; kill++) {
            for (String line : runAndKill("run-" + kill, kills[kill])) {
                acknowledged.put(Long.parseLong(line.split(" ", -1)[1]), line);
            }

            try (var store = LedgerStore.open(directory, Clock.systemUTC())) {
                assertThat(store.readOnlyReason()).isEmpty();
                var missing = new HashMap<>(acknowledged);
                store.read(0, Long.MAX_VALUE, found -> {
                    String line = missing.remove(found.position());
                    assertThat(line == null || acknowledges(line, found))
                            .as(line)
                            .isTrue();
                });
                assertThat(missing).isEmpty();
                assertThat(store.head() % 2)
                        .as("every transaction appends two events")
                        .isZero();
                assertThat(store.head() - 2L * acknowledged.size())
                        .as("events whose acknowledgement did not come through: one transaction of each writer a kill")
                        .isBetween(0L, 2L * KilledWriter.WRITERS * (kill + 1L));
                assertThat(store.verify(null, position -> {}).passed()).isTrue();
            }
        }
        assertThat(acknowledged)
                .hasSizeGreaterThanOrEqualTo(Arrays.stream(kills).sum());
        System.out.printf("writers: %d kills, %d acknowledged, 0 lost%n", kills.length, acknowledged.size());
    }

    @Test
    void keeps_a_second_program_out_while_it_lives() throws Exception {
        try (var store = LedgerStore.open(directory, Clock.systemUTC())) {
            try (var second = start("second")) {
                second.await(line -> line.contains(
                        "StoreInUse: the ledger in " + directory + " is in use; stop the other Sojourn first"));
                second.listen(line -> {});
                assertThat(second.exit(30)).isNotZero();
            }
            assertThat(store.head()).isZero();
        }
    }

    /** The lines a writer printed until it was killed, also those still in the pipe. */
    private List<String> runAndKill(String run, int after) throws InterruptedException {
        try (var writer = start(run)) {
            var lines = new ArrayList<String>();
            writer.listen(line -> {
                if (line.startsWith("ok ") && line.endsWith(".")) {
                    lines.add(line);
                }
                if (lines.size() == after) {
                    writer.kill();
                }
            });
            assertThat(writer.exit(30)).isEqualTo(Program.KILLED);
            return lines;
        }
    }

    private Program start(String run) {
        return Program.start(KilledWriter.class, directory.toString(), run);
    }

    /** Whether an event is the one of a line: {@code ok POSITION RESEARCHER SEQUENCE.} */
    private static boolean acknowledges(String line, Recorded found) {
        var words = line.substring(0, line.length() - 1).split(" ", -1);
        return found.event().equals(Pendings.event(words[2])) && found.header().sequence() == Long.parseLong(words[3]);
    }
}
