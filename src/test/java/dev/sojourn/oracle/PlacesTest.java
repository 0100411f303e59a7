package dev.sojourn.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analysis.Composition;
import dev.sojourn.analysis.Flows;
import dev.sojourn.analysis.Retention;
import dev.sojourn.analysis.RetentionPoint;
import dev.sojourn.analysis.cell.Places;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.projection.View;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
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
        Map<String, Integer> said = said(Composition.of(view, question));
        agree(Places.of(view, question), said);
    }

    @Property(tries = 1000)
    void in_every_year_of_retentions(
            @ForAll("histories") EventList events, @ForAll("seeds") long late, @ForAll("seeds") long seed) {
        var question = new Questions(seed).retention();
        var view = view(events, late, question.population());
        var answer = Retention.of(view, question);
        for (var point : answer.series()) {
            agree(Places.of(view, question, point.on()), said(answer, point));
        }
    }

    @Property(tries = 1000)
    void in_flows(@ForAll("histories") EventList events, @ForAll("seeds") long late, @ForAll("seeds") long seed) {
        var question = new Questions(seed).flows();
        var view = view(events, late, question.population());
        agree(Places.of(view, question), said(Flows.of(view, question)));
    }

    static View view(EventList events, long late, Population population) {
        int beginning = 8;
        int position = beginning + Math.floorMod(late, events.head() - beginning + 1);
        var view = events.timeline(events.head()).at(position);
        Assume.that(view.members(population.cohort()).isPresent());
        return view;
    }

    /** Neither does a number count more or fewer people, nor does anybody count in a number that the answer lacks. */
    private static void agree(Places places, Map<String, Integer> said) {
        var names = new HashSet<>(said.keySet());
        places.members().forEach(who -> names.addAll(places.of(who).numbers()));
        for (var name : names) {
            assertThat(places.people(name)).as(name).hasSize(said.getOrDefault(name, 0));
        }
    }

    static Map<String, Integer> said(Composition answer) {
        var said = new HashMap<String, Integer>();
        said.put("total", answer.total());
        said.put("known", answer.known());
        said.put("unknown", answer.unknown());
        said.put("unobserved", answer.unobserved());
        said.put("inactive", answer.inactive());
        said.put("uncertain", answer.uncertain());
        said.put("carried", answer.carried());
        said.put("qualified", answer.qualified());
        said.put("whereUnknown", answer.whereUnknown());
        answer.cells().forEach(cell -> said.put("cell:" + String.join(",", cell.values()), cell.count()));
        return said;
    }

    static Map<String, Integer> said(Retention answer, RetentionPoint point) {
        var said = new HashMap<String, Integer>();
        said.put("base", answer.base());
        said.put("baseUncertain", answer.baseUncertain());
        said.put("whereUnknown", answer.whereUnknown());
        said.put("retained", point.retained().count());
        said.put("sameInstitution", point.sameInstitution());
        said.put("unknown", point.unknown());
        said.put("unobserved", point.unobserved());
        said.put("inactive", point.inactive());
        said.put("uncertain", point.uncertain());
        said.put("carried", point.carried());
        said.put("qualified", point.qualified());
        said.put("low", point.bounds().low().count());
        said.put("high", point.bounds().high().count());
        for (var to : point.destinations()) {
            said.put("destination:" + to.value(), to.count());
            said.put("moved:" + to.value(), to.moved());
            said.put("reclassified:" + to.value(), to.reclassified());
            said.merge("moved", to.moved(), Integer::sum);
            said.merge("reclassified", to.reclassified(), Integer::sum);
        }
        return said;
    }

    static Map<String, Integer> said(Flows answer) {
        var said = new HashMap<String, Integer>();
        said.put("total", answer.total());
        said.put("uncertain", answer.uncertain());
        said.put("carried", answer.carried());
        said.put("qualified", answer.qualified());
        said.put("whereUnknown", answer.whereUnknown());
        for (var cell : answer.cells()) {
            String pair = cell.from() + ">" + cell.to();
            said.put("cell:" + pair, cell.count());
            said.put("moved:" + pair, cell.moved());
            said.put("reclassified:" + pair, cell.reclassified());
            said.merge("moved", cell.moved(), Integer::sum);
            said.merge("reclassified", cell.reclassified(), Integer::sum);
        }
        for (var value : answer.values()) {
            said.put("stockFrom:" + value.value(), value.stockFrom());
            said.put("stockTo:" + value.value(), value.stockTo());
            said.put("in:" + value.value(), value.in());
            said.put("out:" + value.value(), value.out());
        }
        return said;
    }
}
