package dev.sojourn.store.saved;

import dev.sojourn.store.LedgerStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Reads what {@link SnapshotOut} wrote, in the same order. */
public final class SnapshotIn {

    private final FileChannel file;
    private final LedgerStore store;
    private final ByteBuffer buffer =
            ByteBuffer.allocateDirect(1 << 20).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private long left;

    /** Begins at the start of a file, of which so many bytes may be read. */
    SnapshotIn(FileChannel file, long size, LedgerStore store) {
        this.file = file;
        this.left = size;
        this.store = store;
    }

    /** A number. */
    public int number() {
        need(Integer.BYTES);
        return buffer.getInt();
    }

    /** Many numbers. */
    public int[] numbers() {
        int[] values = new int[number()];
        plain(values, values.length);
        return values;
    }

    /** Numbers without how many they are. */
    public void plain(int[] into, int size) {
        for (int at = 0; at < size; ) {
            need(Integer.BYTES);
            int fit = Math.min(buffer.remaining() / Integer.BYTES, size - at);
            buffer.asIntBuffer().get(into, at, fit);
            buffer.position(buffer.position() + fit * Integer.BYTES);
            at += fit;
        }
    }

    /** Bytes. */
    public byte[] bytes() {
        byte[] values = new byte[number()];
        for (int at = 0; at < values.length; ) {
            need(1);
            int fit = Math.min(buffer.remaining(), values.length - at);
            buffer.get(values, at, fit);
            at += fit;
        }
        return values;
    }

    /** A text. */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** A value in the JSON of events. */
    public <T> T json(Class<T> type) {
        return SnapshotOut.JSON.readValue(bytes(), type);
    }

    /** The same, made of its bytes on another thread while more is read; to be joined before the file is done with. */
    public <T> CompletableFuture<T> jsonMeanwhile(Class<T> type) {
        byte[] json = bytes();
        return CompletableFuture.supplyAsync(() -> SnapshotOut.JSON.readValue(json, type));
    }

    /** For what is encrypted under the keys of people. */
    public Unsealing unsealing() {
        return new Unsealing(store);
    }

    /** Whether everything was read. */
    boolean atEnd() {
        return left == 0 && !buffer.hasRemaining();
    }

    private void need(int bytes) {
        if (buffer.remaining() >= bytes) {
            return;
        }
        buffer.compact();
        try {
            while (buffer.position() < bytes) {
                buffer.limit((int) Math.min(buffer.capacity(), buffer.position() + left));
                int read = file.read(buffer);
                if (read <= 0) {
                    throw new IOException("it ends too early");
                }
                left -= read;
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        buffer.flip();
    }
}
