package dev.sojourn.exchange.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sojourn.SmallLedger;
import dev.sojourn.command.curation.Curation;
import dev.sojourn.exchange.Progress;
import dev.sojourn.exchange.ReferenceLoader;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.row.EventRow;
import dev.sojourn.store.row.Head;
import dev.sojourn.store.row.Link;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An export of a ledger")
class LedgerExportTest {

    private static final int EVENTS = (int) SmallLedger.HEAD;

    /** A prime, so that all parts of a line have their turn; each try opens a database of its own. */
    private static final int STRIDE = 397;

    @TempDir
    private static Path shared;

    private static Path small;
    private static Path exported;
    private static Head head;

    @TempDir
    private Path temp;

    @BeforeAll
    static void export() throws IOException {
        small = shared.resolve("small");
        SmallLedger.in(small);
        exported = shared.resolve("small.jsonl");
        head = Copies.export(small, exported);
    }

    @Test
    void restores_the_reference_ledger_row_for_row_with_its_head() throws Exception {
        var original = temp.resolve("original");
        try (var store = LedgerStore.open(original, Clock.systemUTC());
                var curation = Curation.open(store, original, Clock.systemUTC());
                var session = curation.bulk()) {
            new ReferenceLoader(session, Progress.NONE).reference();
        }
        var file = temp.resolve("reference.jsonl");
        var told = Copies.export(original, file);
        checkWithPython(file, told.toString());

        var restored = temp.resolve("restored");
        assertThat(Copies.restore().export(file, restored)).isEqualTo(told);

        assertThat(Copies.rows(restored)).isEqualTo(Copies.rows(original)).hasSizeGreaterThan(5_000);
        try (var store = LedgerStore.open(restored, Clock.systemUTC())) {
            assertThat(store.chainHead()).isEqualTo(told);
            assertThat(store.verify(told, position -> {}).passed()).isTrue();
            try (var curation = Curation.open(store, restored, Clock.systemUTC())) {
                assertThat(curation).isNotNull(); // the look-ups are made again
            }
            assertThat(store.chainHead()).isEqualTo(told);
        }
    }

