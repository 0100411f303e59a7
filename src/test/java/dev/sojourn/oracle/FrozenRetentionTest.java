package dev.sojourn.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analysis.cell.Place;
import dev.sojourn.analysis.cell.Places;
import dev.sojourn.analysis.frozen.FrozenRetention;
import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.study.SavedQuestion;
import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.study.side.FrozenBase;
import dev.sojourn.study.why.Asking;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The naive ledger is asked who is in the base at one position, and where each of them is at another. */
@Label("A retention with a frozen base")
class FrozenRetentionTest {
    private static final RuleBook BOOK = RuleBook.of(new RegionMap("test-1", Questions.REGIONS));

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    @Provide
    Arbitrary<EventList> histories() {
        return Histories.any();
    }

    @Property(tries = 1000)
    @Label("is what a naive ledger counts of those in the base at one position, at another")
    void is_what_a_naive_ledger_counts(@ForAll("histories") EventList events, @ForAll("seeds") long seed) {
        var dice = new Dice(seed);
        var question = saved(dice);
        int members = 8 + dice.below(events.head() - 7);
        int states = 8 + dice.below(events.head() - 7);
        var timeline = events.timeline(events.head());
        Assume.that(timeline.at(Math.min(members, states))
                .members(question.cohort())
                .isPresent());
        var asked = question.retention(BOOK);

        var answer = FrozenRetention.of(timeline.at(members), timeline.at(states), asked);

        var then = new NaiveLedger(events.all(), members, false);
        var now = new NaiveLedger(events.all(), states, false);
        var base = new NaiveSelection(
                        new NaiveStates(then, asked.population().rules(), Questions.REGIONS),
                        asked.population(),
                        asked.held(),
                        asked.from())
                .people;
        for (var point : answer.series()) {
            var counts = NaiveFrozen.counts(now, base, asked, point.on());
            var told = new TreeMap<String, Integer>();
            point.destinations().forEach(to -> told.put(to.value(), to.count()));
            told.put("retained", point.retained().count());
            told.put("unknown", point.unknown());
            told.put("unobserved", point.staleness().unobserved());
            told.put("inactive", point.staleness().inactive());
            told.values().removeIf(count -> count == 0);
            assertThat(told).isEqualTo(counts);
            assertThat(point.staleness()).isEqualTo(NaiveFrozen.staleness(now, base, asked, point.on()));
            assertThat(told.values().stream().mapToInt(count -> count).sum()).isEqualTo(answer.base());
        }
    }

    @Property(tries = 500)
    @Label("names everybody who is in one of the bases alone")
    void names_everybody_who_is_in_one_base_alone(@ForAll("histories") EventList events, @ForAll("seeds") long seed) {
        var dice = new Dice(seed);
        var question = saved(dice);
        int members = 8 + dice.below(events.head() - 7);
        int states = members + dice.below(events.head() - members + 1);
        var timeline = events.timeline(events.head());
        Assume.that(timeline.at(members).members(question.cohort()).isPresent());
        var then = new Asking(question, timeline.at(members), BOOK);
        var now = new Asking(question, timeline.at(states), BOOK);

        var answer = FrozenBase.of(then, now, events);

        var before = base(then);
        var after = base(now);
        assertThat(answer.joined().stream().map(who -> who.researcher().value()).toList())
                .containsExactlyInAnyOrderElementsOf(less(after, before));
        assertThat(answer.left().stream().map(who -> who.researcher().value()).toList())
                .containsExactlyInAnyOrderElementsOf(less(before, after));
        assertThat(answer.rederived().base())
                .isEqualTo(
                        before.size() + answer.joined().size() - answer.left().size());
    }

    private static List<String> base(Asking asked) {
        Places places = asked.places();
        var base = new ArrayList<String>();
        places.members().forEach(person -> {
            if (!places.of(person).cell().equals(Place.OUTSIDE)) {
                base.add(places.view().researcher(person).value());
            }
        });
        return base;
    }

    private static List<String> less(List<String> all, List<String> some) {
        return all.stream().filter(one -> !some.contains(one)).toList();
    }

    private static SavedQuestion saved(Dice dice) {
        var parameters = new TreeMap<String, List<String>>(Map.of(
                "cohort", List.of(dice.one(List.of("everyone", "first"))),
                "held", List.of(dice.one(List.of("country:US", "country:!CN", "sector:UNIVERSITY", "region:europe"))),
                "from", List.of(dice.one(List.of("2018", "2019"))),
                "to", List.of(dice.one(List.of("2019", "2020-06", "2021")))));
        if (dice.perCent(30)) {
            parameters.put("where", List.of("origin:CN"));
        }
        if (dice.perCent(30)) {
            parameters.put("place", List.of("site"));
        }
        return new SavedQuestion(SavedQuestion.Analysis.RETENTION, parameters);
    }
}
