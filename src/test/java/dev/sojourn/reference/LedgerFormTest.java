package dev.sojourn.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.event.form.EventCatalogue;
import dev.sojourn.event.form.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The reference ledger as a file")
class LedgerFormTest {

    private final List<JsonNode> lines;

    LedgerFormTest() throws IOException {
        lines = Files.readAllLines(Path.of("events", "reference", "ledger.jsonl")).stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    @Test
    void each_event_reads_back_and_writes_the_same_text() {
        JsonMapper json = EventJson.mapper();
        for (JsonNode line : lines) {
            var type = EventCatalogue.types().get(line.get("type").asString());
            assertThat(line.get("revision").asString()).isEqualTo(EventCatalogue.revision(type));
            var event = json.treeToValue(line.get("event"), type);
            assertThat(json.writeValueAsString(event))
                    .isEqualTo(line.get("event").toString());
        }
    }

    @Test
    void recorded_time_never_runs_backwards() {
        assertThat(lines.stream().map(line -> Instant.parse(line.get("recorded").asString())))
                .isSorted();
    }

    @Test
    void events_of_one_command_stand_together() {
        Set<String> closed = new HashSet<>();
        String open = "";
        for (JsonNode line : lines) {
            String command = line.get("commandId").asString();
            if (!command.equals(open)) {
                assertThat(closed.add(command)).as(command).isTrue();
            }
            open = command;
        }
    }

    @Test
    void a_release_names_the_position_before_its_own() {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).get("type").asString().equals("ReleasePublished")) {
                assertThat(lines.get(i).get("event").get("position").asInt()).isEqualTo(i); // its own is i + 1
            }
        }
    }

    @Test
    void an_institution_is_registered_before_anybody_is_there() {
        Set<String> registered = new HashSet<>();
        for (JsonNode line : lines) {
            JsonNode event = line.get("event");
            if (line.get("type").asString().equals("InstitutionRegistered")) {
                registered.add(event.get("institution").asString());
            }
            for (String place : List.of("institution", "parent")) {
                check(registered, event.path(place));
                check(registered, event.path("claim").path(place));
                check(registered, event.path("degree").path(place));
            }
        }
    }

    @Test
    void a_move_is_one_command_that_ends_and_opens_on_one_date() {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).get("type").asString().equals("AffiliationEnded")) {
                JsonNode opened = lines.get(i + 1);
                assertThat(opened.get("commandId")).isEqualTo(lines.get(i).get("commandId"));
                assertThat(opened.get("event").get("claim").get("start"))
                        .isEqualTo(lines.get(i).get("event").get("end"));
            }
        }
    }

    @Test
    void only_what_the_article_names_has_a_name() {
        var named = lines.stream()
                .filter(line -> line.get("type").asString().endsWith("Registered"))
                .map(line -> line.get("event"))
                .map(event -> event.path("profile").isMissingNode() ? event.get("personal") : event.get("profile"))
                .map(about -> about.get("names").get("Latn").asString())
                .filter(name -> !name.matches("NeurIPS 20(19|22) author \\d{3}"))
                .filter(name -> !name.matches("(University|Company|Institution) [A-Z]{2} \\d{2}"));
        assertThat(named)
                .containsExactlyInAnyOrder(
                        "Yang Zhilin",
                        "Tsinghua University",
                        "Carnegie Mellon University",
                        "Moonshot AI",
                        "Alphabet",
                        "Google",
                        "Amazon",
                        "Apple",
                        "Meta",
                        "Microsoft",
                        "Nvidia",
                        "Tesla");
    }

    private static void check(Set<String> registered, JsonNode place) {
        if (place.isString()) {
            assertThat(registered).contains(place.asString());
        }
    }
}
