package dev.sojourn.exchange;

import dev.sojourn.command.curation.BulkCuration;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Fills a ledger with events that were decided elsewhere: the reference ledger that comes with the program, or any file
 * of {@link LedgerLines}. No rule is asked; the order and the recorded times are those of the lines.
 */
public final class ReferenceLoader {

    private static final String REFERENCE = "classpath:events/reference/*.jsonl";
    private static final int CHUNK = 5_000;

    private final BulkCuration ledger;
    private final Progress progress;
    private long loaded;

    /** Loads into the ledger of a session; the caller closes it. */
    public ReferenceLoader(BulkCuration ledger, Progress progress) {
        this.ledger = ledger;
        this.progress = progress;
    }

    /**
     * Appends the reference ledger, file by file in the order of their names.
     *
     * @return how many events there were
     * @throws IllegalArgumentException naming file and line of what cannot be read
     */
    public long reference() {
        long before = loaded;
        try {
            var files = new PathMatchingResourcePatternResolver().getResources(REFERENCE);
            Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
            for (var file : files) {
                file(file.getFilename(), new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return loaded - before;
    }

    /**
     * Appends the events of one file; they are on disk on return.
     *
     * @param name what to call the file in errors
     * @return how many there were
     * @throws IllegalArgumentException naming file and line of what cannot be read; what came before is kept
     */
    public long file(String name, Reader lines) {
        long before = loaded;
        LedgerLines.read(name, lines, line -> {
            ledger.adopt(
                    line.event(),
                    line.recorded(),
                    line.actor(),
                    line.commandId(),
                    line.importBatch(),
                    line.importRow(),
                    line.undoes());
            if (++loaded % CHUNK == 0) {
                ledger.flush();
                progress.at(loaded, 0);
            }
        });
        ledger.flush();
        progress.at(loaded, 0);
        return loaded - before;
    }
}
