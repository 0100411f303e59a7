package dev.sojourn.ui;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The Chromium or Chrome of this machine, without a window. Without one a test is skipped, saying so; where the
 * environment has {@code SOJOURN_BROWSER=required}, as CI does, it fails.
 */
final class Browser {

    /** What a page became, and what the browser complained about while loading it. */
    record Page(String html, List<String> complaints) {}

    private final Path program;
    private final Path profile;

    private Browser(Path program, Path profile) {
        this.program = program;
        this.profile = profile;
    }

    /** The browser on the path. */
    static Browser onThisMachine(Path profile) {
        var found = find();
        if (found.isEmpty()) {
            String reason = "no chromium or google-chrome on the path";
            Assertions.assertNotEquals("required", System.getenv("SOJOURN_BROWSER"), reason);
            Assumptions.abort(reason);
        }
        return new Browser(found.get(), profile);
    }

    private static Optional<Path> find() {
        var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return Stream.of("chromium", "google-chrome")
                .flatMap(name -> Arrays.stream(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Loads a page in a window of some width, and lets its scripts run. */
    Page load(String address, int width) throws IOException, InterruptedException {
        var html = Files.createTempFile(profile, "page", ".html");
        var log = Files.createTempFile(profile, "page", ".log");
        var process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--enable-logging=stderr",
                        "--user-data-dir=" + profile.resolve("profile"),
                        "--window-size=" + width + ",900",
                        "--dump-dom",
                        address)
                .redirectOutput(html.toFile())
                .redirectError(log.toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("the browser did not load " + address + " within two minutes");
        }
        try (var lines = Files.lines(log, StandardCharsets.UTF_8)) {
            return new Page(
                    Files.readString(html),
                    lines.filter(line -> line.contains("CONSOLE")).toList());
        }
    }
}
