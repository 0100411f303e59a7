package dev.sojourn.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.cli.OpenLedger;
import dev.sojourn.exchange.ImportOptions;
import dev.sojourn.exchange.Importer;
import dev.sojourn.exchange.Progress;
import dev.sojourn.exchange.copy.BadCopy;
import dev.sojourn.exchange.copy.LedgerExport;
import dev.sojourn.exchange.copy.LedgerRestore;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.row.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A verb that is killed")
@Timeout(1_800)
class KilledVerbsTest {

    private static final List<String> VERBS = List.of("export", "backup", "restore", "rebuild", "serve");
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path directory;

    private Path ledger;
    private Path export;
    private Head head;

    @BeforeEach
    void import_some_people() throws IOException {
        ledger = directory.resolve("ledger");
        var source = GeneratedPackage.write(directory.resolve("package"), 600);
        try (var open = OpenLedger.open(ledger, CLOCK)) {
            new Importer(open.store(), open.curation(), CLOCK).run(source, ImportOptions.strict("kim"), Progress.NONE);
            head = open.store().chainHead();
        }
        export = directory.resolve("whole.jsonl");
        try (var store = LedgerStore.open(ledger, CLOCK);
                var out = Files.newBufferedWriter(export)) {
            assertThat(LedgerExport.write(store, out, Progress.NONE)).isEqualTo(head);
        }
    }

    @Test
    void leaves_the_ledger_as_it_was_and_nothing_half_that_passes_for_whole() throws Exception {
        for (String verb : VERBS) {
            kill(verb, 20);
        }
    }

    @Test
    @Tag("faults")
    void leaves_the_ledger_as_it_was_in_sixty_kills_each() throws Exception {
        for (String verb : VERBS) {
            kill(verb, 60);
        }
    }

    private void kill(String verb, int wanted) throws Exception {
        var random = new Random(verb.hashCode());
        int kills = 0;
        int halves = 0;
        // never longer than it takes to be done, or nothing would be killed
        long longest = 1_500;
        for (int n = 0; kills < wanted; n++) {
            var target = directory.resolve(verb + "-" + n);
            int delay = random.nextInt((int) longest);
            boolean killed =
                    switch (verb) {
                        case "export" ->
                            run(delay, verb, target.toString(), "--data", ledger.toString(), "--purpose", "a test");
                        case "backup" -> run(delay, verb, target.toString(), "--data", ledger.toString());
                        case "restore" -> run(delay, verb, export.toString(), "--data", target.toString());
                        case "serve" -> run(delay, verb, "--port", "0", "--data", ledger.toString());
                        default -> run(delay, verb, "--data", ledger.toString());
                    };
            kills += killed ? 1 : 0;
            longest = killed ? longest : Math.max(50, longest / 2);
            assertUntouched();
            halves += whole(verb, target) ? 0 : 1;
        }
        System.out.printf(
                "%s: %d kills, %d left half, none passes for whole, %d events, 0 lost%n",
                verb, kills, halves, head.position());
    }

    /** Runs a verb and kills it so many milliseconds after it began, if it is not done by then. */
    private static boolean run(int delay, String... arguments) throws InterruptedException {
        try (var program = Program.start(VerbProgram.class, arguments)) {
            var soon = CompletableFuture.delayedExecutor(delay, TimeUnit.MILLISECONDS);
            program.listen(line -> {
                if (line.equals("begin")) {
                    soon.execute(program::kill);
                }
            });
            int code = program.exit(60);
            assertThat(code).as(() -> String.join("\n", program.said())).isIn(0, Program.KILLED);
            return code == Program.KILLED;
        }
    }

    private void assertUntouched() {
        try (var store = LedgerStore.open(ledger, CLOCK)) {
            assertThat(store.readOnlyReason()).isEmpty();
            assertThat(store.chainHead()).isEqualTo(head);
            assertThat(store.verify(head, position -> {}).problem()).isNull();
        }
    }

    /** Whether a copy was made; and sees that it is good, or else refused for what it is, and can be made again. */
    private boolean whole(String verb, Path target) throws IOException {
        return switch (verb) {
            case "export" -> wholeExport(target);
            case "backup" -> wholeBackup(target);
            case "restore" -> wholeLedger(target);
            default -> true;
        };
    }

    private boolean wholeExport(Path target) throws IOException {
        var part = target.resolveSibling(target.getFileName() + ".part");
        if (Files.exists(target)) {
            assertThat(restore().export(target, fresh(target))).isEqualTo(head);
            return true;
        }
        if (Files.exists(part)) {
            try {
                assertThat(restore().export(part, fresh(target))).isEqualTo(head); // killed just before it got its name
            } catch (BadCopy half) {
                assertThat(fresh(target).resolve("events.mv.db")).doesNotExist();
            }
        }
        return false;
    }

    private boolean wholeBackup(Path target) throws IOException {
        if (Files.exists(target.resolve("head.txt"))) {
            assertThat(restore().backup(target, fresh(target))).isEqualTo(head);
            return true;
        }
        assertThatThrownBy(() -> restore().backup(target, fresh(target)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no backup, or an unfinished one");
        return false;
    }

    private boolean wholeLedger(Path target) throws IOException {
        boolean whole = Files.exists(target.resolve("events.mv.db"));
        if (!whole) {
            if (Files.exists(target.resolve("restoring"))) {
                assertThatThrownBy(() -> LedgerStore.open(target, CLOCK))
                        .hasMessageContaining("a restore was interrupted: repeat it");
            }
            assertThat(restore().export(export, target)).isEqualTo(head);
        }
        try (var store = LedgerStore.open(target, CLOCK)) {
            assertThat(store.chainHead()).isEqualTo(head);
        }
        return whole;
    }

    private static LedgerRestore restore() {
        return new LedgerRestore(null, null, CLOCK, Progress.NONE);
    }

    private static Path fresh(Path target) {
        return target.resolveSibling(target.getFileName() + "-restored");
    }
}
