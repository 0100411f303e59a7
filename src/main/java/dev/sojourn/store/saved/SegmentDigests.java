package dev.sojourn.store.saved;

import dev.sojourn.store.LedgerStore;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.LongStream;

/**
 * The checksum of a snapshot: the SHA-256 of each four megabytes, so that two threads can look at once, and over all of
 * them a hash under a key of the ledger's own, so that nobody without its keys can make a file that passes.
 */
final class SegmentDigests {

    static final int SEGMENT = 1 << 22;

    /** Characters of the mark. */
    static final int MARK = 64;

    private final ByteArrayOutputStream digests = new ByteArrayOutputStream();

    void add(ByteBuffer segment) {
        var digest = sha256();
        digest.update(segment);
        digests.writeBytes(digest.digest());
    }

    /**
     * Over all that was added.
     *
     * @param name what kind of file it is, so that none passes for another
     */
    String mark(String name, LedgerStore store) {
        return store.hash(name, HexFormat.of().formatHex(sha256().digest(digests.toByteArray())));
    }

    /** The mark that a file should end with. */
    static String mark(FileChannel file, long size, String name, LedgerStore store) {
        var all = new SegmentDigests();
        LongStream.range(0, (size + SEGMENT - 1) / SEGMENT)
                .parallel()
                .mapToObj(segment -> digest(file, segment * SEGMENT, (int) Math.min(SEGMENT, size - segment * SEGMENT)))
                .toList()
                .forEach(all.digests::writeBytes);
        return all.mark(name, store);
    }

    private static byte[] digest(FileChannel file, long from, int length) {
        var buffer = ByteBuffer.allocate(length);
        try {
            while (buffer.hasRemaining()) {
                if (file.read(buffer, from + buffer.position()) < 0) {
                    throw new EOFException("it became shorter while it was read");
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return sha256().digest(buffer.array());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
