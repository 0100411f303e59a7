package dev.sojourn.projection.column;

import dev.sojourn.store.saved.SnapshotIn;
import dev.sojourn.store.saved.SnapshotOut;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/**
 * Ids as bytes in large chunks, 16 for a UUID and UTF-8 for others: as objects they would take more memory than all the
 * rest of the timeline ({@code Kernels} prints the bytes). One thread writes; what a reader was given an offset of is
 * there.
 */
public final class Texts {

    private static final int BITS = 16;
    private static final int CHUNK = 1 << BITS;
    private static final int UUID_MARK = 0xffff;
    private static final byte[] DIGITS = digits();

    private volatile byte[][] chunks = new byte[0][];
    private int end;

    /** Bytes that stand for a text: its length, or the mark of a UUID, in two of them, and then the text. */
    public static byte[] bytes(String text) {
        byte[] uuid = uuid(text);
        if (uuid != null) {
            return uuid;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 + utf8.length)
                .putShort((short) utf8.length)
                .put(utf8)
                .array();
    }

    /**
     * Null for any text but the one that a UUID is written as: 32 hexadecimal digits in lower case, with hyphens. Written
     * out because every look-up of a person begins here, and {@link UUID} would take ten times as long.
     */
    private static byte[] uuid(String text) {
        if (text.length() != 36) {
            return null;
        }
        byte[] bytes = new byte[18];
        bytes[0] = (byte) (UUID_MARK >>> 8);
        bytes[1] = (byte) UUID_MARK;
        int at = 0;
        for (int to = 2; to < bytes.length; to++) {
            if ((at == 8 || at == 13 || at == 18 || at == 23) && text.charAt(at++) != '-') {
                return null;
            }
            int both = digit(text.charAt(at)) << 4 | digit(text.charAt(at + 1));
            if (both < 0) {
                return null;
            }
            bytes[to] = (byte) both;
            at += 2;
        }
        return bytes;
    }

    /** Below 0 for what is no hexadecimal digit in lower case. */
    private static int digit(char letter) {
        return letter < DIGITS.length ? DIGITS[letter] : -1;
    }

    private static byte[] digits() {
        byte[] digits = new byte['f' + 1];
        for (char letter = 0; letter < digits.length; letter++) {
            digits[letter] = (byte) (letter >= 'A' && letter <= 'F' ? -1 : Character.digit(letter, 16));
        }
        return digits;
    }

    /** Adds a text by its {@link #bytes}; answers its offset. */
    public int add(byte[] bytes) {
        if ((end & (CHUNK - 1)) + bytes.length > CHUNK) {
            end = (end | (CHUNK - 1)) + 1; // none lies across two chunks
        }
        if (end >>> BITS >= chunks.length) {
            var grown = Arrays.copyOf(chunks, chunks.length + 1);
            grown[chunks.length] = new byte[CHUNK];
            chunks = grown;
        }
        int offset = end;
        System.arraycopy(bytes, 0, chunks[offset >>> BITS], offset & (CHUNK - 1), bytes.length);
        end += bytes.length;
        return offset;
    }

    /** Whether the text at an offset has these {@link #bytes}. */
    public boolean is(int offset, byte[] bytes) {
        byte[] chunk = chunks[offset >>> BITS];
        int at = offset & (CHUNK - 1);
        return at + bytes.length <= CHUNK && Arrays.equals(chunk, at, at + bytes.length, bytes, 0, bytes.length);
    }

    /** The text at an offset. */
    public String get(int offset) {
        var chunk = ByteBuffer.wrap(chunks[offset >>> BITS]).position(offset & (CHUNK - 1));
        int length = chunk.getShort() & UUID_MARK;
        return length == UUID_MARK
                ? new UUID(chunk.getLong(), chunk.getLong()).toString()
                : new String(chunk.array(), chunk.position(), length, StandardCharsets.UTF_8);
    }

    /** Writes all there is. */
    public void save(SnapshotOut out) {
        byte[][] all = chunks;
        out.number(all.length);
        for (byte[] chunk : all) {
            out.bytes(chunk);
        }
    }

    /** Reads what was saved; what is added goes to a new chunk. */
    public void load(SnapshotIn in) {
        byte[][] all = new byte[in.number()][];
        for (int chunk = 0; chunk < all.length; chunk++) {
            all[chunk] = in.bytes();
        }
        chunks = all;
        end = all.length << BITS;
    }

    /** The {@link #bytes} of the text at an offset. */
    byte[] bytesAt(int offset) {
        byte[] chunk = chunks[offset >>> BITS];
        int at = offset & (CHUNK - 1);
        int length = ((chunk[at] & 0xff) << 8) | (chunk[at + 1] & 0xff);
        return Arrays.copyOfRange(chunk, at, at + 2 + (length == UUID_MARK ? 16 : length));
    }

    /** Bytes it takes. */
    public long size() {
        return (long) chunks.length << BITS;
    }

    /** The same texts for another writer; of what there is only the last chunk is ever written to, so that it is copied. */
    public Texts fork() {
        var fork = new Texts();
        var same = chunks.clone();
        if (same.length > 0) {
            same[same.length - 1] = same[same.length - 1].clone();
        }
        fork.chunks = same;
        fork.end = end;
        return fork;
    }
}
