package dev.sojourn.exchange.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads a zip straight into memory. No name of an entry ever becomes a path, so nothing can be written anywhere; an
 * archive that tries is refused all the same, since nobody makes one by accident.
 */
final class Archive {

    private static final int UNSUSPICIOUS = 1_000_000;

    private final Limits limits;
    private long unpacked;

    private Archive(Limits limits) {
        this.limits = limits;
    }

    static PackageFiles read(Path file, Limits limits, Problems problems) throws IOException {
        String archive = String.valueOf(file.getFileName());
        try (var zip = new ZipFile(file.toFile())) {
            return new Archive(limits).read(zip);
        } catch (Unsafe refused) {
            problems.file(archive, 0, "", "", Flaw.UNSAFE_ARCHIVE, refused.getMessage(), "make the zip anew");
        } catch (ZipException damaged) {
            problems.file(
                    archive,
                    0,
                    "",
                    "",
                    Flaw.UNREADABLE_PACKAGE,
                    "it is no zip, or a damaged one",
                    "give a folder of CSV files, or a zip of them");
        }
        return new PackageFiles(java.util.Map.of(), List.of());
    }

    private PackageFiles read(ZipFile zip) throws IOException {
        if (zip.size() > limits.entries()) {
            throw new Unsafe("the archive has " + zip.size() + " entries, at most " + limits.entries() + " are read");
        }
        var entries = Collections.list(zip.entries()).stream()
                .map(ZipEntry.class::cast)
                .toList();
        entries.forEach(entry -> checkName(entry.getName()));
        String folder = wrapping(entries);
        var contents = new TreeMap<String, byte[]>();
        var extra = new ArrayList<String>();
        for (var entry : entries) {
            String name = entry.getName().substring(folder.length());
            if (entry.isDirectory()) {
                continue;
            }
            if (!PackageFiles.known(name)) {
                extra.add(name);
            } else if (contents.put(name, unpack(zip, entry)) != null) {
                throw new Unsafe("the archive has two entries " + name);
            }
        }
        return new PackageFiles(contents, extra);
    }

    /** People zip a folder as often as its files: one folder around everything that counts is no difference. */
    private static String wrapping(List<ZipEntry> entries) {
        return entries.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.endsWith("/people.csv") && name.indexOf('/') == name.lastIndexOf('/'))
                .map(name -> name.substring(0, name.indexOf('/') + 1))
                .filter(folder -> entries.stream().map(ZipEntry::getName).noneMatch(PackageFiles::known))
                .findFirst()
                .filter(folder ->
                        entries.stream().allMatch(entry -> entry.getName().startsWith(folder)))
                .orElse("");
    }

    private byte[] unpack(ZipFile zip, ZipEntry entry) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var buffer = new byte[1 << 16];
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes.write(buffer, 0, read);
                unpacked += read;
                checkSize(entry, bytes.size());
            }
        }
        return bytes.toByteArray();
    }

    private void checkSize(ZipEntry entry, long size) {
        if (size > limits.bytesPerFile() || unpacked > limits.bytes()) {
            throw new Unsafe("the archive unpacks to more than " + limits.bytesPerFile() + " bytes in one file or "
                    + limits.bytes() + " in all");
        }
        // The size in the archive's directory is only a claim, but a wrong one cannot make an entry look packed less.
        long packed = Math.max(1, entry.getCompressedSize());
        if (size > UNSUSPICIOUS && size / packed > limits.ratio()) {
            throw new Unsafe(
                    "an entry unpacks to more than " + limits.ratio() + " times its size, as only a zip bomb does");
        }
    }

    private static void checkName(String name) {
        boolean climbs = List.of(name.split("/")).contains("..");
        if (climbs || name.startsWith("/") || name.contains("\\") || name.contains(":")) {
            throw new Unsafe("the archive has an entry whose name leads out of it");
        }
    }

    /** Reading must stop at once. */
    private static final class Unsafe extends RuntimeException {
        Unsafe(String message) {
            super(message);
        }
    }
}
