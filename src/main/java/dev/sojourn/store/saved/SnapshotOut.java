package dev.sojourn.store.saved;

import dev.sojourn.event.form.EventJson;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.store.LedgerStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/** Writes numbers, columns and values one after the other, as {@link SnapshotIn} reads them; counts, then contents. */
public final class SnapshotOut {

    static final JsonMapper JSON = EventJson.mapper();

    /** Segments after which what is written goes to the disk. */
    private static final int SYNCED = 8;

    private final FileChannel file;
    private final String name;
    private final LedgerStore store;
    private final BooleanSupplier stopped;
    private final SegmentDigests digests = new SegmentDigests();
    private final ByteBuffer buffer =
            ByteBuffer.allocateDirect(SegmentDigests.SEGMENT).order(ByteOrder.LITTLE_ENDIAN);

    private int segments;

    /**
     * Begins at the start of an empty file.
     *
     * @param stopped whether there is no point in going on; asked from time to time
     */
    SnapshotOut(FileChannel file, String name, LedgerStore store, BooleanSupplier stopped) {
        this.file = file;
        this.name = name;
        this.store = store;
        this.stopped = stopped;
    }

    /** A number. */
    public void number(int value) {
        if (buffer.remaining() < Integer.BYTES) {
            split(value);
        } else {
            buffer.putInt(value);
        }
    }

    /** A segment ends in the middle of it. */
    private void split(int value) {
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            room();
            buffer.put((byte) (value >>> shift));
        }
    }

    /** Many numbers, each worked out where it stands. */
    public void numbers(int size, IntUnaryOperator at) {
        number(size);
        for (int place = 0; place < size; place++) {
            number(at.applyAsInt(place));
        }
    }

    /** Many numbers. */
    public void numbers(int[] values) {
        number(values.length);
        plain(values, values.length);
    }

    /** Numbers without how many they are. */
    public void plain(int[] values, int size) {
        for (int at = 0; at < size; ) {
            int fit = Math.min(buffer.remaining() / Integer.BYTES, size - at);
            if (fit == 0) {
                split(values[at++]);
            } else {
                buffer.asIntBuffer().put(values, at, fit);
                buffer.position(buffer.position() + fit * Integer.BYTES);
                at += fit;
            }
        }
    }

    /** Bytes, and how many they are. */
    public void bytes(byte[] values) {
        number(values.length);
        for (int at = 0; at < values.length; ) {
            room();
            int fit = Math.min(buffer.remaining(), values.length - at);
            buffer.put(values, at, fit);
            at += fit;
        }
    }

    /** A text. */
    public void text(String text) {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A value in the JSON of events. */
    public void json(Object value) {
        bytes(JSON.writeValueAsBytes(value));
    }

    /** A value encrypted under the key of the person it is about; empty if that was destroyed. */
    public Optional<byte[]> sealed(ResearcherId whose, Object value) {
        return store.seal(whose, JSON.writeValueAsBytes(value));
    }

    private void room() {
        if (!buffer.hasRemaining()) {
            flush();
        }
    }

    private void flush() {
        if (stopped.getAsBoolean()) {
            throw new CancellationException("there is no time left for it, or somebody was erased meanwhile");
        }
        buffer.flip();
        digests.add(buffer.duplicate());
        write(buffer);
        buffer.clear();
        if (++segments % SYNCED == 0) { // little by little, so that nobody else's sync waits for all of it
            sync();
        }
    }

    private void sync() {
        try {
            file.force(false);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private void write(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Ends the file with the mark of all that was written. */
    void end() {
        flush();
        write(ByteBuffer.wrap(digests.mark(name, store).getBytes(StandardCharsets.US_ASCII)));
    }
}
