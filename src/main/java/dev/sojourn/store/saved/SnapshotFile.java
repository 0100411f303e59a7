package dev.sojourn.store.saved;

import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.file.SafeFile;
import dev.sojourn.store.row.Head;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A file in a ledger's folder that holds what was made of its events: what it is, the hash of the {@link Program}, the head
 * of the ledger up to which it was made, the contents, and a mark over all of it ({@link SegmentDigests}). It is there as
 * a whole or not at all: written beside, synced, and moved into its place.
 */
public final class SnapshotFile {

    /**
     * What is kept.
     *
     * @param name of the file, {@code .snapshot} left out
     * @param packages whose code decides what stands in it, as in {@code dev/sojourn/event}
     */
    public record Kind(String name, List<String> packages) {

        public Kind(String name, String... packages) {
            this(name, List.of(packages));
        }

        /** The file in a ledger's folder. */
        public Path in(Path directory) {
            return directory.resolve(name + ".snapshot");
        }

        private String format() {
            return "sojourn " + name + " 1";
        }
    }

    private final Kind kind;
    private final Path path;
    private final Path unfinished;
    private final LedgerStore store;
    private final String program;

    /** The one of an open ledger. */
    public SnapshotFile(Kind kind, Path directory, LedgerStore store) {
        this(kind, directory, store, Program.hash(kind.packages()));
    }

    SnapshotFile(Kind kind, Path directory, LedgerStore store, String program) {
        this.kind = kind;
        this.program = program;
        path = kind.in(directory);
        unfinished = path.resolveSibling(path.getFileName() + ".new");
        this.store = store;
    }

    /** Whether there is one, of whatever quality. */
    public boolean exists() {
        return Files.exists(path);
    }

    /**
     * What is made of it.
     *
     * @throws Unusable if it is damaged, or not of this ledger and program
     */
    public <T> T read(Function<SnapshotIn, T> made) {
        try (var file = FileChannel.open(path)) {
            long size = file.size() - SegmentDigests.MARK;
            if (size < 0 || !mark(file, size).equals(SegmentDigests.mark(file, size, kind.name(), store))) {
                throw new Unusable("it is damaged");
            }
            var in = new SnapshotIn(file, size, store);
            compare(in);
            var read = made.apply(in);
            if (!in.atEnd()) {
                throw new Unusable("it holds more than it should");
            }
            return read;
        } catch (IOException unreadable) {
            throw new Unusable("it cannot be read", unreadable);
        } catch (UncheckedIOException unreadable) {
            throw new Unusable("it cannot be read", unreadable);
        }
    }

    private static String mark(FileChannel file, long size) throws IOException {
        var mark = ByteBuffer.allocate(SegmentDigests.MARK);
        while (mark.hasRemaining() && file.read(mark, size + mark.position()) > 0) {
            // until it is read
        }
        return new String(mark.array(), StandardCharsets.US_ASCII);
    }

    /** It is undamaged, and of a ledger with these keys; whether of this one, and of this program, stands in it. */
    private void compare(SnapshotIn in) {
        if (!in.text().equals(kind.format())) {
            throw new Unusable("it is of another format");
        }
        if (!in.text().equals(program)) {
            throw new Unusable("it was written by another version of this program");
        }
        var head = Head.parse(in.text());
        if (head.position() > store.head()) {
            throw new Unusable("it is of position " + head.position() + ", beyond the head of this ledger");
        }
        if (!head.equals(store.headAt(head.position()))) {
            throw new Unusable("it is of another ledger");
        }
    }

    /**
     * Puts what was made in its place.
     *
     * @param position as of which it is written, on disk already
     * @param stopped whether there is no point in going on
     * @return its size in bytes
     * @throws java.util.concurrent.CancellationException if there was not; the file is as it was then
     */
    public long write(long position, BooleanSupplier stopped, Consumer<SnapshotOut> contents) throws IOException {
        try {
            long size;
            try (var file = SafeFile.create(unfinished)) {
                var out = new SnapshotOut(file, kind.name(), store, stopped);
                out.text(kind.format());
                out.text(program);
                out.text(store.headAt(position).toString());
                contents.accept(out);
                out.end();
                file.force(true);
                size = file.size();
            }
            SafeFile.move(unfinished, path);
            return size;
        } catch (UncheckedIOException refused) {
            throw refused.getCause();
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Bytes that its disk has left. */
    public long room() throws IOException {
        return Files.getFileStore(path.toAbsolutePath().getParent()).getUsableSpace();
    }

    /** Takes it away, whole and unfinished ones. */
    public void remove() throws IOException {
        Files.deleteIfExists(path);
        Files.deleteIfExists(unfinished);
    }

    /** The file is of no use, and why. */
    public static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unusable(String reason) {
            super(reason);
        }

        Unusable(String reason, Exception cause) {
            super(reason, cause);
        }
    }
}
