package dev.sojourn.exchange.copy;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/**
 * Lines of UTF-8, ended by line feeds, from a file that may be compressed. A reader would decode some thousand characters
 * at once and blame a bad byte on a line before it.
 */
final class Utf8Lines implements AutoCloseable {

    /** An event of the greatest length, each of its characters escaped twice, is shorter. */
    private static final int LONGEST = 16 << 20;

    private final InputStream in;

    Utf8Lines(InputStream file) throws IOException {
        var start = new BufferedInputStream(file, 1 << 16);
        start.mark(2);
        boolean compressed = start.read() == 0x1f && start.read() == 0x8b;
        start.reset();
        in = compressed ? new BufferedInputStream(new GZIPInputStream(start, 1 << 16), 1 << 16) : start;
    }

    /** The next line, or null after the last. */
    String next() throws IOException {
        var line = new ByteArrayOutputStream(1024);
        int read = in.read();
        if (read < 0) {
            return null;
        }
        while (read >= 0 && read != '\n') {
            if (line.size() == LONGEST) {
                throw new IOException("the line is too long");
            }
            line.write(read);
            read = in.read();
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(line.toByteArray()))
                .toString();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
