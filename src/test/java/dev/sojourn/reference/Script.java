package dev.sojourn.reference;

import dev.sojourn.event.Event;
import dev.sojourn.event.form.EventCatalogue;
import dev.sojourn.event.form.EventJson;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The ledger as it is written: who records what at which moment, one JSON line an event. */
final class Script {

    /** Nobody real: the curator stands for those who made the published samples. */
    static final String ACTOR = "curator:reconstruction";

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final JsonMapper json = EventJson.mapper();
    private final List<String> lines = new ArrayList<>();
    private Instant clock = Instant.EPOCH;

    /** Work begins at nine on that day. */
    void begin(LocalDate day) {
        clock = day.atTime(LocalTime.of(9, 0)).toInstant(ZoneOffset.UTC);
    }

    /** One command seven seconds after the last; its events a millisecond apart. */
    void record(String commandId, Event... events) {
        for (Event event : events) {
            var line = new LinkedHashMap<String, Object>();
            line.put("recorded", MILLISECONDS.format(clock));
            line.put("actor", ACTOR);
            line.put("commandId", commandId);
            line.put("type", event.getClass().getSimpleName());
            line.put("revision", EventCatalogue.revision(event.getClass()));
            line.put("event", event);
            lines.add(json.writeValueAsString(line));
            clock = clock.plusMillis(1);
        }
        clock = clock.plus(Duration.ofSeconds(7));
    }

    /** The day that is being worked on. */
    LocalDate day() {
        return LocalDate.ofInstant(clock, ZoneOffset.UTC);
    }

    /** Position of the last event so far. */
    long position() {
        return lines.size();
    }

    /** The whole of it, each line ended. */
    String text() {
        return String.join("\n", lines) + "\n";
    }
}
