package dev.sojourn.event;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sojourn.event.form.EventCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue's files, for every test that has stored events to check. */
public final class EventSchemas {

    /** The folder of the catalogue. */
    public static final Path CATALOGUE = Path.of("events");

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<Path, Schema> COMPILED = new ConcurrentHashMap<>();

    private EventSchemas() {}

    /** What a revision's schema has against a payload; empty if it is valid. */
    public static List<String> complaints(String type, String revision, String payload) {
        var schema = COMPILED.computeIfAbsent(file(type, revision, "schema"), file -> REGISTRY.getSchema(text(file)));
        return schema
                .validate(
                        payload,
                        InputFormat.JSON,
                        run -> run.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    static JsonNode schema(Class<? extends Event> type) {
        return JsonMapper.shared().readTree(text(file(type.getSimpleName(), EventCatalogue.revision(type), "schema")));
    }

    static Path file(String type, String revision, String what) {
        return CATALOGUE.resolve(type).resolve(revision + "." + what + ".json");
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException("the catalogue has no " + file, missing);
        }
    }
}
