package dev.sojourn.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analysis.Composition;
import dev.sojourn.analysis.Flows;
import dev.sojourn.analysis.Retention;
import dev.sojourn.analysis.Roster;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.analysis.question.UnknownCohort;
import dev.sojourn.projection.Timeline;
import dev.sojourn.projection.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What was answered once is answered for ever: all that is recorded later makes no difference to it. */
@Label("An answer at a past position never changes")
class PastAnswersTest {

    @Provide
    Arbitrary<Long> seeds() {
        return Histories.seeds();
    }

    @Provide
    Arbitrary<EventList> histories() {
        return Histories.any();
    }

    @Property(tries = 1000)
    void a_timeline_of_all_events_answers_at_a_position_as_one_that_ends_there(
            @ForAll("histories") EventList events, @ForAll("seeds") long late, @ForAll("seeds") long seed) {
        int position = Math.floorMod(late, events.head() + 1);
        var whole = events.timeline(events.head()).at(position);
        var ending = events.timeline(position).now();
        assertThat(answers(whole, seed)).isEqualTo(answers(ending, seed));
    }

    @Property(tries = 1000)
    void a_view_answers_the_same_before_and_after_more_is_recorded(
            @ForAll("histories") EventList events, @ForAll("seeds") long late, @ForAll("seeds") long seed) {
        int position = Math.floorMod(late, events.head() + 1);
        Timeline timeline = events.timeline(position);
        var asked = timeline.now();
        var untouched = timeline.at(position);
        var before = answers(asked, seed);
        events.all().subList(position, events.head()).forEach(timeline::on);
        assertThat(answers(asked, seed)).isEqualTo(before);
        assertThat(answers(untouched, seed)).isEqualTo(before);
    }

    static List<Object> answers(View view, long seed) {
        var questions = new Questions(seed);
        var composition = questions.composition();
        var retention = questions.retention();
        var flows = questions.flows();
        var roster = questions.roster();
        var answers = new ArrayList<>();
        answers.add(answer(composition.population(), () -> Composition.of(view, composition)));
        answers.add(answer(retention.population(), () -> Retention.of(view, retention)));
        answers.add(answer(flows.population(), () -> Flows.yearly(view, flows)));
        answers.add(answer(roster.population(), () -> Roster.of(view, roster)));
        return answers;
    }

    /** A cohort or an institution that is not there yet is an answer, too. */
    private static Object answer(Population population, Supplier<Object> asked) {
        try {
            return asked.get();
        } catch (UnknownCohort notYet) {
            return "no " + population.cohort();
        } catch (IllegalArgumentException notYet) {
            return notYet.getMessage();
        }
    }
}
