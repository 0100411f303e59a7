package dev.sojourn.exchange.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/** Decodes a file strictly: a byte that is no UTF-8 is reported with its line, not replaced. */
final class Utf8 {

    private static final char BOM = '\uFEFF';

    private Utf8() {}

    /** The text without its byte order mark, or null if it is no UTF-8; then the problems say where. */
    static String decode(String file, byte[] bytes, Problems problems) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length + 1);
        if (decoder.decode(in, out, true).isError()) {
            long line = 1;
            for (int at = 0; at < in.position(); at++) {
                line += bytes[at] == '\n' ? 1 : 0;
            }
            problems.file(
                    file,
                    line,
                    "",
                    "",
                    Flaw.MALFORMED_UTF8,
                    "the line has bytes that are no UTF-8",
                    "save the file as \"CSV UTF-8\"");
            return null;
        }
        out.flip();
        if (out.hasRemaining() && out.charAt(0) == BOM) {
            out.position(1);
        }
        return out.toString();
    }
}
