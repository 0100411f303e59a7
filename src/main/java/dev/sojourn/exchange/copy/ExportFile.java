package dev.sojourn.exchange.copy;

import dev.sojourn.exchange.Progress;
import dev.sojourn.store.check.BrokenChain;
import dev.sojourn.store.row.Head;
import dev.sojourn.store.row.Link;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads a file of {@link LedgerExport} line by line; every complaint names file, line and position. */
final class ExportFile {

    private static final int STEP = 1_000;

    private final Path file;
    private final Progress progress;
    private long line;

    ExportFile(Path file, Progress progress) {
        this.file = file;
        this.progress = progress;
    }

    /**
     * Hands over its events in order.
     *
     * @param sink takes the next event, or throws a {@link BrokenChain} if it is not
     * @param last is asked at the end where the chain ends
     * @return where it ends, as the first line says, too
     * @throws BadCopy at the first line that is not as it was written
     */
    Head read(Consumer<Link> sink, Supplier<Head> last) throws IOException {
        try (var lines = new Utf8Lines(Files.newInputStream(file))) {
            return read(lines, sink, last);
        }
    }

    private Head read(Utf8Lines lines, Consumer<Link> sink, Supplier<Head> last) {
        String name = file.getFileName().toString();
        try {
            String first = next(lines);
            if (first == null) {
                throw new IllegalArgumentException("it is empty");
            }
            var head = ExportLine.head(first);
            for (String text = next(lines); text != null; text = next(lines)) {
                sink.accept(ExportLine.parse(text));
                long position = line - 1;
                if (position % STEP == 0 || position == head.position()) {
                    progress.at(position, head.position());
                }
            }
            var end = last.get();
            if (!end.equals(head)) {
                throw new IllegalArgumentException(
                        "the events end with " + end + ", but the first line says they end with " + head);
            }
            return head;
        } catch (IOException unreadable) {
            throw new BadCopy(name + ":" + line + ": position " + (line - 1), "the file is damaged or cut off here");
        } catch (BrokenChain broken) {
            throw new BadCopy(name + ":" + line, broken.getMessage());
        } catch (IllegalArgumentException bad) {
            String where = name + ":" + line;
            throw new BadCopy(line < 2 ? where : where + ": position " + (line - 1), bad.getMessage());
        }
    }

    private String next(Utf8Lines lines) throws IOException {
        line++;
        return lines.next();
    }
}
