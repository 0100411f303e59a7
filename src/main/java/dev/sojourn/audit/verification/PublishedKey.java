package dev.sojourn.audit.verification;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** The public half of a key that signs heads, for everybody. */
public final class PublishedKey {

    private final PublicKey key;

    PublishedKey(PublicKey key) {
        this.key = key;
    }

    /**
     * Reads the PEM form.
     *
     * @throws IllegalArgumentException if there is no public Ed25519 key in the text
     */
    public static PublishedKey parse(String text) {
        try {
            return new PublishedKey(KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Pem.read("PUBLIC KEY", text))));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("there is no public Ed25519 key, as audit keygen writes it", unusable);
        }
    }

    /** As PEM, the form that openssl reads. */
    public String pem() {
        return Pem.write("PUBLIC KEY", key.getEncoded());
    }

    /** The first 16 hex digits of the SHA-256 of the key (its X.509 form, DER). */
    public String id() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    /** Whether a head was signed with this key, and not changed since. */
    public boolean signed(SignedHead head) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(head.text());
            return head.key().equals(id())
                    && signature.verify(Base64.getDecoder().decode(head.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }
}
