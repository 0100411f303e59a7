package dev.sojourn.store.key;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** What wraps the keys of subjects: AES-256-GCM, written as the 44 characters of its base64. */
public final class MasterKey {

    static final int BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;
    private final Aead aead;

    private MasterKey(byte[] key) {
        text = Base64.getEncoder().encodeToString(key);
        aead = aead(key);
    }

    /** A new random one. */
    public static MasterKey random() {
        return new MasterKey(randomKey());
    }

    /**
     * Reads one.
     *
     * @param where what to call it in errors
     * @throws IllegalArgumentException if it is none; quotes nothing of it
     */
    public static MasterKey parse(String text, String where) {
        try {
            byte[] key = Base64.getDecoder().decode(text.strip());
            if (key.length == BYTES) {
                return new MasterKey(key);
            }
        } catch (IllegalArgumentException noBase64) {
            // said below, without the cause, which would quote it
        }
        throw new IllegalArgumentException(
                where + " holds no master key: 32 random bytes in base64, as of `openssl rand -base64 32`");
    }

    /** As it is written. */
    String text() {
        return text;
    }

    /** A key, wrapped for one owner only, in base64. */
    String wrap(byte[] key, String owner) {
        try {
            return Base64.getEncoder().encodeToString(aead.encrypt(key, bytes(owner)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a key cannot be wrapped", impossible);
        }
    }

    /** The key again; empty if it was wrapped by another master key or for another owner, or was changed. */
    Optional<byte[]> unwrap(String wrapped, String owner) {
        try {
            return Optional.of(aead.decrypt(Base64.getDecoder().decode(wrapped), bytes(owner)));
        } catch (GeneralSecurityException | IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    static byte[] randomKey() {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return key;
    }

    static Aead aead(byte[] key) {
        try {
            return new AesGcmJce(key);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has AES-256-GCM", impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
