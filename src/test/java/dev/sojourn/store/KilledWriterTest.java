package dev.sojourn.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.event.Recorded;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A writer that is killed")
@Timeout(60)
class KilledWriterTest {

    /** Acknowledgements after which the writer is killed, one after the other on the same file. */
    private static final int[] KILLS = {1, 37, 150, 400, 90};

    @TempDir
    Path directory;

    @Test
    void loses_nothing_that_it_acknowledged_and_leaves_no_half_transaction() throws Exception {
        var acknowledged = new ArrayList<String>();
        for (int kill = 0; kill < KILLS.length; kill++) {
            acknowledged.addAll(runAndKill("run-" + kill, KILLS[kill]));

            try (var store = LedgerStore.open(directory, Clock.systemUTC())) {
                assertThat(store.readOnlyReason()).isEmpty();
                var found = new ArrayList<Recorded>();
                store.read(0, Long.MAX_VALUE, found::add);
                assertThat(found.size() % 2)
                        .as("every transaction appends two events")
                        .isZero();
                assertThat(found).hasSize((int) store.head());
                assertThat(acknowledged).allMatch(line -> found.contains(recorded(store, line)));
                assertThat(found.size() - 2 * acknowledged.size())
                        .as("events whose acknowledgement did not come through: one transaction of each writer a kill")
                        .isBetween(0, 2 * KilledWriter.WRITERS * (kill + 1));
                assertThat(chainHolds(store)).isTrue();
            }
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(1 + 37 + 150 + 400 + 90);
    }

    @Test
    void keeps_a_second_program_out_while_it_lives() throws Exception {
        try (var store = LedgerStore.open(directory, Clock.systemUTC())) {
            var second = start("second");

            assertThat(new String(second.getInputStream().readAllBytes(), UTF_8))
                    .contains("StoreInUse: the ledger in " + directory + " is in use; stop the other Sojourn first");
            assertThat(second.waitFor()).isNotZero();
            assertThat(store.head()).isZero();
        }
    }

    /** The lines a writer printed until it was killed, also those still in the pipe. */
    private List<String> runAndKill(String run, int after) throws IOException, InterruptedException {
        var writer = start(run);
        var lines = new ArrayList<String>();
        try (var out = new BufferedReader(writer.inputReader(UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("ok ") && line.endsWith(".")) {
                    lines.add(line);
                }
                if (lines.size() == after) {
                    writer.toHandle().destroyForcibly(); // unlike the process itself, this leaves the pipe open
                }
            }
        }
        assertThat(writer.waitFor()).isEqualTo(128 + 9);
        return lines;
    }

    private Process start(String run) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ProcessBuilder(
                java, "-Xmx128m", "-XX:TieredStopAtLevel=1", KilledWriter.class.getName(), directory.toString(), run);
        command.environment().put("CLASSPATH", classPath());
        return command.redirectErrorStream(true).start();
    }

    /** What this test itself was loaded from, however it was started. */
    private static String classPath() {
        var loaded = KilledWriter.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs()).map(URL::getPath)
                : Stream.<String>empty();
        return Stream.concat(loaded, Stream.of(System.getProperty("java.class.path")))
                .collect(joining(File.pathSeparator));
    }

    /** The event that a line acknowledges: {@code ok POSITION RESEARCHER SEQUENCE.} */
    private static Recorded recorded(LedgerStore store, String line) {
        var words = line.substring(0, line.length() - 1).split(" ", -1);
        var recorded = store.at(Long.parseLong(words[1]));
        assertThat(recorded.event()).isEqualTo(Pendings.event(words[2]));
        assertThat(recorded.header().sequence()).isEqualTo(Long.parseLong(words[3]));
        return recorded;
    }

    static boolean chainHolds(LedgerStore store) throws SQLException {
        String before = "";
        try (var connection = store.dataSource().getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select " + EventRow.COLUMNS + ", hash from event order by position")) {
            while (rows.next()) {
                String hash = HashChain.next(before, EventRow.of(rows));
                if (!hash.equals(rows.getString(11))) {
                    return false;
                }
                before = hash;
            }
        }
        return true;
    }
}
