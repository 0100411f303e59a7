package dev.sojourn.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.event.form.EventCatalogue;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.Degree;
import dev.sojourn.event.value.Evidence;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Identity;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.Profile;
import dev.sojourn.event.value.ReleasedRegions;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Keeps the code and the published catalogue in step: neither can change alone. */
@DisplayName("Each event type")
class EventCatalogueTest {

    private static final Set<Class<?>> OBJECTS = Set.of(
            Claim.class,
            Degree.class,
            Profile.class,
            Evidence.class,
            Remarks.class,
            Identity.class,
            Titled.class,
            ReleasedRegions.class);

    static Stream<Class<? extends Event>> types() {
        return EventCatalogue.types().values().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void has_a_schema_for_its_revision_that_lists_exactly_its_fields_in_order(Class<? extends Event> type) {
        var schema = EventSchemas.schema(type);

        assertThat(schema.at("/title").asString()).isEqualTo(type.getSimpleName());
        assertSameFields(type, schema, schema);
    }

    @ParameterizedTest
    @MethodSource("types")
    void has_a_schema_that_explains_each_field_in_one_line(Class<? extends Event> type) {
        var schema = EventSchemas.schema(type);

        for (var objects : schema.findValues("properties")) {
            objects.properties().forEach(field -> assertThat(
                            field.getValue().path("description").asString())
                    .as(field.getKey())
                    .matches("[A-Z].+\\."));
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void refuses_fields_that_it_does_not_name(Class<? extends Event> type) {
        var schema = EventSchemas.schema(type);

        for (var object : schema.findParents("properties")) {
            assertThat(object.path("additionalProperties").asBoolean(true)).isFalse();
        }
    }

    @Test
    void is_found_in_the_catalogue_whichever_family_it_belongs_to() {
        var found = new HashSet<Class<? extends Event>>();
        collect(Event.class, found);

        assertThat(EventCatalogue.types().values()).containsExactlyInAnyOrderElementsOf(found);
        assertThat(EventCatalogue.types().keySet())
                .contains("ResearcherRegistered", "ResearcherEventUndone", "SearchedNotFound", "ReleaseWithdrawn");
    }

    @Test
    void is_the_only_thing_to_have_a_folder_in_the_catalogue() throws IOException {
        try (var entries = Files.list(EventSchemas.CATALOGUE)) {
            assertThat(entries.filter(Files::isDirectory)
                            .map(Path::getFileName)
                            .map(Path::toString)
                            .filter(folder -> !folder.equals("reference")))
                    .containsExactlyInAnyOrderElementsOf(EventCatalogue.types().keySet());
        }
    }

    /** Follows the fields of a record, the records in it, and its words, against what the schema says. */
    private static void assertSameFields(Class<?> type, JsonNode object, JsonNode schema) {
        assertThat(object.path("properties").propertyNames())
                .as("fields of " + type.getSimpleName())
                .containsExactlyElementsOf(Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
        for (var component : type.getRecordComponents()) {
            var property = resolved(object.path("properties").path(component.getName()), schema);
            var collection = component.getType() == List.class || component.getType() == Set.class;
            var part = collection ? element(component.getGenericType()) : component.getType();
            var described = collection ? resolved(property.path("items"), schema) : property;
            if (OBJECTS.contains(part)) {
                assertSameFields(part, described, schema);
            } else if (part.isEnum()) {
                assertThat(described.path("enum").values().stream().map(JsonNode::asString))
                        .as("values of " + component.getName())
                        .containsExactlyElementsOf(wordsOf(part));
            } else {
                assertThat(described.path("type").asString())
                        .as("type of " + component.getName())
                        .isEqualTo(jsonType(part));
            }
        }
    }

    private static JsonNode resolved(JsonNode node, JsonNode schema) {
        return node.has("$ref") ? schema.at(node.path("$ref").asString().substring(1)) : node;
    }

    private static Class<?> element(Type collection) {
        return (Class<?>) ((ParameterizedType) collection).getActualTypeArguments()[0];
    }

    private static List<String> wordsOf(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(Object::toString)
                .map(word -> type == Evidence.Kind.class ? word.toLowerCase(Locale.ROOT) : word)
                .toList();
    }

    private static String jsonType(Class<?> type) {
        if (type == int.class || type == long.class) {
            return "integer";
        }
        return Map.class.isAssignableFrom(type) || type == Names.class ? "object" : "string";
    }

    private static void collect(Class<?> family, Set<Class<? extends Event>> found) {
        if (family.isRecord()) {
            found.add(family.asSubclass(Event.class));
        } else {
            for (var member : family.getPermittedSubclasses()) {
                collect(member, found);
            }
        }
    }
}
