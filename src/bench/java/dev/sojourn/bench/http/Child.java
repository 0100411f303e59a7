package dev.sojourn.bench.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A server in a process of its own, which says where it listens. */
record Child(Process process, int port) implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("answers at http://127\\.0\\.0\\.1:(\\d+)");

    /** Starts the main class of this class path, and waits until it listens. */
    static Child start(String main, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
            var listening = LISTENING.matcher(line);
            if (listening.find()) {
                var drain = new Thread(() -> drain(said), "drain");
                drain.setDaemon(true);
                drain.start();
                return new Child(process, Integer.parseInt(listening.group(1)));
            }
        }
        throw new IOException(main + " did not start:\n" + all);
    }

    /** Or it would stop at a full pipe. */
    private static void drain(BufferedReader said) {
        try {
            while (said.readLine() != null) {
                // nobody wants to read it
            }
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(); // its files can be deleted then
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
