package dev.sojourn.audit.disclosure;

import dev.sojourn.store.file.LedgerFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The file {@code disclosures.jsonl} of a data folder: one line of JSON each, in the order in which they happened. */
public final class DisclosureLog {

    /** Its name, for those who copy the folder. */
    public static final String FILE = "disclosures.jsonl";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final Clock clock;

    public DisclosureLog(Path directory, Clock clock) {
        file = directory.resolve(FILE);
        this.clock = clock;
    }

    /**
     * Writes down that personal data is about to leave; it is on disk when this returns.
     *
     * @throws UncheckedIOException if it cannot be written down; then nothing may leave
     */
    public synchronized void add(String actor, String how, String purpose, long position) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        String line = JSON.writeValueAsString(new Disclosure(at, actor, how, Disclosure.purpose(purpose), position));
        try {
            boolean first = !Files.exists(file);
            try (var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                if (first && Files.getFileStore(file).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                }
                // on a line of its own, also after one that a loss of power cut short
                String text = (channel.size() == 0 ? "" : "\n") + line;
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            if (first) {
                LedgerFile.forceNames(file.toAbsolutePath().getParent());
            }
        } catch (IOException unwritten) {
            throw new UncheckedIOException("the disclosure cannot be written down", unwritten);
        }
    }

    /** All of them, the oldest first. A line that was cut short by a loss of power is left out: nothing left then. */
    public synchronized List<Disclosure> all() {
        var all = new ArrayList<Disclosure>();
        try {
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    read(line, all);
                }
            }
            return all;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the disclosures cannot be read", unreadable);
        }
    }

    private static void read(String line, List<Disclosure> all) {
        try {
            all.add(JSON.readValue(line, Disclosure.class));
        } catch (JacksonException cutShort) {
            // see above
        }
    }
}
