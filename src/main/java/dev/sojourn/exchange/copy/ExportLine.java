package dev.sojourn.exchange.copy;

import dev.sojourn.store.row.EventRow;
import dev.sojourn.store.row.Head;
import dev.sojourn.store.row.Link;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One event of an export. Metadata and payload are JSON text inside a string, since they are hashed byte for byte; the
 * other fields are described in {@code events/README.md}.
 */
record ExportLine(
        long position,
        String eventId,
        String subject,
        long sequence,
        String subjectType,
        String recorded,
        String type,
        String revision,
        String metadata,
        String payload,
        String hash) {

    /** The first line: what the file is, and the head it must lead to, which tells whether its end is missing. */
    record First(String format, String head) {}

    private static final String FORMAT = "sojourn-export-1";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    static String first(Head head) {
        return JSON.writeValueAsString(new First(FORMAT, head.toString()));
    }

    /** The head in a first line, or an IllegalArgumentException. */
    static Head head(String line) {
        try {
            var first = JSON.readValue(line, First.class);
            if (first.format().equals(FORMAT)) {
                return Head.parse(first.head());
            }
        } catch (JacksonException other) {
            throw new IllegalArgumentException("it is no export of a ledger", other);
        }
        throw new IllegalArgumentException("it is no export of a ledger");
    }

    static String format(Link link) {
        var event = link.event();
        var line = new ExportLine(
                event.position(),
                event.eventId(),
                event.subject(),
                event.sequence(),
                event.subjectType(),
                event.recorded(),
                event.type(),
                event.revision(),
                event.metadata(),
                event.payload(),
                link.hash());
        String text = JSON.writeValueAsString(line);
        // half of a surrogate pair has no UTF-8; as an escape it comes back as it was
        return StandardCharsets.UTF_8.newEncoder().canEncode(text)
                ? text
                : JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(line);
    }

    /** The event in a line, or an IllegalArgumentException that quotes nothing of it. */
    static Link parse(String text) {
        try {
            var line = JSON.readValue(text, ExportLine.class);
            return new Link(
                    new EventRow(
                            line.position(),
                            line.eventId(),
                            line.subject(),
                            line.sequence(),
                            line.subjectType(),
                            line.recorded(),
                            line.type(),
                            line.revision(),
                            line.payload(),
                            line.metadata()),
                    line.hash());
        } catch (JacksonException other) {
            throw new IllegalArgumentException("it is no line of an export", other);
        }
    }
}
