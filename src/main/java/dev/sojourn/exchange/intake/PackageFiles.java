package dev.sojourn.exchange.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of a package as bytes, however they came.
 *
 * @param contents those that the package format knows, by name
 * @param extra names of the others; they are named in the report and otherwise ignored
 */
record PackageFiles(Map<String, byte[]> contents, List<String> extra) {

    static final String MAPPING = "mapping.yaml";

    /** Reads a folder or a zip, and nothing beyond the limits. */
    static PackageFiles read(Path source, Limits limits, Problems problems) {
        String name = String.valueOf(source.getFileName());
        try {
            if (Files.isDirectory(source)) {
                return folder(source, limits, problems);
            }
            if (Files.isRegularFile(source)) {
                return Archive.read(source, limits, problems);
            }
            problems.file(
                    name, 0, "", "", Flaw.UNREADABLE_PACKAGE, "there is no such folder or file", "check the path");
        } catch (IOException unreadable) {
            problems.file(
                    name,
                    0,
                    "",
                    "",
                    Flaw.UNREADABLE_PACKAGE,
                    "it cannot be read: " + unreadable.getMessage(),
                    "give a folder of CSV files, or a zip of them");
        }
        return new PackageFiles(Map.of(), List.of());
    }

    /** Whether the package format gives the file a meaning. */
    static boolean known(String name) {
        return name.equals(MAPPING) || Layout.of(name).isPresent();
    }

    private static PackageFiles folder(Path folder, Limits limits, Problems problems) throws IOException {
        var contents = new TreeMap<String, byte[]>();
        var extra = new ArrayList<String>();
        try (var files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (!known(name) || !Files.isRegularFile(file)) {
                    extra.add(name);
                } else if (Files.size(file) > limits.bytesPerFile()) {
                    problems.file(
                            name,
                            0,
                            "",
                            "",
                            Flaw.UNREADABLE_PACKAGE,
                            "the file has more than " + limits.bytesPerFile() + " bytes",
                            "split the package");
                } else {
                    contents.put(name, Files.readAllBytes(file));
                }
            }
        }
        return new PackageFiles(contents, extra);
    }
}
