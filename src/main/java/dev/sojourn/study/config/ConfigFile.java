package dev.sojourn.study.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A YAML file that a person wrote.
 *
 * @param name for messages
 * @param yaml what it says
 */
public record ConfigFile(String name, String yaml) {

    /** A field that stands twice is a typing error; 0.90 has two places, as it was written. */
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** The file of a name in {@code ./config}, or where there is none the one that the program carries. */
    public static ConfigFile load(String name) {
        var own = Path.of("config", name);
        try {
            if (Files.exists(own)) {
                return new ConfigFile(own.toString(), Files.readString(own));
            }
            try (InputStream carried = ConfigFile.class.getResourceAsStream("/config/" + name)) {
                return new ConfigFile(name, new String(carried.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The whole of it.
     *
     * @throws BadConfig naming the line, if it is no YAML
     */
    public Node root() {
        try {
            return new Node(name, YAML.readTree(yaml));
        } catch (JacksonException unreadable) {
            var at = unreadable.getLocation();
            String line = at == null || at.getLineNr() < 1 ? "" : ", line " + at.getLineNr() + ",";
            throw new BadConfig(name + line + " is no YAML: " + unreadable.getOriginalMessage(), unreadable);
        }
    }
}
