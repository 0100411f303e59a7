package dev.sojourn.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Another Java program with the classes of this one, and what it says. */
public final class Program implements AutoCloseable {

    /** How a program ends that was killed by signal 9. */
    public static final int KILLED = 128 + 9;

    private final Process process;
    private final BufferedReader out;
    private final List<String> said = new ArrayList<>();

    private Program(Process process) {
        this.process = process;
        out = new BufferedReader(process.inputReader(UTF_8));
    }

    /** Starts a class with a main method. */
    public static Program start(Class<?> main, String... arguments) {
        return start("256m", main, arguments);
    }

    /** The same, with a heap of another size. */
    public static Program start(String heap, Class<?> main, String... arguments) {
        return start(null, heap, main, arguments);
    }

    /** The same in a folder of its own, where it finds its {@code ./config}. */
    public static Program in(Path folder, Class<?> main, String... arguments) {
        return start(folder, "256m", main, arguments);
    }

    private static Program start(Path folder, String heap, Class<?> main, String... arguments) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ProcessBuilder(java, "-Xmx" + heap, "-XX:TieredStopAtLevel=1", main.getName());
        command.command().addAll(List.of(arguments));
        command.environment().put("CLASSPATH", classPath());
        command.directory(folder == null ? null : folder.toFile());
        command.environment().put("SOJOURN_ADMIN_PASSWORD", "admin-secret");
        try {
            return new Program(command.redirectErrorStream(true).start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Writes a line for it to read. */
    public void say(String line) {
        try {
            var in = process.outputWriter(UTF_8);
            in.write(line + "\n");
            in.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Reads on until a line is as wanted, and gives it. */
    public String await(Predicate<String> wanted) {
        for (String line = next(); line != null; line = next()) {
            if (wanted.test(line)) {
                return line;
            }
        }
        throw new AssertionError("it ended without saying so:\n" + String.join("\n", said));
    }

    /** Reads all it still says; returns when it has ended. */
    public void listen(Consumer<String> listener) {
        for (String line = next(); line != null; line = next()) {
            listener.accept(line);
        }
    }

    /** All that it was heard to say. */
    public List<String> said() {
        return said;
    }

    /** Kills it, as {@code kill -9} does. What it said until then can still be read, which the process itself would not allow. */
    public void kill() {
        process.toHandle().destroyForcibly();
    }

    /** Asks it to stop, as SIGTERM does. */
    public void terminate() {
        process.toHandle().destroy();
    }

    /** Its exit code; fails if it takes longer. */
    public int exit(int seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new AssertionError("it still runs after " + seconds + " s");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.toHandle().destroyForcibly();
    }

    private String next() {
        try {
            String line = out.readLine();
            if (line != null) {
                said.add(line);
            }
            return line;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What this test itself was loaded from, however it was started. */
    private static String classPath() {
        var loaded = Program.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs()).map(URL::getPath)
                : Stream.<String>empty();
        return Stream.concat(loaded, Stream.of(System.getProperty("java.class.path")))
                .flatMap(paths -> Arrays.stream(paths.split(File.pathSeparator, -1)))
                .map(path -> Path.of(path).toAbsolutePath().toString())
                .collect(joining(File.pathSeparator));
    }
}
