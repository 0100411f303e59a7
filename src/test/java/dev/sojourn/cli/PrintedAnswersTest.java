package dev.sojourn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.exchange.Progress;
import dev.sojourn.exchange.ReferenceLoader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * In the pages a line that begins with {@code $ java -jar target/sojourn.jar} is a command, and what follows is its answer on
 * the reference ledger: … stands for anything left out, and spaces and line ends are one.
 */
@DisplayName("What the pages print is what is answered")
class PrintedAnswersTest {
    private static final Clock NEW_YEAR = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final String PROGRAM = "$ java -jar target/sojourn.jar ";

    /** A command, and what the page says that it answers. */
    private record Printed(String command, String answer) {}

    @TempDir
    private Path data;

    private boolean published;

    @BeforeEach
    void fill() {
        try (var ledger = OpenLedger.open(data, NEW_YEAR);
                var session = ledger.curation().bulk()) {
            new ReferenceLoader(session, Progress.NONE).reference();
        }
    }

    @Test
    void in_the_readme() throws IOException {
        holds(Path.of("README.md"), 10);
    }

    @Test
    void in_the_page_of_the_analyses() throws IOException {
        holds(Path.of("events/reference/analyses.md"), 20);
    }

    private void holds(Path page, int atLeast) throws IOException {
        var all = printed(Files.readAllLines(page));
        assertThat(all).hasSizeGreaterThanOrEqualTo(atLeast);
        var softly = new SoftAssertions();
        for (var one : all) {
            published |= one.command().startsWith("release publish tracker-3.0");
            if (one.command().contains("tracker-3.0") && !published) {
                published = true;
                run("release publish tracker-3.0 --title 'Third tracker' --known-at 2025-12-03");
            }
            String told = run(one.command());
            if (!one.answer().isBlank()) {
                softly.assertThat(joined(told)).as(one.command()).matches(pattern(one.answer()));
            }
        }
        softly.assertAll();
    }

    private static List<Printed> printed(List<String> lines) {
        var all = new ArrayList<Printed>();
        boolean inside = false;
        for (int at = 0; at < lines.size(); at++) {
            inside ^= lines.get(at).startsWith("```");
            if (!inside || !lines.get(at).startsWith(PROGRAM)) {
                continue;
            }
            var command = new StringBuilder(lines.get(at).substring(PROGRAM.length()));
            while (command.charAt(command.length() - 1) == '\\') {
                command.setLength(command.length() - 1);
                command.append(lines.get(++at).strip());
            }
            var answer = new StringBuilder();
            while (!lines.get(at + 1).startsWith("$ ") && !lines.get(at + 1).startsWith("```")) {
                answer.append(lines.get(++at)).append('\n');
            }
            all.add(new Printed(command.toString(), answer.toString()));
        }
        return all;
    }

    private static String joined(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static Pattern pattern(String answer) {
        String parts = Arrays.stream(joined(answer).split("…", -1))
                .map(part -> Pattern.quote(part.strip()))
                .collect(Collectors.joining(".*"));
        return Pattern.compile(parts);
    }

    private String run(String command) {
        var out = new StringWriter();
        var err = new StringWriter();
        var arguments = new ArrayList<String>();
        var words = Pattern.compile("'([^']*)'|(\\S+)").matcher(command.replace("--data data/demo", ""));
        while (words.find()) {
            arguments.add(words.group(1) == null ? words.group(2) : words.group(1));
        }
        arguments.addAll(List.of("--data", data.toString()));
        Web none = (ledger, accounts, settings) -> null;
        int code = Sojourn.run(
                arguments.toArray(String[]::new),
                none,
                NEW_YEAR,
                Map.of(),
                new PrintWriter(out, true),
                new PrintWriter(err, true));
        assertThat(code).as(command + "\n" + err).isBetween(0, 1);
        return out.toString();
    }
}
