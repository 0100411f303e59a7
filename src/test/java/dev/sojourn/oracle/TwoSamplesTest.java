package dev.sojourn.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analysis.Composition;
import dev.sojourn.analysis.Roster;
import dev.sojourn.analysis.Share;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Filter;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.study.SavedQuestion;
import dev.sojourn.study.SavedQuestion.Analysis;
import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.study.side.TwoSamples;
import dev.sojourn.study.why.Asking;
import dev.sojourn.time.Vantage;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Against the naive ledger, asked twice. */
@Label("Shares of two samples")
class TwoSamplesTest {
    private static final RuleBook BOOK = RuleBook.of(List.of(new RegionMap("test-1", Questions.REGIONS)), List.of());

    /** One sample: its cohort, its day, its attribute, the condition, and the value whose share is asked for. */
    private record Side(String cohort, String asOf, Attribute by, String where, String value) {

        static Side any(Dice dice) {
            var by = dice.one(List.of(Attribute.COUNTRY, Attribute.SECTOR, Attribute.ROLE));
            return new Side(
                    dice.one(List.of("everyone", "first")),
                    dice.one(List.of("2018", "2019", "2021-06")),
                    by,
                    dice.one(List.of("country:!GB", "sector:!COMPANY")),
                    dice.one(
                            switch (by) {
                                case COUNTRY -> List.of("US", "CN", "GB");
                                case SECTOR -> List.of("UNIVERSITY", "COMPANY");
                                default -> List.of("FACULTY", "POSTDOC", "PHD_STUDENT");
                            }));
        }

        SavedQuestion question() {
            return new SavedQuestion(
                    Analysis.COMPOSITION,
                    Map.of(
                            "cohort", List.of(cohort),
                            "asOf", List.of(asOf),
                            "by", List.of(by.text()),
                            "where", List.of(where)));
        }

        Population population() {
            return new Population(new CohortId(cohort), List.of(Filter.parse(where)), BOOK.rules(Map.of()));
        }
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Histories.seeds();
    }

    @Provide
    Arbitrary<EventList> histories() {
        return Histories.any();
    }

    @Property(tries = 1000)
    @Label("are those that a naive ledger counts, and name how many are in both")
    void are_what_a_naive_ledger_counts(@ForAll("histories") EventList events, @ForAll("seeds") long seed) {
        var dice = new Dice(seed);
        var view = events.timeline(events.head()).now();
        var one = Side.any(dice);
        var other = Side.any(dice);
        var ledger = new NaiveLedger(events.all(), view.position(), false);
        Assume.that(ledger.members(new CohortId("first")) != null);

        var answer = TwoSamples.of(
                new Asking(one.question(), view, BOOK),
                "cell:" + one.value(),
                new Asking(other.question(), view, BOOK),
                "cell:" + other.value());

        var naive = new NaiveAnswers(ledger, Questions.REGIONS);
        assertThat(answer.first().share()).isEqualTo(share(naive, one));
        assertThat(answer.second().share()).isEqualTo(share(naive, other));
        var both = new HashSet<>(known(naive, one));
        both.retainAll(known(naive, other));
        assertThat(answer.shared()).isEqualTo(both.size());
        assertThat(answer.warnings().stream().anyMatch(warning -> warning.startsWith("asOf differs")))
                .isEqualTo(!one.asOf().equals(other.asOf()));
    }

    private static Share share(NaiveAnswers naive, Side side) {
        try {
            var all = naive.composition(
                    new Composition.Question(side.population(), Vantage.day(side.asOf()), List.of(side.by())));
            int count = all.cells().stream()
                    .filter(cell -> cell.values().equals(List.of(side.value())))
                    .mapToInt(Composition.Cell::count)
                    .sum();
            return new Share(count, all.known());
        } catch (Reading.TooMany hopeless) {
            Assume.that(false);
            return new Share(0, 0);
        }
    }

    /** The base of a share: those of whom the attribute is known. */
    private static Set<ResearcherId> known(NaiveAnswers naive, Side side) {
        return naive
                .roster(new Roster.Question(side.population(), Vantage.day(side.asOf()), null, Integer.MAX_VALUE))
                .members()
                .stream()
                .filter(member -> member.attributes().containsKey(side.by()))
                .map(Roster.Member::researcher)
                .collect(Collectors.toSet());
    }
}
