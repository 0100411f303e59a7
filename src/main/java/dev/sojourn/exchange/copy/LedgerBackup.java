package dev.sojourn.exchange.copy;

import dev.sojourn.audit.disclosure.DisclosureLog;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.key.MasterKeyPlace;
import dev.sojourn.store.key.PersonalKeys;
import dev.sojourn.store.row.Head;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A folder with copies of a ledger's files, made while they are read and written: {@code events.zip}, {@code head.txt}
 * (a head that the events hold, written last: without it there is no backup), and unless left out {@code personal.keys},
 * {@code master.key}, {@code lookup.key} and {@code accounts.zip}. {@code README.txt} says so to whoever finds it.
 */
public final class LedgerBackup {

    private static final String README = """
            A backup of a Sojourn ledger. Take it back with: sojourn restore THIS_FOLDER --data NEW_FOLDER

            events.zip    the events, with the chain of hashes and the look-ups; personal data in it is encrypted
            head.txt      where the chain of hashes ended when the copy was begun, as position:hash. Keep it elsewhere
                          too: whoever can change this folder could change both.
            personal.keys the keys of the personal data, each wrapped by the master key. Whoever has both can read it, also
                          that of people who are erased after this backup was made.
            master.key    the master key, if the ledger had it in its own folder. Otherwise keep it as safely as this.
            lookup.key    the key under which identifiers stand in the look-ups. Without it a new one is made and the
                          look-ups are built again from the events.
            accounts.zip  who can log in, with hashed passwords. Without it serve makes a new admin.
            disclosures.jsonl
                          who took the ledger out as a whole, and what for.

            What is left out is not here: of the events only, all but the first two; without keys, the two after them.
            Without the keys the events can be verified, exported and restored, but no name, title, evidence or reason can
            be read, no question answered and nothing recorded.
            """;

    private LedgerBackup() {}

    /**
     * Writes a backup into a new or empty folder.
     *
     * @param data folder of the ledger
     * @param withKeys whether the keys of personal data go with it
     * @param accounts copies the accounts into a zip, or null to leave them out, and the key of the look-ups
     * @return a head that the copy holds; events appended meanwhile may be in it too
     * @throws IllegalArgumentException if the folder is not empty
     */
    public static Head write(LedgerStore ledger, Path data, Path backup, boolean withKeys, Consumer<Path> accounts)
            throws IOException {
        Files.createDirectories(backup);
        try (var files = Files.list(backup)) {
            if (files.findAny().isPresent()) {
                throw new IllegalArgumentException(backup + " is not empty: give each backup a folder of its own");
            }
        }
        if (Files.getFileStore(backup).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(backup, PosixFilePermissions.fromString("rwx------"));
        }
        Files.writeString(backup.resolve("README.txt"), README);
        var head = ledger.backup(backup.resolve("events.zip"), withKeys ? backup.resolve(PersonalKeys.FILE) : null);
        if (withKeys && Files.exists(data.resolve(MasterKeyPlace.FILE))) {
            Files.copy(
                    data.resolve(MasterKeyPlace.FILE),
                    backup.resolve(MasterKeyPlace.FILE),
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
        if (accounts != null) {
            if (Files.exists(data.resolve("lookup.key"))) {
                Files.copy(data.resolve("lookup.key"), backup.resolve("lookup.key"));
            }
            if (Files.exists(data.resolve(DisclosureLog.FILE))) {
                Files.copy(data.resolve(DisclosureLog.FILE), backup.resolve(DisclosureLog.FILE));
            }
            accounts.accept(backup.resolve("accounts.zip"));
        }
        var made = Files.writeString(backup.resolve("head.new"), head + "\n");
        Files.move(made, backup.resolve("head.txt"), StandardCopyOption.ATOMIC_MOVE);
        return head;
    }

    /**
     * The head beside the events.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Head head(Path backup) throws IOException {
        var file = backup.resolve("head.txt");
        if (!Files.exists(file)) {
            throw new IllegalArgumentException(
                    backup + " is no backup, or an unfinished one: it has no head.txt, which is written last");
        }
        return Head.parse(new String(Files.readAllBytes(file), StandardCharsets.US_ASCII).strip());
    }

    /** Puts the files of a backup where a ledger looks for them. */
    static void unpack(Path backup, Path directory) throws IOException {
        entry(backup.resolve("events.zip"), "events.mv.db", directory);
        if (Files.exists(backup.resolve("accounts.zip"))) {
            entry(backup.resolve("accounts.zip"), "accounts.mv.db", directory);
        }
        unpackKeys(backup, directory);
        if (Files.exists(backup.resolve("lookup.key"))) {
            Files.copy(
                    backup.resolve("lookup.key"), directory.resolve("lookup.key"), StandardCopyOption.COPY_ATTRIBUTES);
        }
        copy(DisclosureLog.FILE, backup, directory);
    }

    private static void copy(String name, Path backup, Path directory) throws IOException {
        if (Files.exists(backup.resolve(name))) {
            Files.copy(backup.resolve(name), directory.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** Puts the keys of personal data that are in a folder, if any, where a ledger looks for them. */
    static void unpackKeys(Path folder, Path directory) throws IOException {
        for (String name : List.of(PersonalKeys.FILE, MasterKeyPlace.FILE)) {
            if (Files.exists(folder.resolve(name))) {
                Files.copy(
                        folder.resolve(name),
                        directory.resolve(name),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** One entry, asked for by name: no name in an archive ever becomes a path. */
    private static void entry(Path archive, String name, Path directory) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            var entry = zip.getEntry(name);
            if (entry == null) {
                throw new BadCopy(archive.getFileName().toString(), "there is no " + name + " in it");
            }
            try (InputStream in = zip.getInputStream(entry)) {
                Files.copy(in, directory.resolve(name));
            }
        } catch (ZipException | java.io.EOFException damaged) {
            throw new BadCopy(archive.getFileName().toString(), "it is damaged");
        }
    }
}
