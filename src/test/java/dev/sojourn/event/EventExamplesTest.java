package dev.sojourn.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.event.form.EventCatalogue;
import dev.sojourn.event.form.EventText;
import dev.sojourn.event.form.Upcasters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("The example of each event type")
class EventExamplesTest {

    private static final EventText TEXT = new EventText(Upcasters.CURRENT);

    static Stream<String> types() {
        return EventCatalogue.types().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void is_valid_under_its_schema(String type) {
        assertThat(EventSchemas.complaints(type, revision(type), example(type))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void reads_as_an_event_that_is_written_as_the_same_text(String type) {
        var event = TEXT.read(type, revision(type), example(type));

        assertThat(event.getClass().getSimpleName()).isEqualTo(type);
        assertThat(TEXT.write(event)).isEqualTo(compact(example(type)));
        assertThat(TEXT.read(type, revision(type), TEXT.write(event))).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("types")
    void shows_each_field_of_its_event(String type) {
        var event = EventCatalogue.types().get(type);

        assertThat(JsonMapper.shared().readTree(example(type)).propertyNames())
                .containsExactlyElementsOf(Arrays.stream(event.getRecordComponents())
                        .map(component -> component.getName())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("types")
    void becomes_invalid_without_any_of_its_required_fields(String type) {
        var required = new ArrayList<String>();
        EventSchemas.schema(EventCatalogue.types().get(type))
                .path("required")
                .forEach(field -> required.add(field.asString()));

        assertThat(required).isNotEmpty().allSatisfy(field -> assertThat(
                        EventSchemas.complaints(type, revision(type), without(field, example(type))))
                .isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("types")
    void becomes_invalid_with_a_field_that_nobody_named(String type) {
        var more = (ObjectNode) JsonMapper.shared().readTree(example(type));

        more.put("recorded", "2020-01-01");

        assertThat(EventSchemas.complaints(type, revision(type), more.toString()))
                .isNotEmpty();
    }

    private static String without(String field, String example) {
        var less = (ObjectNode) JsonMapper.shared().readTree(example);
        less.remove(field);
        return less.toString();
    }

    private static String example(String type) {
        return EventSchemas.text(EventSchemas.file(type, revision(type), "example"));
    }

    private static String revision(String type) {
        return EventCatalogue.revision(EventCatalogue.types().get(type));
    }

    private static String compact(String json) {
        JsonNode tree = JsonMapper.shared().readTree(json);
        return tree.toString();
    }
}
