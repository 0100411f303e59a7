package dev.sojourn.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.analysis.Composition;
import dev.sojourn.analysis.Flows;
import dev.sojourn.analysis.Retention;
import dev.sojourn.analysis.Roster;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.analysis.question.UnknownCohort;
import dev.sojourn.projection.View;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** For any history, position and question: the program's answer is the one that a plain fold of the list gives. */
@Label("Every answer equals the one of the naive ledger, field for field")
class NaiveAgreementTest {

    @Provide
    Arbitrary<Long> seeds() {
        return Histories.seeds();
    }

    @Provide
    Arbitrary<EventList> histories() {
        return Histories.any();
    }

    @Property(tries = 1000)
    void compositions(@ForAll("histories") EventList events, @ForAll("seeds") long late, @ForAll("seeds") long seed) {
        var question = new Questions(seed).composition();
        agree(
                events,
                late,
                question.population(),
                view -> Composition.of(view, question),
                naive -> naive.composition(question));
    }

    @Property(tries = 1000)
    void retentions(@ForAll("histories") EventList events, @ForAll("seeds") long late, @ForAll("seeds") long seed) {
        var question = new Questions(seed).retention();
        agree(
                events,
                late,
                question.population(),
                view -> Retention.of(view, question),
                naive -> naive.retention(question));
    }

    @Property(tries = 1000)
    void flows(@ForAll("histories") EventList events, @ForAll("seeds") long late, @ForAll("seeds") long seed) {
        var question = new Questions(seed).flows();
        agree(events, late, question.population(), view -> Flows.of(view, question), naive -> naive.flows(question));
    }

    @Property(tries = 1000)
    void yearly_flows(@ForAll("histories") EventList events, @ForAll("seeds") long late, @ForAll("seeds") long seed) {
        var question = new Questions(seed).flows();
        agree(
                events,
                late,
                question.population(),
                view -> Flows.yearly(view, question),
                naive -> naive.yearly(question));
    }

    @Property(tries = 1000)
    void rosters(@ForAll("histories") EventList events, @ForAll("seeds") long late, @ForAll("seeds") long seed) {
        var question = new Questions(seed).roster();
        agree(events, late, question.population(), view -> Roster.of(view, question), naive -> naive.roster(question));
    }

    /** Asks both at a position: anywhere from the beginning to the head. */
    private static <T> void agree(
            EventList events,
            long late,
            Population population,
            Function<View, T> asked,
            Function<NaiveAnswers, T> naive) {
        int beginning = 8;
        int position = beginning + Math.floorMod(late, events.head() - beginning + 1);
        var view = events.timeline(events.head()).at(position);
        var ledger = new NaiveLedger(events.all(), position, population.rules().reviewedOnly());
        if (ledger.members(population.cohort()) == null) {
            assertThatThrownBy(() -> asked.apply(view)).isInstanceOf(UnknownCohort.class);
            return;
        }
        try {
            assertThat(asked.apply(view)).isEqualTo(naive.apply(new NaiveAnswers(ledger, Questions.REGIONS)));
        } catch (Reading.TooMany hopeless) {
            Assume.that(false);
        }
    }
}
