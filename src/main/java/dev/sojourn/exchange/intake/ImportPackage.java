package dev.sojourn.exchange.intake;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A package as read: its tables, what its words mean, and which files nobody asked for.
 *
 * @param tables those that are there and readable
 * @param mapping what its own words mean
 * @param extraFiles names of files that were ignored
 * @param digest SHA-256 over the names and bytes of the files used, lower-case hex; equal packages have equal ones
 */
public record ImportPackage(Map<Layout, Table> tables, Mapping mapping, List<String> extraFiles, String digest) {

    /** Reads a folder or a zip; whatever cannot be read is a problem. */
    public static ImportPackage read(Path source, Limits limits, Problems problems) {
        var files = PackageFiles.read(source, limits, problems);
        var tables = new EnumMap<Layout, Table>(Layout.class);
        var mapping = Mapping.NONE;
        for (var file : files.contents().entrySet()) {
            String text = Utf8.decode(file.getKey(), file.getValue(), problems);
            if (text == null) {
                continue;
            }
            Optional<Layout> layout = Layout.of(file.getKey());
            if (layout.isPresent()) {
                Table table = CsvTables.read(layout.get(), text, problems);
                if (table != null) {
                    tables.put(layout.get(), table);
                }
            } else {
                mapping = Mapping.read(text, problems);
            }
        }
        if (!problems.hopeless() || !files.contents().isEmpty()) {
            checkPresent(files.contents().keySet(), problems);
        }
        return new ImportPackage(tables, mapping, files.extra(), digest(files));
    }

    /** The table, if the package has it. */
    public Optional<Table> table(Layout layout) {
        return Optional.ofNullable(tables.get(layout));
    }

    /** The rows of a table; none if the package does not have it. */
    public List<Row> rows(Layout layout) {
        return table(layout).map(Table::rows).orElse(List.of());
    }

    private static void checkPresent(Collection<String> names, Problems problems) {
        for (var layout : List.of(Layout.INSTITUTIONS, Layout.PEOPLE)) {
            if (!names.contains(layout.file())) {
                missing(layout.file(), layout, problems);
            }
        }
        if (!names.contains(Layout.AFFILIATIONS.file()) && !names.contains(Layout.ASSERTIONS.file())) {
            missing("affiliations.csv or assertions.csv", Layout.AFFILIATIONS, problems);
        }
    }

    private static void missing(String file, Layout layout, Problems problems) {
        problems.file(
                file,
                0,
                "",
                "",
                Flaw.MISSING_FILE,
                "the package does not have it",
                "add " + layout.file() + " with the header " + String.join(",", layout.required()));
    }

    private static String digest(PackageFiles files) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            files.contents().forEach((name, bytes) -> {
                sha256.update((name + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
                sha256.update(bytes);
            });
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
