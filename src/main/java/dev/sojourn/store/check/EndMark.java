package dev.sojourn.store.check;

import dev.sojourn.store.file.SafeFile;
import dev.sojourn.store.row.Head;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the ledger ended when it was last opened, or closed in order, in a small file beside its own. H2 takes a file with
 * damaged pages for an earlier one, in which all is well and what came later never was, and nothing within that file can
 * tell. It guards against disks and forgotten copies, not against people: who may write to the folder can write both.
 */
public final class EndMark {

    /** The file, in the folder of the ledger. */
    public static final String FILE = "events.seal";

    private static final Logger LOG = LoggerFactory.getLogger(EndMark.class);

    private final Path file;
    private volatile Head head;

    private EndMark(Path file, Head head) {
        this.file = file;
        this.head = head;
    }

    /** Reads the one of a folder; one that is damaged itself, or is not there, says nothing. */
    public static EndMark in(Path directory) {
        var file = directory.resolve(FILE);
        try {
            return new EndMark(file, Files.exists(file) ? read(file) : null);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }

    /** Where the ledger ended, if that was written down. */
    public Optional<Head> head() {
        return Optional.ofNullable(head);
    }

    /**
     * Writes down where it ends now; on disk on return.
     *
     * @throws UncheckedIOException if the disk does not take it; what was said before holds then
     */
    public void write(Head end) {
        if (!end.equals(head)) {
            SafeFile.write(file, line(end));
            head = end;
        }
    }

    private static Head read(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        try {
            var head = Head.parse(text.split(" ", 2)[0]);
            if (text.equals(line(head))) {
                return head;
            }
        } catch (IllegalArgumentException noHead) {
            // damaged as well
        }
        LOG.warn("{} is damaged and is written anew", FILE);
        return null;
    }

    /** The head, and a check sum of it. */
    private static String line(Head head) {
        var sum = new CRC32();
        sum.update(head.toString().getBytes(StandardCharsets.US_ASCII));
        return head + " " + Long.toHexString(sum.getValue()) + "\n";
    }
}
