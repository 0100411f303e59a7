package dev.sojourn.store.key;

import dev.sojourn.store.file.SafeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the master key is kept: in a file, or in an environment variable.
 *
 * @param file the file, or null
 * @param given the key itself in base64 where there is no file, or null
 */
public record MasterKeyPlace(Path file, String given) {

    /** Name of the file in a ledger's own folder. */
    public static final String FILE = "master.key";

    /** The variable that can hold the key itself. */
    public static final String VARIABLE = "SOJOURN_MASTER_KEY";

    /** In the ledger's own folder. */
    public static MasterKeyPlace in(Path directory) {
        return new MasterKeyPlace(directory.resolve(FILE), null);
    }

    /** What to call it in messages. */
    public String name() {
        return file == null ? "the environment variable " + VARIABLE : file.toString();
    }

    /**
     * The key, if there is one.
     *
     * @throws IllegalArgumentException if what is there is no key
     */
    Optional<MasterKey> find() {
        try {
            if (file == null) {
                return Optional.of(MasterKey.parse(given, name()));
            }
            return Files.exists(file) ? Optional.of(MasterKey.parse(Files.readString(file), name())) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the master key in " + name() + " cannot be read", unreadable);
        }
    }

    /** The key; a new one, on disk on return, if there is none. */
    MasterKey findOrMake() {
        return find().orElseGet(() -> {
            var made = MasterKey.random();
            SafeFile.write(file, made.text() + "\n");
            return made;
        });
    }

    /** The file beside it, where the next key waits while one takes the place of the other. */
    Path next() {
        return file.resolveSibling(file.getFileName() + ".next");
    }
}
