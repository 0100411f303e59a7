package dev.sojourn.audit.verification;

import dev.sojourn.store.row.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/**
 * Signs heads with an Ed25519 key. The key is in a file of its own, readable by its owner only: a private key and its public
 * key, in PEM. Whoever has the file can sign anything: it belongs neither into the ledger's folder nor into its backups.
 */
public final class Signer {

    private final PrivateKey key;
    private final PublishedKey published;

    private Signer(PrivateKey key, PublishedKey published) {
        this.key = key;
        this.published = published;
    }

    /**
     * Makes a key in a new file, and writes its public half beside it, as {@code FILE.pub}.
     *
     * @throws IllegalArgumentException if one of the files is there already
     */
    public static Signer generate(Path file) throws IOException {
        var beside = file.resolveSibling(file.getFileName() + ".pub");
        for (Path taken : new Path[] {file, beside}) {
            if (Files.exists(taken)) {
                throw new IllegalArgumentException(taken + " is there already: name a new file");
            }
        }
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var published = new PublishedKey(pair.getPublic());
            Files.createFile(file);
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            Files.writeString(
                    file,
                    Pem.write("PRIVATE KEY", pair.getPrivate().getEncoded()) + published.pem(),
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
            Files.writeString(beside, published.pem());
            return new Signer(pair.getPrivate(), published);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java from 15 on has Ed25519", missing);
        }
    }

    /**
     * The key in a file.
     *
     * @throws IllegalArgumentException if there is none that can be used
     */
    public static Signer in(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("there is no key in " + file + ": make one with audit keygen");
        }
        String text = Files.readString(file);
        try {
            var key = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Pem.read("PRIVATE KEY", text)));
            var signer = new Signer(key, PublishedKey.parse(text));
            var tried = signer.sign(new Head(0, ""), "", Instant.EPOCH);
            if (!signer.published.signed(tried)) {
                throw new IllegalArgumentException("the two keys in " + file + " are not of one pair");
            }
            return signer;
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException(file + " holds no Ed25519 key, as audit keygen makes it", unusable);
        }
    }

    /** What others check signatures with. */
    public PublishedKey published() {
        return published;
    }

    /**
     * Signs a head.
     *
     * @param recorded when its event was recorded, as stored; empty for the empty ledger
     * @param now when it is signed; taken down to the second
     */
    public SignedHead sign(Head head, String recorded, Instant now) {
        String signed = now.truncatedTo(ChronoUnit.SECONDS).toString();
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(SignedHead.text(head, recorded, signed));
            return new SignedHead(
                    SignedHead.FORMAT,
                    head.position(),
                    head.hash(),
                    recorded,
                    signed,
                    published.id(),
                    Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java from 15 on has Ed25519", missing);
        }
    }
}