    /** The script of events/README.md, as it stands there; skipped where there is no Python. */
    private void checkWithPython(Path file, String told) throws Exception {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "python3"))),
                "python3 runs the script of events/README.md");
        String readme = Files.readString(Path.of("events/README.md"));
        int start = readme.indexOf("```python\n") + "```python\n".length();
        var script = Files.writeString(temp.resolve("check.py"), readme.substring(start, readme.indexOf("```", start)));
        assertThat(python(script, file)).isEqualTo(told + "\n");

        var bad = temp.resolve("bad.jsonl");
        Files.writeString(bad, Files.readString(file).replaceFirst("2020-06-15T09:00:07", "2020-06-15T09:00:08"));
        assertThat(python(script, bad)).isEqualTo("position 2 is not as it was recorded\n");
    }

    private static String python(Path script, Path file) throws Exception {
        var process = new ProcessBuilder("python3", script.toString(), file.toString())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void restores_a_compressed_file_and_an_empty_ledger() throws IOException {
        assertThat(Copies.restore().export(compress(Files.readAllBytes(exported)), temp.resolve("a")))
                .isEqualTo(head);
        assertThat(Copies.rows(temp.resolve("a"))).isEqualTo(Copies.rows(small));

        LedgerStore.open(temp.resolve("none"), Clock.systemUTC()).close();
        var file = temp.resolve("none.jsonl");
        Copies.export(temp.resolve("none"), file);
        assertThat(Copies.restore().export(file, temp.resolve("b"))).isEqualTo(new Head(0, ""));
    }

    @Test
    void restores_rows_that_this_program_does_not_understand_as_they_were() throws Exception {
        var rows = new ArrayList<Link>();
        // an older revision, spaces in JSON, all sorts of characters
        for (String payload : List.of("{ \"b\":1,  \"a\":1.00}", "{\"a\":\"\u4f60\ud83d\ude00\u2028\"}")) {
            int position = rows.size() + 1;
            var row = new EventRow(
                    position,
                    new UUID(1_577_836_800_000L << 16 | 0x8000, 0x8000_0000_0000_0000L | position).toString(),
                    "cohort:x",
                    position - 1,
                    "cohort",
                    "2020-01-01T00:00:00.000Z",
                    "CohortDreamt",
                    "0.9",
                    payload,
                    "{\"actor\": \"kim\"}");
            rows.add(new Link(
                    row, hash(position == 1 ? "" : rows.get(position - 2).hash(), row)));
        }
        var file = write(rows);
        var restored = temp.resolve("restored");

        Copies.restore().export(file, restored);

        assertThat(Copies.rows(restored)).isEqualTo(rows);
        Copies.export(restored, temp.resolve("again.jsonl"));
        assertThat(temp.resolve("again.jsonl")).hasSameBinaryContentAs(file);
    }

    @Test
    void names_the_line_and_position_of_an_event_that_was_changed_and_leaves_nothing() throws IOException {
        for (int position : new int[] {1, 2, 9, EVENTS}) {
            var lines = lines();
            lines.set(position, lines.get(position).replaceFirst("\"actor\\\\\":", "\"actress\\\\\":"));
            refuses(
                    join(lines),
                    "bad.jsonl:" + (position + 1) + ": position " + position + ": its hash is not that of");
        }
    }

    @Test
    void names_the_first_line_that_is_missing_doubled_or_swapped() throws IOException {
        for (int position : new int[] {1, 9, EVENTS - 1}) {
            var missing = lines();
            missing.remove(position);
            refuses(join(missing), ":" + (position + 1) + ": position " + position + ": there is no event at");
            var doubled = lines();
            doubled.add(position + 1, doubled.get(position));
            refuses(join(doubled), ":" + (position + 2) + ": position " + (position + 1) + ": there is no event at");
            var swapped = lines();
            swapped.add(position, swapped.remove(position + 1));
            refuses(join(swapped), ":" + (position + 1) + ": position " + position + ": there is no event at");
        }
    }

    @Test
    void names_where_a_file_was_cut_off() throws IOException {
        for (int last : new int[] {0, 9, EVENTS - 1}) {
            String whole = join(lines().subList(0, last + 1));
            refuses(whole, "bad.jsonl:" + (last + 2) + ": position " + (last + 1) + ": the events end with " + last);
            String half = whole + lines().get(last + 1).substring(0, 70);
            refuses(half, "bad.jsonl:" + (last + 2) + ": position " + (last + 1) + ": it is no line of an export");
        }
        refuses("", "bad.jsonl:1: it is empty");
        refuses("{\"recorded\":1}\n", "bad.jsonl:1: it is no export of a ledger");
        var compressed = compress(Files.readAllBytes(exported));
        byte[] bytes = Files.readAllBytes(compressed);
        Files.write(compressed, Arrays.copyOf(bytes, bytes.length / 2));
        refuses(compressed, "damaged or cut off here");
    }

    @Test
    void names_the_line_of_a_byte_that_is_no_text() throws IOException {
        byte[] bytes = Files.readAllBytes(exported);
        bytes[join(lines().subList(0, 9)).length() + 5] = (byte) 0xff; // ASCII up to there
        refuses(Files.write(temp.resolve("bad.jsonl"), bytes), "bad.jsonl:10: position 9: the file is damaged");
    }

    @Test
    void restores_the_same_ledger_or_none_whatever_byte_is_changed() throws IOException {
        byte[] bytes = Files.readAllBytes(exported);
        var rows = Copies.rows(small);
        int refused = 0;
        for (int at = 0; at < bytes.length; at += STRIDE) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            var directory = temp.resolve("at-" + at);
            var file = Files.write(temp.resolve("changed.jsonl"), changed);
            try {
                Copies.restore().export(file, directory);
                assertThat(Copies.rows(directory)).as("byte " + at).isEqualTo(rows);
            } catch (BadCopy bad) {
                refused++;
                assertThat(directory).isEmptyDirectory();
            }
        }
        assertThat(refused).isGreaterThan(bytes.length / STRIDE - 3); // a space made of a tab and the like may pass
    }

    @Test
    void finds_a_chain_that_was_computed_again_if_a_head_was_kept_elsewhere() throws Exception {
        var rows = new ArrayList<Link>();
        for (var link : Copies.rows(small)) {
            var row = link.event();
            var changed = new EventRow(
                    row.position(),
                    row.eventId(),
                    row.subject(),
                    row.sequence(),
                    row.subjectType(),
                    row.recorded(),
                    row.type(),
                    row.revision(),
                    row.payload().replace("2021", "2020"),
                    row.metadata());
            rows.add(new Link(
                    changed,
                    hash(rows.isEmpty() ? "" : rows.get(rows.size() - 1).hash(), changed)));
        }
        var file = write(rows);
        var aware = new LedgerRestore(head, null, Clock.systemUTC(), Progress.NONE);

        Copies.restore().export(file, temp.resolve("a")); // said openly: who has only the file cannot tell
        assertThatThrownBy(() -> aware.export(file, temp.resolve("b")))
                .isInstanceOf(BadCopy.class)
                .hasMessageContaining("rows.jsonl:18: position 17: its hash is not the one that was kept");
        assertThat(temp.resolve("b")).isEmptyDirectory();
        assertThat(aware.export(exported, temp.resolve("c"))).isEqualTo(head);
    }

    @Test
    void refuses_a_folder_that_is_not_empty_and_leaves_it_alone() throws IOException {
        var rows = Copies.rows(small);
        assertThatThrownBy(() -> Copies.restore().export(exported, small))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not empty");
        assertThat(Copies.rows(small)).isEqualTo(rows);

        var other = Files.createDirectory(temp.resolve("other"));
        Files.writeString(other.resolve("accounts.mv.db"), "precious");
        assertThatThrownBy(() -> Copies.restore().export(exported, other)).hasMessageContaining("accounts.mv.db");
        assertThat(other.resolve("accounts.mv.db")).hasContent("precious");
        assertThat(other.resolve("events.lock")).doesNotExist();
    }

    @Test
    void nobody_opens_what_an_interrupted_restore_left_until_it_was_repeated() throws IOException {
        var directory = temp.resolve("data");
        Files.createDirectories(directory.resolve("restoring"));
        Files.writeString(directory.resolve("restoring").resolve("events.mv.db"), "half");
        Files.writeString(directory.resolve("lookup.key"), "moved already");

        assertThatThrownBy(() -> LedgerStore.open(directory, Clock.systemUTC()))
                .hasMessageContaining("a restore was interrupted");
        assertThat(Copies.restore().export(exported, directory)).isEqualTo(head);
        assertThat(directory.resolve("restoring")).doesNotExist();
        assertThat(Copies.rows(directory)).isEqualTo(Copies.rows(small));
    }

    private void refuses(String text, String problem) throws IOException {
        refuses(Files.writeString(temp.resolve("bad.jsonl"), text), problem);
    }

    private void refuses(Path file, String problem) {
        var directory = temp.resolve("refused");
        assertThatThrownBy(() -> Copies.restore().export(file, directory))
                .isInstanceOf(BadCopy.class)
                .hasMessageContaining(problem);
        assertThat(directory).isEmptyDirectory();
        assertThatCode(() -> Files.delete(directory)).doesNotThrowAnyException();
    }

    private Path write(List<Link> rows) throws IOException {
        var last = rows.get(rows.size() - 1);
        var lines = new ArrayList<String>();
        lines.add(ExportLine.first(new Head(last.event().position(), last.hash())));
        rows.forEach(row -> lines.add(ExportLine.format(row)));
        return Files.writeString(temp.resolve("rows.jsonl"), join(lines));
    }

    private static List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(exported));
    }

    private static String join(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    private Path compress(byte[] text) throws IOException {
        var file = temp.resolve("small.jsonl.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text);
        }
        return file;
    }

    /** As events/README.md describes it. */
    private static String hash(String before, EventRow row) throws Exception {
        String text = String.join(
                "\n",
                "sojourn-1",
                before,
                "" + row.position(),
                row.eventId(),
                row.subject(),
                "" + row.sequence(),
                row.subjectType(),
                row.recorded(),
                row.type(),
                row.revision(),
                row.metadata(),
                row.payload(),
                "");
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
