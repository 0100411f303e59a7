package dev.sojourn.store.key;

import dev.sojourn.store.file.SafeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The file of wrapped keys: one line each, of the owner, a tab, and 80 characters. Lines are only ever appended; one is
 * erased by writing over those 80 characters where they stand, so that the key is in no file any more. The first line is
 * what tells a right master key from a wrong one.
 *
 * <p>A crash can leave a part of the lines that were to be appended. Whole ones stay, though nobody may need them; what is
 * no line is cut off by the next append. That nothing else is missing is for others to see, who count.
 */
final class KeyFile implements AutoCloseable {

    /** An owner, and its key as wrapped; or {@link #ERASED}. */
    record Line(String owner, String wrapped) {

        private byte[] bytes() {
            return (owner + "\t" + wrapped + "\n").getBytes(StandardCharsets.UTF_8);
        }
    }

    static final String MARK = "sojourn-keys-1";
    private static final int WRAPPED = 80;
    static final String ERASED = "erased" + "-".repeat(WRAPPED - 6);
    private static final int LONGEST = 1_000;

    private final Path file;
    private final KeyIndex index = new KeyIndex();
    private final Set<String> erased = ConcurrentHashMap.newKeySet();
    private String mark;
    private long end;
    /** No channel, which an interrupted thread would close for everybody. */
    private RandomAccessFile reading;

    /** Reads where each line is; there may be no file yet. */
    KeyFile(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            scan();
            reading = new RandomAccessFile(file.toFile(), "r");
        }
    }

    /** What the master key wrapped first; null as long as there is no file. */
    String mark() {
        return mark;
    }

    /** How many lines there are, erased ones included. */
    synchronized long size() {
        return index.size();
    }

    /** An owner's key as wrapped, or {@link #ERASED}; empty if there is no line of it. */
    synchronized Optional<String> find(String owner) throws IOException {
        long offset = offset(owner);
        return offset < 0
                ? Optional.empty()
                : Optional.of(line(offset, length(owner)).wrapped());
    }

    /** Whose key was written over. */
    Set<String> erased() {
        return erased;
    }

    /** Appends lines; on disk on return. */
    synchronized void append(List<Line> lines) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var line : lines) {
            if (line.wrapped().length() != WRAPPED || length(line.owner()) >= LONGEST) {
                throw new IllegalArgumentException("no line of keys");
            }
            bytes.writeBytes(line.bytes());
        }
        try (var out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            out.truncate(end);
            write(out, bytes.toByteArray(), end);
            out.force(true);
        }
        for (var line : lines) {
            byte[] whole = line.bytes();
            index.add(KeyIndex.hash(whole, 0, length(line.owner())), end);
            end += whole.length;
        }
    }

    /** Writes over an owner's key; on disk on return. */
    synchronized void erase(String owner) throws IOException {
        long offset = offset(owner);
        if (offset < 0) {
            append(List.of(new Line(owner, ERASED)));
            erased.add(owner);
            return;
        }
        try (var out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            write(out, ERASED.getBytes(StandardCharsets.US_ASCII), offset + length(owner) + 1);
            out.force(true);
        }
        erased.add(owner);
    }

    /** Begins a file with a mark, in the place of none; on disk on return. */
    synchronized void begin(String newMark) throws IOException {
        SafeFile.write(file, MARK + "\t" + newMark + "\n");
        mark = newMark;
        end = Files.size(file);
        reading = new RandomAccessFile(file.toFile(), "r");
    }

    /** All lines in their order, a few at a time. */
    synchronized void each(LineSink sink) throws IOException {
        for (long offset : index.offsets()) {
            sink.accept(lineAt(offset));
        }
    }

    /** Copies the file, as far as it is whole lines. */
    synchronized void copyTo(Path copy) throws IOException {
        try (var in = FileChannel.open(file);
                var out = SafeFile.create(copy)) {
            for (long at = 0; at < end; ) {
                at += in.transferTo(at, end - at, out);
            }
            out.force(true);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (reading != null) {
            reading.close();
        }
    }

    /** Takes lines, which may not be written. */
    interface LineSink {
        void accept(Line line) throws IOException;
    }

    private long offset(String owner) {
        byte[] name = owner.getBytes(StandardCharsets.UTF_8);
        return index.find(KeyIndex.hash(name, 0, name.length), offset -> {
            try {
                return line(offset, name.length).owner().equals(owner);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(file + " cannot be read", unreadable);
            }
        });
    }

    private Line line(long offset, int ownerLength) throws IOException {
        byte[] line = new byte[(int) Math.min(ownerLength + 1L + WRAPPED, end - offset)];
        reading.seek(offset);
        reading.readFully(line);
        return parse(line, line.length).orElse(new Line("", ""));
    }

    private Line lineAt(long offset) throws IOException {
        byte[] line = new byte[(int) Math.min(LONGEST + 1L + WRAPPED, end - offset)];
        reading.seek(offset);
        reading.readFully(line);
        return parse(line, newline(line)).orElseThrow();
    }

    private static void write(FileChannel out, byte[] bytes, long at) throws IOException {
        for (var rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
            out.write(rest, at + rest.position());
        }
    }

    private static int newline(byte[] line) {
        for (int i = 0; i < line.length; i++) {
            if (line[i] == '\n') {
                return i;
            }
        }
        return line.length;
    }

    /** A megabyte at a time: with a million people a start would wait a second for bytes read one by one. */
    private void scan() throws IOException {
        byte[] buffer = new byte[1 << 20];
        int size = 0;
        try (var in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer, size, buffer.length - size)) {
                int from = 0;
                for (int at = size; at < size + read; at++) {
                    if (buffer[at] == '\n') {
                        if (!take(buffer, from, at - from)) {
                            return;
                        }
                        from = at + 1;
                    }
                }
                size = size + read - from;
                if (size > LONGEST + 1 + WRAPPED) {
                    return;
                }
                System.arraycopy(buffer, from, buffer, 0, size);
            }
        }
    }

    /** Whether it is a line. */
    private boolean take(byte[] buffer, int from, int length) {
        int owner = length - WRAPPED - 1;
        if (owner <= 0 || owner > LONGEST || buffer[from + owner] != '\t') {
            return false;
        }
        if (end == 0) {
            var first = parse(Arrays.copyOfRange(buffer, from, from + length), length)
                    .orElseThrow();
            if (!first.owner().equals(MARK)) {
                return false;
            }
            mark = first.wrapped();
        } else {
            index.add(KeyIndex.hash(buffer, from, owner), end);
            if (buffer[from + owner + 1] == 'e' && buffer[from + length - 1] == '-') {
                erased.add(new String(buffer, from, owner, StandardCharsets.UTF_8));
            }
        }
        end += length + 1L;
        return true;
    }

    private static Optional<Line> parse(byte[] line, int length) {
        int owner = length - WRAPPED - 1;
        return owner <= 0 || line[owner] != '\t'
                ? Optional.empty()
                : Optional.of(new Line(
                        new String(line, 0, owner, StandardCharsets.UTF_8),
                        new String(Arrays.copyOfRange(line, owner + 1, length), StandardCharsets.US_ASCII)));
    }

    private static int length(String owner) {
        return owner.getBytes(StandardCharsets.UTF_8).length;
    }
}
