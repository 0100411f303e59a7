package dev.sojourn.exchange.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sojourn.SmallLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("The script of events/README.md that checks an export")
class ReadmeScriptTest {

    @TempDir
    private Path temp;

    private Path export;

    @BeforeEach
    void take_the_script_as_it_is_printed() throws Exception {
        var block = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("events/README.md")));
        assertThat(block.find()).isTrue();
        Files.writeString(temp.resolve("check.py"), block.group(1));
        SmallLedger.in(temp.resolve("ledger"));
        export = temp.resolve("ledger.jsonl");
        Copies.export(temp.resolve("ledger"), export);
        assumeTrue(python("--version").code() == 0, "there is no python3 here");
    }

    @Test
    void has_at_most_twenty_lines() throws IOException {
        assertThat(Files.readAllLines(temp.resolve("check.py")).stream().filter(line -> !line.isBlank()))
                .hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void prints_the_head_of_an_export_that_is_as_it_was_written() throws Exception {
        var head = ExportCheck.check(export, List.of(), (done, total) -> {});

        assertThat(python("check.py", export.toString())).isEqualTo(new Ran(0, head + "\n"));
    }

    @Test
    void names_the_position_that_was_changed_taken_out_or_cut_off() throws Exception {
        var lines = Files.readAllLines(export);
        var changed = new ArrayList<>(lines);
        changed.set(5, lines.get(5).replaceFirst("2024", "2023"));
        refuses(changed, "position 5 is not as it was recorded");
        var shorter = new ArrayList<>(lines);
        shorter.remove(7);
        refuses(shorter, "position 7 is not as it was recorded");
        refuses(lines.subList(0, 10), "the events end at 9:");
    }

    /** Each field that is hashed, of an event in the middle, and the hash itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "position",
                "eventId",
                "subject",
                "sequence",
                "subjectType",
                "recorded",
                "type",
                "revision",
                "metadata",
                "payload",
                "hash"
            })
    void names_the_position_whatever_of_it_was_changed(String field) throws Exception {
        var lines = new ArrayList<>(Files.readAllLines(export));
        var event = (ObjectNode) JsonMapper.shared().readTree(lines.get(6));
        var before = event.get(field);
        if (before.isNumber()) {
            event.put(field, before.asLong() + 1);
        } else {
            event.put(field, before.asString() + " ");
        }
        lines.set(6, event.toString());
        refuses(lines, "position 6 is not as it was recorded");
    }

    private void refuses(List<String> lines, String why) throws Exception {
        var file = temp.resolve("other.jsonl");
        Files.writeString(file, lines.stream().collect(Collectors.joining("\n", "", "\n")));
        var ran = python("check.py", file.toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.said()).contains(why);
    }

    private record Ran(int code, String said) {}

    private Ran python(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("python3"));
        command.addAll(List.of(arguments));
        var said = temp.resolve("said.txt");
        try {
            var process = new ProcessBuilder(command)
                    .directory(temp.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Ran(process.exitValue(), Files.readString(said));
        } catch (IOException none) {
            return new Ran(-1, "");
        }
    }
}
