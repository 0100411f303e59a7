package dev.sojourn.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.event.form.CatalogueSerializer;
import dev.sojourn.event.form.EventCatalogue;
import dev.sojourn.event.form.EventText;
import dev.sojourn.event.form.Upcasters;
import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.axonframework.serialization.SimpleSerializedObject;
import tools.jackson.databind.json.JsonMapper;

@Label("Any event")
class RandomEventsTest {

    private static final EventText TEXT = new EventText(Upcasters.CURRENT);
    private static final CatalogueSerializer SERIALIZER = new CatalogueSerializer();

    @Provide
    Arbitrary<Event> events() {
        return EventArbitraries.events();
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void is_written_as_its_schema_says(@ForAll("events") Event event) {
        assertThat(EventSchemas.complaints(
                        event.getClass().getSimpleName(), EventCatalogue.revision(event.getClass()), TEXT.write(event)))
                .isEmpty();
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void reads_back_as_an_equal_one_written_as_equal_text(@ForAll("events") Event event) {
        var again = TEXT.read(
                event.getClass().getSimpleName(), EventCatalogue.revision(event.getClass()), TEXT.write(event));

        assertThat(again).isEqualTo(event);
        assertThat(TEXT.write(again)).isEqualTo(TEXT.write(event));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void is_written_by_axon_as_by_everybody_else(@ForAll("events") Event event) {
        var stored = SERIALIZER.serialize(event, String.class);

        assertThat(stored.getData()).isEqualTo(TEXT.write(event));
        assertThat(SERIALIZER.<String, Event>deserialize(
                        new SimpleSerializedObject<>(stored.getData(), String.class, stored.getType())))
                .isEqualTo(event);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void shows_its_fields_and_nothing_that_can_be_worked_out_from_them(@ForAll("events") Event event) {
        assertThat(JsonMapper.shared().readTree(TEXT.write(event)).propertyNames())
                .isSubsetOf(Arrays.stream(event.getClass().getRecordComponents())
                        .map(component -> component.getName())
                        .toList());
    }
}
