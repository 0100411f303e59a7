package dev.sojourn.exchange;

import dev.sojourn.event.Event;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.form.EventCatalogue;
import dev.sojourn.event.form.EventJson;
import dev.sojourn.event.form.EventText;
import dev.sojourn.event.form.UnknownEvent;
import dev.sojourn.event.form.Upcasters;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The ledger as JSON lines, one event a line, without positions, sequences and chain, which are given on appending:
 *
 * <pre>{@code
 * {"recorded":"2020-06-15T09:00:00.000Z","actor":"reference","commandId":"r-1","type":"ResearcherRegistered","revision":"1","event":{…}}
 * }</pre>
 *
 * <p>{@code import} (batch), {@code row} (fingerprint of the imported row) and {@code undoes} (position) follow {@code
 * commandId} where the event has them. Older revisions are brought up to date as they are read.
 */
public final class LedgerLines {

    private static final JsonMapper JSON = EventJson.mapper();
    private static final EventText EVENTS = new EventText(Upcasters.CURRENT);
    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    /** An event, and what its line says of it. */
    public record Line(
            Instant recorded,
            String actor,
            String commandId,
            String importBatch,
            String importRow,
            Long undoes,
            Event event) {}

    private LedgerLines() {}

    /**
     * Hands over a file's events in order; empty lines are skipped.
     *
     * @param name what to call the file in errors
     * @throws IllegalArgumentException at the first line that is no event, naming file and line
     * @throws UncheckedIOException if the file cannot be read
     */
    public static void read(String name, Reader file, Consumer<Line> sink) {
        long number = 0;
        try (var lines = new BufferedReader(file)) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                number++;
                if (!text.isBlank()) {
                    sink.accept(parse(text));
                }
            }
        } catch (IllegalArgumentException | JacksonException | UnknownEvent bad) {
            throw new IllegalArgumentException(name + ":" + number + ": " + bad.getMessage(), bad);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * One line.
     *
     * @throws IllegalArgumentException if a field is missing or wrong
     * @throws UnknownEvent if the catalogue has no such event
     * @throws JacksonException if it is no JSON, or the event has other fields than its type
     */
    public static Line parse(String text) {
        JsonNode line = JSON.readTree(text);
        String type = text(line, "type");
        String revision = text(line, "revision");
        JsonNode payload = line.get("event");
        if (payload == null || !payload.isObject()) {
            throw new IllegalArgumentException("the line has no event");
        }
        Event event = EVENTS.read(type, revision, JSON.writeValueAsString(payload));
        JsonNode undoes = line.get("undoes");
        return new Line(
                moment(text(line, "recorded")),
                text(line, "actor"),
                text(line, "commandId"),
                line.path("import").asString(null),
                line.path("row").asString(null),
                undoes == null || undoes.isNull() ? null : Long.valueOf(undoes.asLong()),
                event);
    }

    /** The event as a line, without the line break. */
    public static String format(Recorded recorded) {
        var header = recorded.header();
        return format(new Line(
                header.recorded(),
                header.actor(),
                header.commandId(),
                header.importBatch(),
                header.importRow(),
                header.undoes(),
                recorded.event()));
    }

    /** The line as text, without the line break; {@link #parse} reads it back to an equal one. */
    public static String format(Line line) {
        ObjectNode json = JSON.createObjectNode();
        json.put("recorded", MILLISECONDS.format(line.recorded()));
        json.put("actor", line.actor());
        json.put("commandId", line.commandId());
        if (line.importBatch() != null) {
            json.put("import", line.importBatch());
        }
        if (line.importRow() != null) {
            json.put("row", line.importRow());
        }
        if (line.undoes() != null) {
            json.put("undoes", line.undoes());
        }
        var type = line.event().getClass();
        json.put("type", type.getSimpleName());
        json.put("revision", EventCatalogue.revision(type));
        json.set("event", JSON.valueToTree(line.event()));
        return JSON.writeValueAsString(json);
    }

    /** Writes an event as a line. */
    public static void write(Recorded recorded, Writer out) throws IOException {
        out.write(format(recorded));
        out.write('\n');
    }

    private static String text(JsonNode line, String field) {
        JsonNode value = line.path(field);
        if (!value.isString() || value.asString().isEmpty()) {
            throw new IllegalArgumentException("the line has no " + field);
        }
        return value.asString();
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (java.time.DateTimeException bad) {
            throw new IllegalArgumentException("\"" + text + "\" is no moment, as in 2025-12-03T09:30:00.000Z", bad);
        }
    }
}
