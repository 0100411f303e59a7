package dev.sojourn.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analysis.Composition;
import dev.sojourn.analysis.Flows;
import dev.sojourn.analysis.Retention;
import dev.sojourn.analysis.Roster;
import dev.sojourn.analysis.cell.Place;
import dev.sojourn.analysis.cell.Places;
import dev.sojourn.analysis.move.Moves;
import dev.sojourn.analysis.path.Paths;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.analysis.survival.Survival;
import dev.sojourn.projection.View;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** For any history and question: the people behind each number are as many as the number says. */
@Label("As many people stand behind a number as it says")
class PlacesTest {

    @Provide
    Arbitrary<Long> seeds() {
        return Histories.seeds();
    }

    @Provide
    Arbitrary<EventList> histories() {
        return Histories.any();
    }

    @Property(tries = 1000)
    void in_compositions(
            @ForAll("histories") EventList events, @ForAll("seeds") long late, @ForAll("seeds") long seed) {
        var question = new Questions(seed).composition();
        var view = view(events, late, question.population());
        Map<String, Integer> said = Said.of(Composition.of(view, question));
        agree(Places.of(view, question), said);
    }

    @Property(tries = 1000)
    void in_every_year_of_retentions(
            @ForAll("histories") EventList events, @ForAll("seeds") long late, @ForAll("seeds") long seed) {
        var question = new Questions(seed).retention();
        var view = view(events, late, question.population());
        var answer = Retention.of(view, question);
        for (var point : answer.series()) {
            agree(Places.of(view, question, point.on()), Said.of(answer, point));
        }
    }

    @Property(tries = 1000)
    void in_flows(@ForAll("histories") EventList events, @ForAll("seeds") long late, @ForAll("seeds") long seed) {
        var question = new Questions(seed).flows();
        var view = view(events, late, question.population());
        agree(Places.of(view, question), Said.of(Flows.of(view, question)));
    }

    @Property(tries = 1000)
    void in_survivals(@ForAll("histories") EventList events, @ForAll("seeds") long late, @ForAll("seeds") long seed) {
        var question = new Questions(seed).survival();
        var view = view(events, late, question.population());
        agree(Places.of(view, question), Said.of(Survival.of(view, question)), "year:");
    }

    @Property(tries = 1000)
    void in_paths(@ForAll("histories") EventList events, @ForAll("seeds") long late, @ForAll("seeds") long seed) {
        var question = new Questions(seed).paths();
        var view = view(events, late, question.population());
        agree(Places.of(view, question), Said.of(Paths.of(view, question)), "path:");
    }

    @Property(tries = 1000)
    void in_moves(@ForAll("histories") EventList events, @ForAll("seeds") long late, @ForAll("seeds") long seed) {
        var question = new Questions(seed).moves();
        var view = view(events, late, question.population());
        agree(Places.of(view, question), Said.of(Moves.of(view, question)), "stayed");
    }

    @Property(tries = 1000)
    void in_states(@ForAll("histories") EventList events, @ForAll("seeds") long late, @ForAll("seeds") long seed) {
        var question = new Questions(seed).roster();
        var view = view(events, late, question.population());
        agree(Places.of(view, question), Said.of(Roster.of(view, question)));
    }

    static View view(EventList events, long late, Population population) {
        int beginning = 8;
        int position = beginning + Math.floorMod(late, events.head() - beginning + 1);
        var view = events.timeline(events.head()).at(position);
        Assume.that(view.members(population.cohort()).isPresent());
        return view;
    }

    /**
     * Neither does a number count more or fewer people, nor does anybody count in a number that the answer lacks; but
     * for cells that only comparisons use, and that is why they are asked for their sum.
     */
    private static void agree(Places places, Map<String, Integer> said, String... cells) {
        var names = new HashSet<>(said.keySet());
        int inside = 0;
        for (int who : places.members().toArray()) {
            var place = places.of(who);
            inside += place.cell().equals(Place.OUTSIDE) ? 0 : 1;
            place.numbers().stream()
                    .filter(name -> Stream.of(cells).noneMatch(name::startsWith))
                    .forEach(names::add);
        }
        for (var name : names) {
            assertThat(places.count(name)).as(name).isEqualTo(said.getOrDefault(name, 0));
        }
        if (cells.length > 0) {
            assertThat(inside).isEqualTo(said.getOrDefault("total", said.get("base")));
        }
    }
}
