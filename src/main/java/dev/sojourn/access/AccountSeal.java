package dev.sojourn.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The digest of all accounts and tokens, in a small file beside theirs. H2 takes a file with damaged pages for an earlier
 * one, in which all is well: a token that was revoked would work again, and nothing within that file could tell. While a
 * change is made the digests of before and after it are both right. It guards against disks and forgotten copies, not
 * against people: who may write to the folder can write both.
 */
final class AccountSeal {

    static final String FILE = "accounts.seal";

    private static final Logger LOG = LoggerFactory.getLogger(AccountSeal.class);

    private final Path file;
    private Set<String> right;

    /** Reads the one of a folder. */
    AccountSeal(Path directory) {
        file = directory.resolve(FILE);
        try {
            right = Files.exists(file) ? read() : Set.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }

    /** Whether a digest is right, or none was written down: none yet, or the seal itself is damaged. */
    boolean allows(String digest) {
        return right.isEmpty() || right.contains(digest);
    }

    /**
     * Writes down which digests are right from now on; on disk on return.
     *
     * @throws UncheckedIOException if the disk does not take it; then those of before are
     */
    void write(Set<String> digests) {
        if (digests.equals(right)) {
            return;
        }
        try {
            var made = file.resolveSibling(FILE + ".new");
            try (var out = FileChannel.open(
                    made, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                out.write(ByteBuffer.wrap(text(digests).getBytes(StandardCharsets.US_ASCII)));
                out.force(true);
            }
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
            right = Set.copyOf(digests);
            forceFolder();
        } catch (IOException failed) {
            throw new UncheckedIOException(file + " cannot be written", failed);
        }
    }

    private Set<String> read() throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        var digests = text.lines().filter(line -> line.length() == 64).collect(Collectors.toSet());
        if (text.equals(text(digests))) {
            return digests;
        }
        LOG.warn("{} is damaged and is written anew", FILE);
        return Set.of();
    }

    /** A line for each, and a check sum of them. */
    private static String text(Set<String> digests) {
        String lines = String.join("\n", new TreeSet<>(digests)) + "\n";
        var sum = new CRC32();
        sum.update(lines.getBytes(StandardCharsets.ISO_8859_1));
        return lines + Long.toHexString(sum.getValue()) + "\n";
    }

    private void forceFolder() throws IOException {
        FileChannel folder;
        try {
            folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ);
        } catch (IOException noFolder) {
            return; // some systems open no folders, and need not
        }
        try (folder) {
            folder.force(true);
        }
    }
}
