package dev.sojourn.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.event.CareerEvent.CareerResumed;
import dev.sojourn.event.IdentityEvent.PersonErased;
import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.event.form.CatalogueSerializer;
import dev.sojourn.event.form.EventText;
import dev.sojourn.event.form.UnknownEvent;
import dev.sojourn.event.form.Upcaster;
import dev.sojourn.event.form.Upcasters;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ReleasedRegions;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.time.PartialDate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * No event has a second revision yet, so CareerResumed is given a past it never had: a first draft that wrote the year
 * as a number, and a second that called the date {@code since}.
 */
@DisplayName("An event stored in an older revision")
class UpcastersTest {

    private static final Upcaster YEAR_TO_DATE = new Upcaster(
            "CareerResumed",
            "draft-1",
            "draft-2",
            payload -> payload.put("since", payload.remove("year").asString()));
    private static final Upcaster SINCE_TO_ON =
            new Upcaster("CareerResumed", "draft-2", "1", payload -> payload.set("on", payload.remove("since")));
    private static final Upcasters BOTH = new Upcasters(List.of(SINCE_TO_ON, YEAR_TO_DATE));
    private static final String DRAFT_1 = "{\"researcher\":\"r-1\",\"year\":2021,\"personal\":{}}";
    private static final String DRAFT_2 = "{\"researcher\":\"r-1\",\"since\":\"2021-03\",\"personal\":{}}";

    @Test
    void is_read_through_all_steps_from_its_revision_on() {
        var text = new EventText(BOTH);

        assertThat(text.read("CareerResumed", "draft-1", DRAFT_1)).isEqualTo(resumed("2021"));
        assertThat(text.read("CareerResumed", "draft-2", DRAFT_2)).isEqualTo(resumed("2021-03"));
        assertThat(text.read("CareerResumed", "1", text.write(resumed("2021-03-04"))))
                .isEqualTo(resumed("2021-03-04"));
    }

    @Test
    void is_the_same_event_for_axon_as_for_the_reader_of_rows() {
        var serializer = new CatalogueSerializer();

        var current = BOTH.upcast(Stream.of(
                        row("draft-1", DRAFT_1, serializer),
                        row("draft-2", DRAFT_2, serializer),
                        row("1", new EventText(BOTH).write(resumed("2021-03-04")), serializer)))
                .<Object>map(upcast -> serializer.deserialize(upcast.getData()));

        assertThat(current).containsExactly(resumed("2021"), resumed("2021-03"), resumed("2021-03-04"));
    }

    @Test
    void is_refused_where_a_step_is_missing() {
        var half = new EventText(new Upcasters(List.of(YEAR_TO_DATE)));

        assertThatThrownBy(() -> half.read("CareerResumed", "draft-1", DRAFT_1))
                .isInstanceOf(UnknownEvent.class)
                .hasMessageContaining("no CareerResumed of revision draft-1");
        assertThatThrownBy(() -> half.read("CareerDreamed", "1", "{}"))
                .isInstanceOfSatisfying(UnknownEvent.class, unknown -> assertThat(unknown.type())
                        .isEqualTo("CareerDreamed"));
    }

    @Test
    void has_one_way_to_the_current_revision_and_not_a_circle() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Upcasters(List.of(YEAR_TO_DATE, YEAR_TO_DATE)))
                .withMessage("two upcasters for CareerResumed from revision draft-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Upcasters(List.of(
                        YEAR_TO_DATE, new Upcaster("CareerResumed", "draft-2", "draft-1", UnaryOperator.identity()))))
                .withMessage("upcasters for CareerResumed lead round in a circle");
    }

    @Test
    void tells_an_erasure_of_the_first_revision_as_one_that_suppresses_nothing() throws IOException {
        var erasure = Path.of("events", "PersonErased", "1.example.json");
        var told = (PersonErased) new EventText(Upcasters.CURRENT).read("PersonErased", "1", Files.readString(erasure));
        assertThat(told.suppressed()).isEmpty();
        assertThat(told.personal().reason()).isEqualTo("request under data protection law");
    }

    @Test
    void tells_a_release_of_the_first_revision_as_one_that_kept_no_questions() throws IOException {
        var release = Path.of("events", "ReleasePublished", "1.example.json");
        var told = (ReleasePublished)
                new EventText(Upcasters.CURRENT).read("ReleasePublished", "1", Files.readString(release));
        assertThat(told.questions()).isEmpty();
        assertThat(told.regions()).isEmpty();
        assertThat(told.digests()).containsOnlyKeys("retention-us");
    }

    @Test
    void tells_a_release_of_the_second_revision_as_one_that_keeps_one_region_map() throws IOException {
        var release = Path.of("events", "ReleasePublished", "2.example.json");
        var told = (ReleasePublished)
                new EventText(Upcasters.CURRENT).read("ReleasePublished", "2", Files.readString(release));
        assertThat(told.questions()).containsOnlyKeys("retention-us");
        assertThat(told.regions())
                .containsExactly(new ReleasedRegions(
                        "reference-1", Map.of("north-america", List.of(new CountryCode("CA"), new CountryCode("US")))));
    }

    @Test
    void does_not_exist_for_a_revision_that_never_was() {
        assertThat(Upcasters.CURRENT.arrival("CareerResumed", "draft-1")).isEqualTo("draft-1");
    }

    @Test
    void that_is_damaged_is_refused_with_its_type() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventText(BOTH).read("CareerResumed", "1", "{\"researcher\":\"r-1\",\"no\":1}"))
                .withMessageContaining("no CareerResumed of revision 1")
                .withMessageContaining("\"no\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventText(BOTH).read("CareerResumed", "draft-1", "[]"));
        assertThatIllegalArgumentException().isThrownBy(() -> new EventText(BOTH).read("CareerResumed", "1", "{"));
    }

    private static CareerResumed resumed(String on) {
        return new CareerResumed(new ResearcherId("r-1"), PartialDate.parse(on), Remarks.NONE);
    }

    private static InitialEventRepresentation row(String revision, String payload, CatalogueSerializer serializer) {
        return new InitialEventRepresentation(
                new GenericDomainEventEntry<>(
                        "Researcher", "r-1", 0, "e-1", Instant.EPOCH, "CareerResumed", revision, payload, "{}"),
                serializer);
    }
}
