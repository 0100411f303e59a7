package dev.sojourn.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small package for tests: begins as a good one of one person and two institutions, to be made worse. */
public final class TestPackage {

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** Ada, two institutions, and the history of one stay. */
    public static TestPackage good() {
        return new TestPackage()
                .with(
                        "institutions.csv",
                        "institution_id,name,country,sector",
                        "mit,MIT,US,university",
                        "eth,ETH,CH,university")
                .with("people.csv", "person_id,name", "ada,Ada Example")
                .with(
                        "assertions.csv",
                        "seq,op,spell_id,person_id,institution_id,role,start,end,source,recorded_at,note",
                        "1,assert,s1,ada,mit,Researcher,2015,,,2020-01-10T00:00:00Z,");
    }

    /** The same without spell ids. */
    public static TestPackage affiliations(String... rows) {
        return good().without("assertions.csv").with("affiliations.csv", rows);
    }

    /** Replaces a file by these lines. */
    public TestPackage with(String file, String... lines) {
        return with(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Replaces a file by these bytes. */
    public TestPackage with(String file, byte[] bytes) {
        files.put(file, bytes);
        return this;
    }

    /** Adds lines to a file. */
    public TestPackage and(String file, String... lines) {
        String text = new String(files.get(file), StandardCharsets.UTF_8) + String.join("\n", lines) + "\n";
        return with(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Leaves a file out. */
    public TestPackage without(String file) {
        files.remove(file);
        return this;
    }

    /** Writes it as a folder. */
    public Path folder(Path directory) {
        try {
            var folder = Files.createTempDirectory(directory, "package");
            for (var file : files.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Writes it as a zip, each name with a prefix. */
    public Path zip(Path directory, String prefix) {
        try {
            var zip = Files.createTempFile(directory, "package", ".zip");
            try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
                for (var file : files.entrySet()) {
                    out.putNextEntry(new ZipEntry(prefix + file.getKey()));
                    out.write(file.getValue());
                }
            }
            return zip;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
