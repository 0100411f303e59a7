package dev.sojourn.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sojourn.event.form.EventText;
import dev.sojourn.event.form.Upcasters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The reference ledger")
class ReferenceLinesTest {

    private static final Path LINES = EventSchemas.CATALOGUE.resolve("reference/ledger.jsonl");
    private static final EventText TEXT = new EventText(Upcasters.CURRENT);

    @Test
    void has_only_lines_that_are_valid_and_read_back_to_the_same_text() throws IOException {
        assumeTrue(Files.exists(LINES), "there is no " + LINES + " yet");
        var complaints = new ArrayList<String>();
        int number = 0;
        for (var text : Files.readAllLines(LINES)) {
            number++;
            for (var complaint : complaints(text)) {
                complaints.add("line " + number + ": " + complaint);
            }
        }

        assertThat(number).isPositive();
        assertThat(complaints).isEmpty();
    }

    private static List<String> complaints(String text) {
        var line = JsonMapper.shared().readTree(text);
        String type = line.path("type").asString();
        String revision = line.path("revision").asString();
        String payload = line.path("event").toString();
        var complaints = EventSchemas.complaints(type, revision, payload);
        if (!complaints.isEmpty()) {
            return complaints;
        }
        String again = TEXT.write(TEXT.read(type, revision, payload));
        return again.equals(payload) ? List.of() : List.of("reads back as " + again);
    }
}
