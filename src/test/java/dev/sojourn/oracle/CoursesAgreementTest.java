package dev.sojourn.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sojourn.analysis.move.Moves;
import dev.sojourn.analysis.path.Paths;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.analysis.survival.KaplanMeier.Estimate;
import dev.sojourn.analysis.survival.Risk;
import dev.sojourn.analysis.survival.Survival;
import dev.sojourn.event.CareerEvent.Cause;
import dev.sojourn.projection.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** For any history, position and question: what looking at everybody day after day gives. */
@Label("Survival, moves and paths equal those of the naive ledger")
class CoursesAgreementTest {

    @Provide
    Arbitrary<Long> seeds() {
        return Histories.seeds();
    }

    @Provide
    Arbitrary<EventList> histories() {
        return Histories.any();
    }

    @Property(tries = 1000)
    void survivals(@ForAll("histories") EventList events, @ForAll("seeds") long late, @ForAll("seeds") long seed) {
        var question = new Questions(seed).survival();
        agree(events, late, question.population(), (view, naive) -> {
            var answer = Survival.of(view, question);
            var expected = naive.survival(question);
            assertThat(answer.base()).isEqualTo(expected.base());
            assertThat(answer.baseUncertain()).isEqualTo(expected.baseUncertain());
            assertThat(answer.whereUnknown()).isEqualTo(expected.whereUnknown());
            assertThat(answer.end()).isEqualTo(expected.end());
            assertThat(answer.table()).isEqualTo(expected.lines());
            assertThat(answer.unit()).isEqualTo(expected.unit());
            for (int at = 0; at < answer.table().size(); at++) {
                adds(answer.table().subList(0, at + 1), answer.estimates().get(at));
            }
        });
    }

    /** The products and sums, written out; all exits together and those who stay make one. */
    private static void adds(List<Risk> table, Estimate estimate) {
        double share = 1;
        double still = 1;
        double gone = 0;
        for (var risk : table) {
            if (risk.atRisk() > 0) {
                gone += still * risk.gone() / risk.atRisk();
                still = still * (risk.atRisk() - risk.gone() - risk.endedInAll()) / risk.atRisk();
                share = share * (risk.atRisk() - risk.gone()) / risk.atRisk();
            }
        }
        assertThat(estimate.share()).isCloseTo(share, within(1e-12));
        assertThat(estimate.gone()).isCloseTo(gone, within(1e-12));
        double ended = estimate.ended().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        assertThat(estimate.still() + estimate.gone() + ended).isCloseTo(1, within(1e-12));
        assertThat(estimate.strict()).isBetween(0.0, share + 1e-12);
        assertThat(estimate.ended()).containsOnlyKeys(Cause.values());
        if (estimate.low() != null) {
            assertThat(estimate.low()).isBetween(0.0, share);
            assertThat(estimate.high()).isBetween(share, 1.0);
        }
    }

    @Property(tries = 1000)
    void moves(@ForAll("histories") EventList events, @ForAll("seeds") long late, @ForAll("seeds") long seed) {
        var question = new Questions(seed).moves();
        agree(events, late, question.population(), (view, naive) -> {
            var answer = Moves.of(view, question);
            var expected = naive.moves(question);
            var numbers = new ArrayList<>(List.of(
                    answer.base(),
                    answer.moved(),
                    answer.circulated(),
                    answer.circulatedThere(),
                    answer.moves(),
                    answer.reclassified()));
            var home = answer.returns();
            numbers.addAll(
                    home == null
                            ? List.of(-1, -1, -1, -1)
                            : List.of(home.abroad(), home.returned(), home.there(), home.originUnknown()));
            assertThat(numbers).isEqualTo(expected.numbers());
            assertThat(answer.end()).isEqualTo(expected.end());
            assertThat(answer.base() + answer.unknown() + answer.unobserved() + answer.inactive())
                    .isEqualTo(answer.total());
            assertThat(counts(answer.first())).isEqualTo(expected.first());
            assertThat(counts(answer.steps())).isEqualTo(expected.steps());
            assertThat(answer.years().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(answer.moved());
        });
    }

    private static Map<List<String>, Integer> counts(List<Moves.Pair> pairs) {
        var counts = new HashMap<List<String>, Integer>();
        pairs.forEach(pair -> counts.put(List.of(pair.from(), pair.to()), pair.count()));
        return counts;
    }

    @Property(tries = 1000)
    void paths(@ForAll("histories") EventList events, @ForAll("seeds") long late, @ForAll("seeds") long seed) {
        var question = new Questions(seed).paths();
        agree(events, late, question.population(), (view, naive) -> {
            var answer = Paths.of(view, question);
            var links = new ArrayList<Map<List<List<String>>, List<Integer>>>();
            for (int day = 1; day < question.days().size(); day++) {
                links.add(new LinkedHashMap<>());
            }
            int[] in = new int[answer.nodes().size()];
            int[] out = new int[answer.nodes().size()];
            for (var link : answer.links()) {
                var source = answer.nodes().get(link.source());
                var target = answer.nodes().get(link.target());
                assertThat(target.day()).isEqualTo(source.day() + 1);
                links.get(source.day())
                        .put(List.of(source.values(), target.values()), List.of(link.count(), link.moved()));
                out[link.source()] += link.count();
                in[link.target()] += link.count();
            }
            assertThat(links).isEqualTo(naive.paths(question));
            assertThat(answer.days()).isEqualTo(naive.days(question));
            for (int at = 0; at < in.length; at++) { // conserved at each node
                var node = answer.nodes().get(at);
                assertThat(node.day() == 0 ? node.count() : in[at]).isEqualTo(node.count());
                assertThat(node.day() == links.size() ? node.count() : out[at]).isEqualTo(node.count());
            }
        });
    }

    /** Asks both at a position: anywhere from the beginning to the head. */
    private static void agree(
            EventList events, long late, Population population, BiConsumer<View, NaiveCourses> compare) {
        int beginning = 8;
        int position = beginning + Math.floorMod(late, events.head() - beginning + 1);
        var ledger = new NaiveLedger(events.all(), position, population.rules().reviewedOnly());
        Assume.that(ledger.members(population.cohort()) != null);
        try {
            compare.accept(events.timeline(events.head()).at(position), new NaiveCourses(ledger, Questions.REGIONS));
        } catch (Reading.TooMany hopeless) {
            Assume.that(false);
        }
    }
}
