package dev.sojourn.store.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that are there as a whole or not at all, readable by their owner only. */
public final class SafeFile {

    private SafeFile() {}

    /** Makes a file, or another one in its place; on disk on return. */
    public static void write(Path file, String text) {
        try {
            var made = file.resolveSibling(file.getFileName() + ".new");
            try (var out = create(made)) {
                out.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
                out.force(true);
            }
            move(made, file);
        } catch (IOException failed) {
            throw new UncheckedIOException(file + " cannot be written", failed);
        }
    }

    /** An empty file of the owner's own. */
    public static FileChannel create(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Files.deleteIfExists(file);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
        return FileChannel.open(file, StandardOpenOption.WRITE);
    }

    /** Puts a file that is on disk in the place of another; which of the two is there after a crash is one of them. */
    public static void move(Path made, Path file) throws IOException {
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
        try (var folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException noFolder) {
            // some systems open no folders, and need not
        }
    }
}
