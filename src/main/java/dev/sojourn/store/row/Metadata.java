package dev.sojourn.store.row;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sojourn.event.form.EventJson;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/**
 * The part of a header that is stored as JSON, in this order; what is absent is left out.
 *
 * @param request keyed hash of the request that the event came of, to tell a repeated one from another under its command
 *     id; null where it is not known
 */
public record Metadata(
        String actor,
        String commandId,
        @JsonProperty("import") String importBatch,
        @JsonProperty("row") String importRow,
        Long undoes,
        String request) {

    private static final ObjectWriter WRITER = EventJson.mapper().writerFor(Metadata.class);
    private static final ObjectReader READER = EventJson.mapper().readerFor(Metadata.class);

    public static Metadata of(Pending event) {
        return new Metadata(
                event.actor(),
                event.commandId(),
                event.importBatch(),
                event.importRow(),
                event.undoes(),
                event.request());
    }

    /** What Axon's messages carry, by the same names; other keys are of one process only and are not kept. */
    public static Metadata of(Map<String, ?> message) {
        var undoes = (Number) message.get("undoes");
        return new Metadata(
                (String) message.get("actor"),
                (String) message.get("commandId"),
                (String) message.get("import"),
                (String) message.get("row"),
                undoes == null ? null : undoes.longValue(),
                (String) message.get("request"));
    }

    public static Metadata parse(String json) {
        try {
            Metadata read = READER.readValue(json);
            if (read != null) {
                return read;
            }
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException("its metadata is malformed", unreadable);
        }
        throw new IllegalArgumentException("it has no metadata");
    }

    public String text() {
        return WRITER.writeValueAsString(this);
    }
}
