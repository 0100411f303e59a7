package dev.sojourn.audit.telling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.event.Header;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.form.EventCatalogue;
import dev.sojourn.event.form.EventJson;
import dev.sojourn.projection.History;
import dev.sojourn.projection.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What an event says")
class TellerTest {
    static Set<String> types() {
        return EventCatalogue.types().keySet();
    }

    /** A new type of event needs a method in PersonSentences or ThingSentences, and a line in sentences.properties. */
    @ParameterizedTest
    @MethodSource("types")
    void is_a_sentence_for_every_type(String type) throws IOException {
        var event = EventCatalogue.types().get(type);
        var example = Path.of("events", type, EventCatalogue.revision(event) + ".example.json");
        var header = new Header(1, Instant.EPOCH, 0, "ada", "c", null, null, null);
        var recorded = new Recorded(header, EventJson.mapper().readValue(Files.readString(example), event));
        var teller = new Teller(new Timeline(History.NONE).now(), id -> new Story(List.of(recorded)), Locale.ENGLISH);

        assertThat(teller.tell(recorded)).hasSizeGreaterThan(8).doesNotContain("{", "null", "''");
    }
}
