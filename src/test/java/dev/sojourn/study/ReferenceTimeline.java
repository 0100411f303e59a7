package dev.sojourn.study;

import dev.sojourn.event.Event;
import dev.sojourn.event.Header;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.form.EventCatalogue;
import dev.sojourn.event.form.EventJson;
import dev.sojourn.event.value.Id;
import dev.sojourn.oracle.EventList;
import dev.sojourn.projection.History;
import dev.sojourn.projection.Timeline;
import dev.sojourn.projection.View;
import dev.sojourn.time.KnownAt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reference ledger in memory, as it is or with changes. */
public final class ReferenceTimeline {

    private static final JsonMapper JSON = EventJson.mapper();

    private ReferenceTimeline() {}

    /** What was believed at a moment, if each event had been recorded as {@code change} makes it. */
    static Function<KnownAt, View> with(UnaryOperator<Event> change) {
        var timeline = timeline(change);
        return moment -> timeline.at(timeline.resolve(moment));
    }

    /** As it is. */
    public static Timeline whole() {
        return timeline(event -> event);
    }

    private static Timeline timeline(UnaryOperator<Event> change) {
        var timeline = new Timeline(History.NONE);
        Map<Id, Long> sequences = new HashMap<>();
        for (String line : lines()) {
            JsonNode read = JSON.readTree(line);
            Event event = change.apply(JSON.treeToValue(
                    read.get("event"),
                    EventCatalogue.types().get(read.get("type").asString())));
            var header = new Header(
                    timeline.position() + 1,
                    Instant.parse(read.get("recorded").asString()),
                    sequences.merge(event.subject(), 0L, (before, none) -> before + 1),
                    read.get("actor").asString(),
                    read.get("commandId").asString(),
                    null,
                    null,
                    null);
            timeline.on(new Recorded(header, event));
        }
        return timeline;
    }

    /** All events as they are. */
    public static EventList events() {
        var events = new EventList();
        for (String line : lines()) {
            JsonNode read = JSON.readTree(line);
            events.append(
                    JSON.treeToValue(
                            read.get("event"),
                            EventCatalogue.types().get(read.get("type").asString())),
                    Instant.parse(read.get("recorded").asString()));
        }
        return events;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(Path.of("events", "reference", "ledger.jsonl"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
