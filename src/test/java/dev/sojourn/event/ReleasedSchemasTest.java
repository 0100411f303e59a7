package dev.sojourn.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** {@code events/released.sha256} has the form of {@code sha256sum}; check it by hand with {@code sha256sum -c}. */
@DisplayName("A released schema")
class ReleasedSchemasTest {

    @Test
    void never_changes_and_never_goes_and_a_new_one_is_listed() throws IOException {
        assertThat(inFolder())
                .as("a published event never changes: where a schema differs from released.sha256, restore it, and"
                        + " write the next revision with an example, an upcaster and a line in events/README.md; only"
                        + " a schema that was never there before is added to the list")
                .containsExactlyEntriesOf(listed());
    }

    private static Map<String, String> listed() throws IOException {
        return Files.readAllLines(EventSchemas.CATALOGUE.resolve("released.sha256")).stream()
                .map(line -> line.split("  ", 2))
                .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0], (one, other) -> one, TreeMap::new));
    }

    private static Map<String, String> inFolder() throws IOException {
        try (var files = Files.walk(EventSchemas.CATALOGUE)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d+\\.schema\\.json"))
                    .collect(Collectors.toMap(
                            file -> EventSchemas.CATALOGUE
                                    .relativize(file)
                                    .toString()
                                    .replace('\\', '/'),
                            ReleasedSchemasTest::hash,
                            (one, other) -> one,
                            TreeMap::new));
        }
    }

    private static String hash(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
