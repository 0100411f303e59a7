package dev.sojourn.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analysis.Composition;
import dev.sojourn.analysis.Flows;
import dev.sojourn.analysis.Retention;
import dev.sojourn.analysis.RetentionPoint.Destination;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The identities that every answer keeps, whatever the history and the question. */
@Label("Everybody is counted once, and nobody is lost")
class SumsTest {

    @Provide
    Arbitrary<Long> seeds() {
        return Histories.seeds();
    }

    @Provide
    Arbitrary<EventList> histories() {
        return Histories.any();
    }

    @Property(tries = 1000)
    void the_cells_of_a_composition_add_up(@ForAll("histories") EventList events, @ForAll("seeds") long seed) {
        var question = new Questions(seed).composition();
        var view = events.timeline(events.head()).now();
        Assume.that(view.members(question.population().cohort()).isPresent());
        var answer = Composition.of(view, question);
        assertThat(answer.total())
                .isEqualTo(answer.known() + answer.unknown() + answer.unobserved() + answer.inactive());
        assertThat(answer.cells().stream().mapToInt(Composition.Cell::count).sum())
                .isEqualTo(answer.known());
        assertThat(answer.total() + answer.whereUnknown())
                .isLessThanOrEqualTo(
                        view.members(question.population().cohort()).orElseThrow().length);
    }

    @Property(tries = 1000)
    void everybody_in_the_base_of_a_retention_is_in_one_place(
            @ForAll("histories") EventList events, @ForAll("seeds") long seed) {
        var question = new Questions(seed).retention();
        var view = events.timeline(events.head()).now();
        Assume.that(view.members(question.population().cohort()).isPresent());
        var answer = Retention.of(view, question);
        for (var point : answer.series()) {
            int elsewhere =
                    point.destinations().stream().mapToInt(Destination::count).sum();
            assertThat(point.retained().count() + elsewhere + point.unknown() + point.unobserved() + point.inactive())
                    .isEqualTo(answer.base());
            assertThat(point.retained().count())
                    .isBetween(
                            point.bounds().low().count(), point.bounds().high().count());
            assertThat(point.sameInstitution()).isBetween(0, point.retained().count());
        }
        assertThat(answer.series().get(0).on()).isEqualTo(question.from());
        assertThat(answer.series().get(0).retained().count()).isEqualTo(answer.base());
        assertThat(answer.series().get(answer.series().size() - 1)).isEqualTo(answer.end());
    }

    @Property(tries = 1000)
    void stocks_and_flows_agree(@ForAll("histories") EventList events, @ForAll("seeds") long seed) {
        var question = new Questions(seed).flows();
        var view = events.timeline(events.head()).now();
        Assume.that(view.members(question.population().cohort()).isPresent());
        var answer = Flows.of(view, question);
        assertThat(answer.cells().stream().mapToInt(Flows.Cell::count).sum()).isEqualTo(answer.total());
        for (var value : answer.values()) {
            assertThat(value.stockTo()).isEqualTo(value.stockFrom() + value.in() - value.out());
        }
        assertThat(answer.values().stream().mapToInt(Flows.Value::stockTo).sum())
                .isEqualTo(answer.total());
        assertThat(answer.values().stream().mapToInt(Flows.Value::net).sum()).isZero();
    }
}
