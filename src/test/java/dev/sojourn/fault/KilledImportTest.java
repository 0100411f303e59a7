package dev.sojourn.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.cli.OpenLedger;
import dev.sojourn.command.lookup.KeptLookups;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.exchange.ImportOptions;
import dev.sojourn.exchange.ImportReport;
import dev.sojourn.exchange.Importer;
import dev.sojourn.exchange.LedgerLines;
import dev.sojourn.exchange.Progress;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.row.Head;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("An import that is killed")
class KilledImportTest {

    private static final Clock CLOCK = Clock.systemUTC();

    /** When to kill: some milliseconds after it said something for so many times. */
    private record Moment(String said, int times, int milliseconds) {}

    private static final Moment NEVER = new Moment("never", 1, 0);

    @TempDir
    private Path directory;

    private Path source;
    private int kills;
    private long acknowledged;

    @Test
    @Timeout(240)
    void loses_nothing_acknowledged_and_ends_as_if_nothing_had_happened() throws Exception {
        killUntilDone(20, 600, new Random(20));
    }

    @Test
    @Tag("faults")
    @Timeout(1_800)
    void loses_nothing_acknowledged_in_sixty_kills() throws Exception {
        killUntilDone(60, 600, new Random(60));
    }

    private void killUntilDone(int wanted, int people, Random random) throws Exception {
        source = GeneratedPackage.write(directory.resolve("package"), people);
        importHere(directory.resolve("undisturbed"), Progress.NONE);
        var undisturbed = content(directory.resolve("undisturbed"));
        for (int round = 0; kills < wanted; round++) {
            var ledger = directory.resolve("ledger-" + round);
            var heads = new ArrayList<Head>();
            boolean done = false;
            while (!done) {
                done = run(ledger, kills >= wanted ? NEVER : moment(random), heads);
                assertAllThere(ledger, heads);
            }
            acknowledged += heads.get(heads.size() - 1).position();
            assertThat(content(ledger)).isEqualTo(undisturbed);
            assertThat(importHere(ledger, Progress.NONE).eventCount()).isZero();
            System.out.printf("import: ledger %d is whole after %d kills in all%n", round + 1, kills);
        }
        System.out.printf("import: %d kills, %d events acknowledged, 0 lost%n", kills, acknowledged);
    }

    /** While it opens the ledger and reads, while it checks the rows, or as soon as some of it is safe on disk. */
    private Moment moment(Random random) {
        return switch (kills % 4) {
            case 0 -> new Moment("step", 1, random.nextInt(3_000));
            case 1 -> new Moment("step", 2, random.nextInt(100));
            default -> new Moment("safe", 1 + random.nextInt(2), random.nextInt(20));
        };
    }

    /** Runs the import, and kills it at a moment. */
    private boolean run(Path ledger, Moment moment, List<Head> heads) throws InterruptedException {
        try (var program = Program.start(ImportingProgram.class, ledger.toString(), source.toString())) {
            var soon = CompletableFuture.delayedExecutor(moment.milliseconds(), TimeUnit.MILLISECONDS);
            int[] times = new int[1];
            program.listen(line -> {
                if (line.startsWith("safe ") && line.endsWith(".")) {
                    heads.add(Head.parse(line.substring(5, line.length() - 1)));
                }
                if (line.startsWith(moment.said()) && ++times[0] == moment.times()) {
                    soon.execute(program::kill);
                }
            });
            boolean killed = program.exit(120) == Program.KILLED;
            kills += killed ? 1 : 0;
            assertThat(killed || program.said().stream().anyMatch(line -> line.startsWith("done IMPORTED")))
                    .as(() -> String.join("\n", program.said()))
                    .isTrue();
            return !killed;
        }
    }

    /** What was said to be safe is there unchanged, nothing is there twice, and the look-ups agree with it. */
    private void assertAllThere(Path ledger, List<Head> heads) {
        try (var store = LedgerStore.open(ledger, CLOCK)) {
            assertThat(store.readOnlyReason()).isEmpty();
            var last = heads.isEmpty() ? null : heads.get(heads.size() - 1);
            var found = store.verify(last, position -> {});
            assertThat(found.passed()).as(found.problem()).isTrue();
            for (var head : heads) {
                var hash = new JdbcTemplate(store.dataSource())
                        .queryForObject("select hash from event where position = ?", String.class, head.position());
                assertThat(hash).isEqualTo(head.hash());
            }
            var commands = new HashSet<String>();
            store.read(0, store.head(), recorded -> assertThat(commands.add(recorded.header()
                                    .commandId() + " " + recorded.header().importRow()))
                    .isTrue());
            assertThat(KeptLookups.open(store, ledger).difference()).isEmpty();
        }
    }

    /** All events in order, without times; people, whose ids are made up by each import, by their ids in the package. */
    private static List<String> content(Path ledger) {
        var people = new HashMap<String, String>();
        var content = new ArrayList<String>();
        try (var store = LedgerStore.open(ledger, CLOCK)) {
            store.read(0, store.head(), recorded -> {
                if (recorded.event() instanceof ResearcherRegistered registered) {
                    people.put(
                            registered.researcher().value(),
                            registered.personal().identifiers().get(0).value());
                }
                String line = LedgerLines.format(recorded)
                        .replaceFirst("\"recorded\":\"[^\"]*\",", "")
                        // each ledger has a key of its own for the fingerprints of rows
                        .replaceAll("-[0-9a-f]{32}(-\\d+)?\",|\"row\":\"[0-9a-f]{64}\",", "");
                String subject = recorded.event().subject().value();
                content.add(line.replace(subject, people.getOrDefault(subject, subject)));
            });
        }
        return content;
    }

    private ImportReport importHere(Path directory, Progress progress) {
        try (var ledger = OpenLedger.open(directory, CLOCK)) {
            return new Importer(ledger.store(), ledger.curation(), CLOCK)
                    .run(source, ImportOptions.strict("kim"), progress);
        }
    }
}
