package dev.sojourn.store.row;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hash of each event, over all that is stored of it and the hash of the one before.
 *
 * <p>It is the SHA-256, in lower-case hex, of the UTF-8 text of these twelve lines, each ended by one line feed:
 * {@code sojourn-1}, hash of the event before (empty for the first), position, event id, subject, sequence, subject
 * type, recorded, type, revision, metadata, payload. Numbers are decimal, all else is exactly as stored. No stored value
 * contains a line feed, so no two events share a text; one with half a character (an unpaired surrogate) has no such text,
 * since Java would write a question mark for it.
 */
public final class HashChain {

    private HashChain() {}

    /**
     * The hash of an event after another.
     *
     * @param before hash of the event before, empty for the first
     * @throws IllegalArgumentException if something in it is half a character
     */
    public static String next(String before, EventRow row) {
        String text = "sojourn-1\n" + before + '\n' + row.position() + '\n' + row.eventId() + '\n' + row.subject()
                + '\n' + row.sequence() + '\n' + row.subjectType() + '\n' + row.recorded() + '\n' + row.type() + '\n'
                + row.revision() + '\n' + row.metadata() + '\n' + row.payload() + '\n';
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!new String(bytes, StandardCharsets.UTF_8).equals(text)) {
            throw new IllegalArgumentException("a text holds half a character (an unpaired surrogate)");
        }
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
