package dev.sojourn.store.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A ledger that is being restored: its files are made in a folder {@code restoring} inside the one where they will stand,
 * and moved there when all of them are complete and checked. Until then nobody can open it; whatever stops it leaves
 * nothing that could be taken for a ledger.
 */
public final class NewLedger implements AutoCloseable {

    /** The events come last: with them it is a ledger. */
    private static final List<String> FILES =
            List.of("disclosures.jsonl", "master.key", "personal.keys", "lookup.key", "accounts.mv.db", "events.mv.db");

    private static final String STAGE = "restoring";
    private static final String EVENTS = "events.mv.db";

    private final Path directory;
    private final FileChannel claim;
    private boolean complete;

    private NewLedger(Path directory, FileChannel claim) {
        this.directory = directory;
        this.claim = claim;
    }

    /**
     * Begins in a folder, which is made if there is none; what an earlier attempt left behind is removed.
     *
     * @throws IllegalArgumentException if there is anything else in the folder
     * @throws StoreInUse if somebody has the folder open
     */
    public static NewLedger in(Path directory) {
        try {
            Files.createDirectories(directory);
            boolean again = interrupted(directory);
            try (var files = Files.list(directory)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> !name.equals("events.lock"))
                        .filter(name -> !again || !(name.equals(STAGE) || FILES.contains(name)))
                        .findFirst()
                        .ifPresent(name -> {
                            throw new IllegalArgumentException(
                                    directory + " is not empty, there is " + name + ": restore into a new folder");
                        });
            }
            var ledger = new NewLedger(directory, LedgerFile.claim(directory));
            clear(directory);
            Files.createDirectory(ledger.stage());
            return ledger;
        } catch (IOException unusable) {
            throw new UncheckedIOException("cannot use the directory " + directory, unusable);
        }
    }

    /** Whether a restore into this folder was cut short, so that there is no ledger yet. */
    static boolean interrupted(Path directory) {
        return Files.exists(stage(directory)) && !Files.exists(directory.resolve(EVENTS));
    }

    /** Where to make its files. */
    public Path stage() {
        return stage(directory);
    }

    /** Makes it a ledger. Its files are closed by now; they are on disk before they are moved. */
    public void complete() {
        try {
            for (String name : FILES) {
                var made = stage().resolve(name);
                if (Files.exists(made)) {
                    force(made, StandardOpenOption.WRITE);
                    Files.move(made, directory.resolve(name));
                }
            }
            force(directory, StandardOpenOption.READ);
            complete = true;
        } catch (IOException unusable) {
            throw new UncheckedIOException("cannot use the directory " + directory, unusable);
        }
    }

    /** Removes what is not a ledger's. */
    @Override
    public void close() {
        try (claim) {
            if (complete) {
                remove(stage());
            } else {
                clear(directory);
                Files.deleteIfExists(directory.resolve("events.lock"));
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException("cannot use the directory " + directory, unusable);
        }
    }

    private static Path stage(Path directory) {
        return directory.resolve(STAGE);
    }

    /** An attempt begins in an empty folder, and nobody opens it meanwhile: these files are its own. */
    private static void clear(Path directory) throws IOException {
        for (String name : FILES) {
            Files.deleteIfExists(directory.resolve(name));
        }
        remove(stage(directory));
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static void force(Path file, StandardOpenOption how) throws IOException {
        try (var channel = FileChannel.open(file, how)) {
            channel.force(true);
        }
    }
}
