package dev.sojourn.exchange.intake;

import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.Sector;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * What the package's own words for roles and sectors mean; the words are compared without regard to case.
 *
 * <pre>{@code
 * roles:
 *   Assistant Professor: FACULTY
 * sectors:
 *   think tank: NONPROFIT
 * }</pre>
 */
public record Mapping(Map<String, Role> roles, Map<String, Sector> sectors) {

    /** The vocabulary alone. */
    public static final Mapping NONE = new Mapping(Map.of(), Map.of());

    /** The role a word means, or null if it is in neither the mapping nor the vocabulary. */
    public Role role(String word) {
        return meaning(roles, Role.class, word);
    }

    /** The sector a word means, or null if it is in neither the mapping nor the vocabulary. */
    public Sector sector(String word) {
        return meaning(sectors, Sector.class, word);
    }

    /** Whether the package has its own meaning for the word, so that the word itself is worth keeping as a title. */
    public boolean translates(String word) {
        return roles.containsKey(key(word));
    }

    private static <T extends Enum<T>> T meaning(Map<String, T> own, Class<T> vocabulary, String word) {
        T mapped = own.get(key(word));
        return mapped != null ? mapped : constant(vocabulary, word);
    }

    /** The constant a word names without regard to case, or null. */
    public static <T extends Enum<T>> T constant(Class<T> vocabulary, String word) {
        for (T constant : vocabulary.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(word.strip())) {
                return constant;
            }
        }
        return null;
    }

    private static String key(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    /** Reads {@code mapping.yaml}; what it cannot mean is reported with its line. */
    static Mapping read(String text, Problems problems) {
        var roles = new HashMap<String, Role>();
        var sectors = new HashMap<String, Sector>();
        try (JsonParser yaml = YAMLFactory.builder().build().createParser(ObjectReadContext.empty(), text)) {
            JsonToken token = yaml.nextToken();
            if (token == null) {
                return NONE;
            }
            if (token != JsonToken.START_OBJECT) {
                complain(yaml, "", "", "the file is no map", problems);
                return NONE;
            }
            while (yaml.nextToken() == JsonToken.PROPERTY_NAME) {
                String section = yaml.currentName();
                yaml.nextToken();
                switch (section) {
                    case "roles" -> section(yaml, section, Role.class, roles, problems);
                    case "sectors" -> section(yaml, section, Sector.class, sectors, problems);
                    default -> {
                        complain(yaml, section, section, "there is no such section", problems);
                        yaml.skipChildren();
                    }
                }
            }
        } catch (JacksonException malformed) {
            int line = malformed.getLocation() == null
                    ? 0
                    : Math.max(0, malformed.getLocation().getLineNr());
            problems.file(
                    PackageFiles.MAPPING,
                    line,
                    "",
                    "",
                    Flaw.BAD_MAPPING,
                    "the file is no YAML",
                    "write roles: and sectors:, each with lines of word: MEANING");
        }
        return new Mapping(roles, sectors);
    }

    private static <T extends Enum<T>> void section(
            JsonParser yaml, String section, Class<T> vocabulary, Map<String, T> into, Problems problems) {
        if (yaml.currentToken() != JsonToken.START_OBJECT) {
            if (yaml.currentToken() != JsonToken.VALUE_NULL
                    && !String.valueOf(yaml.getString()).isEmpty()) {
                complain(yaml, section, "", "the section is no map", problems);
            }
            yaml.skipChildren();
            return;
        }
        while (yaml.nextToken() == JsonToken.PROPERTY_NAME) {
            String word = yaml.currentName();
            yaml.nextToken();
            String meaning = yaml.currentToken().isScalarValue() ? yaml.getString() : "";
            T constant = constant(vocabulary, meaning);
            if (constant == null) {
                complain(yaml, section, meaning, "\"" + word + "\" cannot mean this", problems);
            } else {
                into.put(key(word), constant);
            }
            yaml.skipChildren();
        }
    }

    private static void complain(JsonParser yaml, String section, String value, String message, Problems problems) {
        problems.file(
                PackageFiles.MAPPING,
                yaml.currentTokenLocation().getLineNr(),
                section,
                value,
                Flaw.BAD_MAPPING,
                message,
                switch (section) {
                    case "roles" -> "write one of " + words(Role.class);
                    case "sectors" -> "write one of " + words(Sector.class);
                    default -> "write roles: and sectors:, each with lines of word: MEANING";
                });
    }

    private static <T extends Enum<T>> String words(Class<T> vocabulary) {
        return String.join(
                ", ",
                java.util.Arrays.stream(vocabulary.getEnumConstants())
                        .map(Enum::name)
                        .toList());
    }
}
