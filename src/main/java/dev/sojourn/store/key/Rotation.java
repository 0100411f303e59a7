package dev.sojourn.store.key;

import dev.sojourn.store.file.SafeFile;
import dev.sojourn.store.key.KeyFile.Line;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Puts another master key in the place of the old one. The file of keys is written anew beside the old one and takes its
 * place in one step, so that after a crash it is wrapped by the one or the other master key, and both are there.
 */
public final class Rotation {

    private Rotation() {}

    /**
     * Wraps all keys of a closed ledger again.
     *
     * @param directory the ledger's folder, claimed by the caller
     * @param now where the master key is; if that is a file, a new key is made and put there in the end
     * @param next the new master key if the old one is given by the environment, else null
     * @return how many keys there were, destroyed ones included
     * @throws KeyTrouble if the keys cannot be read; then nothing has changed
     */
    public static long run(Path directory, MasterKeyPlace now, MasterKeyPlace next) {
        var path = directory.resolve(PersonalKeys.FILE);
        PersonalKeys.open(directory, now).close(); // ends what was begun before
        try (var file = new KeyFile(path)) {
            if (file.mark() == null) {
                throw new KeyTrouble(
                        KeyTrouble.Kind.KEY_FILE_MISSING,
                        "there is no " + path + ": no key was made yet, or it is lost");
            }
            var old = now.find()
                    .filter(key -> key.unwrap(file.mark(), KeyFile.MARK).isPresent())
                    .orElseThrow(() -> new KeyTrouble(
                            KeyTrouble.Kind.MASTER_KEY_WRONG,
                            now.name() + " is not the master key that the keys in " + path + " are wrapped by"));
            var master = next == null ? MasterKey.random() : next.find().orElseThrow();
            if (next == null) {
                SafeFile.write(now.next(), master.text() + "\n");
            }
            var made = path.resolveSibling(PersonalKeys.FILE + ".new");
            wrapAgain(file, old, master, made);
            SafeFile.move(made, path);
            if (next == null) {
                SafeFile.move(now.next(), now.file());
            }
            return file.size();
        } catch (IOException failed) {
            throw new UncheckedIOException("the keys in " + directory + " cannot be wrapped again", failed);
        }
    }

    /** If a rotation was cut short: the key that fits becomes the master key, the other one goes. */
    static void finish(Path keys, MasterKeyPlace place) throws IOException {
        if (place.file() == null || !Files.exists(place.next())) {
            return;
        }
        try (var file = new KeyFile(keys)) {
            var next = new MasterKeyPlace(place.next(), null).find();
            boolean fits = file.mark() != null
                    && next.filter(key -> key.unwrap(file.mark(), KeyFile.MARK).isPresent())
                            .isPresent();
            if (fits) {
                SafeFile.move(place.next(), place.file());
            } else {
                Files.delete(place.next());
            }
        }
        Files.deleteIfExists(keys.resolveSibling(PersonalKeys.FILE + ".new"));
    }

    private static void wrapAgain(KeyFile file, MasterKey old, MasterKey master, Path made) throws IOException {
        try (var out = SafeFile.create(made)) {
            var writer =
                    new BufferedWriter(new OutputStreamWriter(Channels.newOutputStream(out), StandardCharsets.UTF_8));
            write(writer, new Line(KeyFile.MARK, master.wrap(new byte[MasterKey.BYTES], KeyFile.MARK)));
            file.each(
                    line -> write(writer, line.wrapped().equals(KeyFile.ERASED) ? line : wrapAgain(line, old, master)));
            writer.flush();
            out.force(true);
        }
    }

    private static Line wrapAgain(Line line, MasterKey old, MasterKey master) {
        byte[] key = old.unwrap(line.wrapped(), line.owner())
                .orElseThrow(() -> new KeyTrouble(
                        KeyTrouble.Kind.KEY_FILE_DAMAGED,
                        "the key of " + line.owner() + " was changed: put the right file of keys back first"));
        return new Line(line.owner(), master.wrap(key, line.owner()));
    }

    private static void write(BufferedWriter writer, Line line) throws IOException {
        writer.write(line.owner() + "\t" + line.wrapped() + "\n");
    }
}
