package dev.sojourn.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analysis.Retention;
import dev.sojourn.analysis.question.Filter;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.study.SavedQuestion.Analysis;
import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.study.rule.RuleSet;
import dev.sojourn.study.side.SideBySide;
import dev.sojourn.study.why.Asking;
import dev.sojourn.time.Vantage;
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

/** Against the naive ledger, which knows nothing of rule sets or cells. */
@Label("Rule sets side by side")
class SideBySideTest {
    private static final List<String> SETS = List.of("standard", "there", "grown", "lately", "reviewed");
    private static final RuleBook BOOK = RuleBook.of(
            List.of(new RegionMap("test-1", Questions.REGIONS)),
            List.of(
                    new RuleSet("there", "t", Map.of("place", "site")),
                    new RuleSet("grown", "t", Map.of("phd", "out")),
                    new RuleSet("lately", "t", Map.of("maxAge", "P24M", "carried", "unobserved")),
                    new RuleSet("reviewed", "t", Map.of("reviewed", "only"))));

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    @Provide
    Arbitrary<EventList> histories() {
        return Histories.any();
    }

    @Property(tries = 1000)
    @Label("count what a naive ledger counts under each, and name all those who differ")
    void count_what_a_naive_ledger_counts(@ForAll("histories") EventList events, @ForAll("seeds") long seed) {
        var dice = new Dice(seed);
        var view = events.timeline(events.head()).at(8 + dice.below(events.head() - 7));
        String held = dice.one(List.of("country:US", "region:europe", "sector:UNIVERSITY"));
        String cohort = dice.one(List.of("everyone", "first"));
        var questions = SideBySide.questions(
                Analysis.RETENTION,
                Map.of(
                        "cohort", List.of(cohort),
                        "held", List.of(held),
                        "from", List.of("2019"),
                        "to", List.of("2021"),
                        "rules", List.of(String.join(",", SETS))));
        Assume.that(view.members(new CohortId(cohort)).isPresent());
        var answer = SideBySide.of(
                questions.stream().map(one -> new Asking(one, view, BOOK)).toList());

        for (int side = 0; side < SETS.size(); side++) {
            var rules = BOOK.rules(SETS.get(side));
            var ledger = new NaiveLedger(events.all(), view.position(), rules.reviewedOnly());
            Assume.that(ledger.members(new CohortId(cohort)) != null);
            assertThat(counts(answer, side))
                    .isEqualTo(naive(
                            ledger,
                            new Retention.Question(
                                    new Population(new CohortId(cohort), List.of(), rules),
                                    Filter.parse(held),
                                    Vantage.day("2019"),
                                    Vantage.day("2021"))));
        }
        addUp(answer);
    }

    private static Map<String, Integer> counts(SideBySide answer, int side) {
        var counts = new TreeMap<String, Integer>();
        answer.cells().forEach(cell -> counts.put(cell.name(), cell.counts().get(side)));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private static Map<String, Integer> naive(NaiveLedger ledger, Retention.Question question) {
        try {
            var end = new NaiveAnswers(ledger, Questions.REGIONS)
                    .retention(question)
                    .end();
            var counts = new TreeMap<String, Integer>();
            end.destinations().forEach(to -> counts.put("destination:" + to.value(), to.count()));
            counts.put("retained", end.retained().count());
            counts.put("unknown", end.unknown());
            counts.put("unobserved", end.unobserved());
            counts.put("inactive", end.inactive());
            counts.values().removeIf(count -> count == 0);
            return counts;
        } catch (Reading.TooMany hopeless) {
            Assume.that(false);
            return Map.of();
        }
    }

    /** Who differs makes every difference: whoever is not named is in the same cell under all. */
    private static void addUp(SideBySide answer) {
        for (var cell : answer.cells()) {
            for (int side = 1; side < SETS.size(); side++) {
                int at = side;
                int came = (int) answer.differing().stream()
                        .filter(person -> person.cells().get(at).equals(cell.name()))
                        .count();
                int went = (int) answer.differing().stream()
                        .filter(person -> person.cells().get(0).equals(cell.name()))
                        .count();
                assertThat(cell.counts().get(at) - cell.counts().get(0)).isEqualTo(came - went);
            }
        }
        assertThat(answer.differing())
                .allMatch(person -> person.cells().stream().distinct().count() > 1);
    }
}
