package dev.sojourn.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.event.value.CohortId;
import dev.sojourn.projection.View;
import dev.sojourn.study.SavedQuestion;
import dev.sojourn.study.SavedQuestion.Analysis;
import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.study.why.Asking;
import dev.sojourn.study.why.Cause;
import dev.sojourn.study.why.Compare;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** For any history, any two moments, days and rules. */
@Label("The causes of a difference")
class CompareTest {

    @Provide
    Arbitrary<Long> seeds() {
        return Histories.seeds();
    }

    @Provide
    Arbitrary<EventList> histories() {
        return Histories.any();
    }

    @Property(tries = 1000)
    void add_up_to_the_difference_of_every_cell(@ForAll("histories") EventList events, @ForAll("seeds") long seed) {
        var dice = new Dice(seed);
        var timeline = events.timeline(events.head());
        var first = asking(timeline.at(8 + dice.below(events.head() - 7)), dice, null);
        var second = asking(timeline.at(8 + dice.below(events.head() - 7)), dice, first.question());
        Assume.that(first.view().members(first.question().cohort()).isPresent());
        Assume.that(second.view().members(first.question().cohort()).isPresent());

        var changes = Compare.of(first, second, events);

        var expected = first.places().counts();
        changes.forEach(change -> {
            expected.merge(change.before(), -1, Integer::sum);
            expected.merge(change.after(), 1, Integer::sum);
        });
        expected.remove("outside");
        expected.values().removeIf(count -> count == 0);
        assertThat(expected).isEqualTo(second.places().counts());
        assertThat(changes.stream().map(change -> change.researcher() + ": " + change.before() + " " + change.after()))
                .containsExactlyInAnyOrderElementsOf(moved(first, second));
        long from = Math.min(first.view().position(), second.view().position());
        long to = Math.max(first.view().position(), second.view().position());
        assertThat(changes).allSatisfy(change -> {
            assertThat(change.before()).isNotEqualTo(change.after());
            assertThat(change.events())
                    .allSatisfy(event -> assertThat(event.position()).isBetween(from + 1, to));
            if (List.of(Cause.CORRECTED, Cause.LEARNED, Cause.IDENTITY).contains(change.cause())) {
                assertThat(change.events()).isNotEmpty();
            }
        });
        assertThat(changes).doesNotHaveDuplicates();
    }

    /** Everybody looked at, whatever was recorded about whom. */
    private static Set<String> moved(Asking first, Asking second) {
        var before = Asking.cells(first.places());
        var after = Asking.cells(second.places());
        var moved = new HashSet<String>();
        for (var cells : List.of(before, after)) {
            cells.keySet().forEach(who -> {
                String one = before.getOrDefault(who, "outside");
                String other = after.getOrDefault(who, "outside");
                if (!one.equals(other)) {
                    moved.add(who + ": " + one + " " + other);
                }
            });
        }
        return moved;
    }

    /** A random question; or the same one, by chance of other days, or under other rules. */
    private static Asking asking(View view, Dice dice, SavedQuestion like) {
        var parameters = new HashMap<String, List<String>>();
        var analysis = like == null ? dice.one(List.of(Analysis.values())) : like.analysis();
        if (like == null) {
            parameters.put("cohort", List.of(dice.one(List.of("everyone", "first", "second"))));
            parameters.putAll(own(analysis, dice));
            if (dice.perCent(30)) {
                parameters.put("where", List.of(dice.one(List.of("origin:CN", "group:seven", "country:US@2020"))));
            }
        } else {
            parameters.putAll(like.parameters());
            if (dice.perCent(20)) {
                parameters.replace("to", List.of("2022"));
                parameters.replace("asOf", List.of("2022"));
            }
            if (dice.perCent(20)) {
                parameters.put("place", List.of("site"));
            }
        }
        var question = new SavedQuestion(analysis, parameters);
        assertThat(question.cohort())
                .isEqualTo(new CohortId(parameters.get("cohort").get(0)));
        return new Asking(question, view, RuleBook.load());
    }

    private static Map<String, List<String>> own(Analysis analysis, Dice dice) {
        var held = List.of(dice.one(List.of("country:US", "country:!CN", "sector:UNIVERSITY")));
        var from = List.of(dice.one(List.of("2018", "2019")));
        var to = List.of(dice.one(List.of("2019", "2020-06", "2021")));
        var by = List.of(dice.one(List.of("country", "sector", "institution")));
        return switch (analysis) {
            case COMPOSITION -> Map.of("asOf", to, "by", by);
            case STATE -> Map.of("asOf", to);
            case RETENTION -> Map.of("held", held, "from", from, "to", to);
            case SURVIVAL ->
                dice.perCent(50) ? Map.of("held", held, "from", from) : Map.of("held", held, "from", from, "to", to);
            case FLOWS, MOVES -> Map.of("from", from, "to", to, "by", by);
            case PATHS -> Map.of("days", List.of("2018,2019-06,2021"), "by", by);
        };
    }
}
