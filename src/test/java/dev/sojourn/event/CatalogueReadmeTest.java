package dev.sojourn.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.event.form.EventText;
import dev.sojourn.event.form.Upcasters;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The page of the catalogue")
class CatalogueReadmeTest {

    static Stream<String> schemas() throws IOException {
        return Files.readAllLines(EventSchemas.CATALOGUE.resolve("released.sha256")).stream()
                .map(line -> line.split("  ", 2)[1]);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void has_one_line_for_each_revision_that_says_what_its_schema_says(String schema) throws IOException {
        String type = schema.substring(0, schema.indexOf('/'));
        String revision = schema.substring(schema.indexOf('/') + 1).replace(".schema.json", "");
        String says = JsonMapper.shared()
                .readTree(EventSchemas.text(EventSchemas.CATALOGUE.resolve(schema)))
                .path("description")
                .asString();

        assertThat(page().stream().filter(line -> line.startsWith("| [" + type + "](" + schema + ") |")))
                .singleElement()
                .asString()
                .matches("\\| \\S+ \\| \\Q" + revision + "\\E \\| \\d+\\.\\d+\\.\\d+ \\| \\Q" + says + "\\E \\|");
    }

    @Test
    void has_no_line_for_anything_else() throws IOException {
        assertThat(page().stream().filter(line -> line.startsWith("| [")))
                .hasSize((int) schemas().count());
    }

    @Test
    void shows_a_line_of_the_ledger_that_can_be_read() throws IOException {
        String shown = page().stream()
                .filter(line -> line.startsWith("{\"recorded\""))
                .findFirst()
                .orElseThrow();
        var line = JsonMapper.shared().readTree(shown);
        var text = new EventText(Upcasters.CURRENT);

        String payload = line.path("event").toString();
        assertThat(text.write(text.read(
                        line.path("type").asString(), line.path("revision").asString(), payload)))
                .isEqualTo(payload);
    }

    private static List<String> page() throws IOException {
        return Files.readAllLines(EventSchemas.CATALOGUE.resolve("README.md"));
    }
}
