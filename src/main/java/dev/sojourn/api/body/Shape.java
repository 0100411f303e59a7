package dev.sojourn.api.body;

import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What a body should have looked like, in words for whoever wrote another. */
final class Shape {
    private Shape() {}

    /** The members of a record, required ones first. */
    static String of(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> "\"" + component.getName() + "\": …")
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** The member that was meant, if it is nearly that, else all there are. */
    static String hint(String name, RecordComponent[] components) {
        String plain = plain(name);
        return Arrays.stream(components)
                .map(RecordComponent::getName)
                .filter(known -> plain(known).equals(plain))
                .findFirst()
                .map(known -> "; write it as \"" + known + "\"")
                .orElseGet(() -> "; there are "
                        + Arrays.stream(components)
                                .map(RecordComponent::getName)
                                .collect(Collectors.joining(", ")));
    }

    static String why(Schema schema) {
        return schema.description().isEmpty() ? "" : ": " + lower(schema.description());
    }

    private static String plain(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(java.util.Locale.ROOT);
    }

    /** A word in capitals stays as it is. */
    private static String lower(String sentence) {
        boolean capitals = sentence.matches("\\p{Lu}[\\p{Lu}_].*");
        return (capitals ? sentence : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1))
                .replaceFirst("\\.$", "");
    }
}
