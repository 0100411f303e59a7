package dev.sojourn.api.write;

import dev.sojourn.event.Event;
import dev.sojourn.event.form.EventJson;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event that a write recorded, or would record.
 *
 * @param type its stable name
 * @param data what it says, as it stands in the ledger
 */
record Told(String type, JsonNode data) {
    private static final JsonMapper STORED = EventJson.mapper();

    static List<Told> of(List<Event> events) {
        return events.stream()
                .map(event -> new Told(event.getClass().getSimpleName(), STORED.valueToTree(event)))
                .toList();
    }
}
