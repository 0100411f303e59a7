package dev.sojourn.command.lookup;

import dev.sojourn.store.file.SafeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns ids into keyed hashes (HMAC-SHA-256), by which look-ups know them: equal texts give equal hashes, and without the
 * key nobody can try out candidates, or make two ids with one hash. With another key the look-ups are built again.
 */
public final class LookupKey {

    private static final String FILE = "lookup.key";
    private static final int BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    /** Ready to be copied by whoever hashes: making one takes longer than a hash. */
    private final Mac ready;

    private LookupKey(byte[] key) {
        try {
            ready = Mac.getInstance(ALGORITHM);
            ready.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", missing);
        }
    }

    /** The key in a directory; a new one if there is none. On disk before it is used. */
    public static LookupKey in(Path directory) {
        try {
            var file = directory.resolve(FILE);
            if (!Files.exists(file)) {
                create(file);
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length != BYTES) {
                throw new IOException(FILE + " has " + key.length + " bytes instead of " + BYTES
                        + "; remove it, and the look-ups are built under a new one");
            }
            return new LookupKey(key);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The keyed hash of a text, in lower-case hex. */
    String hash(String text) {
        return HexFormat.of().formatHex(bytes(text));
    }

    /** The beginning of the keyed hash of a text. */
    Mark mark(String text) {
        var hash = ByteBuffer.wrap(bytes(text));
        return new Mark(hash.getLong(), hash.getInt());
    }

    private byte[] bytes(String text) {
        try {
            return ((Mac) ready.clone()).doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException missing) {
            throw new IllegalStateException("Java's own HMAC-SHA-256 can be copied", missing);
        }
    }

    private static void create(Path file) throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        var made = file.resolveSibling(FILE + ".new");
        try (var out = SafeFile.create(made)) {
            out.write(ByteBuffer.wrap(key));
            out.force(true);
        }
        SafeFile.move(made, file);
    }
}
