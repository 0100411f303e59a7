package dev.sojourn.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.form.CatalogueSerializer;
import dev.sojourn.event.form.UnknownEvent;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.Flag;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Kind;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The serializer of the event store")
class CatalogueSerializerTest {

    private final CatalogueSerializer serializer = new CatalogueSerializer();

    @Test
    void keeps_an_event_under_its_catalogue_name_and_brings_it_back() {
        var event = new AffiliationRecorded(
                new ResearcherId("ada"),
                new SpellId("s1"),
                new Claim(
                        new InstitutionId("https://ror.org/01xtthb56"),
                        Role.FACULTY,
                        Kind.PRIMARY,
                        PartialDate.parse("2015-09~"),
                        null,
                        new CountryCode("NO"),
                        Set.of(Flag.LEADERSHIP)),
                LocalDate.parse("2019-12-01"),
                new Titled("professor", null, List.of(), Map.of()));

        var stored = serializer.serialize(event, String.class);

        assertThat(stored.getType().getName()).isEqualTo("AffiliationRecorded");
        assertThat(stored.getType().getRevision()).isEqualTo("1");
        assertThat(stored.getData())
                .isEqualTo("{\"researcher\":\"ada\",\"spell\":\"s1\","
                        + "\"claim\":{\"institution\":\"https://ror.org/01xtthb56\",\"role\":\"FACULTY\","
                        + "\"kind\":\"PRIMARY\",\"start\":\"2015-09~\",\"workplace\":\"NO\",\"flags\":[\"LEADERSHIP\"]},"
                        + "\"observedOn\":\"2019-12-01\",\"personal\":{\"title\":\"professor\"}}");
        assertThat(serializer.<String, AffiliationRecorded>deserialize(stored)).isEqualTo(event);
    }

    @Test
    void refuses_a_type_that_is_not_in_the_catalogue() {
        assertThatThrownBy(() -> read("AffiliationDreamed", "1"))
                .isInstanceOf(UnknownEvent.class)
                .hasMessageContaining("no AffiliationDreamed of revision 1");
    }

    @Test
    void refuses_a_revision_that_no_upcaster_brought_up_to_date() {
        assertThatThrownBy(() -> read("CohortFrozen", "7"))
                .isInstanceOf(UnknownEvent.class)
                .hasMessageContaining("no CohortFrozen of revision 7");
    }

    @Test
    void never_loads_a_class_by_a_name_found_in_the_store() {
        assertThatThrownBy(() -> read(AffiliationRecorded.class.getName(), "1")).isInstanceOf(UnknownEvent.class);
        assertThatThrownBy(() -> read("javax.swing.JFrame", null)).isInstanceOf(UnknownEvent.class);
    }

    @Test
    void keeps_metadata_texts_and_nothing_at_all() {
        var metadata = MetaData.from(Map.of("actor", "kim", "undoes", 4711L, "row", ""));

        assertThat(serializer.<String, MetaData>deserialize(serializer.serialize(metadata, String.class)))
                .containsEntry("actor", "kim")
                .containsEntry("undoes", 4711)
                .containsEntry("row", "");
        assertThat(serializer.<String, String>deserialize(serializer.serialize("text", String.class)))
                .isEqualTo("text");
        assertThat(serializer.<String, Object>deserialize(serializer.serialize(null, String.class)))
                .isNull();
    }

    private Object read(String type, String revision) {
        return serializer.deserialize(new SimpleSerializedObject<>("{}", String.class, type, revision));
    }
}
