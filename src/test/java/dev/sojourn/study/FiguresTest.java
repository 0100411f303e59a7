package dev.sojourn.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.event.Event;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.Flag;
import dev.sojourn.projection.History;
import dev.sojourn.projection.Timeline;
import dev.sojourn.projection.View;
import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.time.KnownAt;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The figures on the reference ledger")
class FiguresTest {

    private static final RuleBook RULES = RuleBook.load();
    private static final Function<KnownAt, View> LEDGER = ReferenceTimeline.with(UnaryOperator.identity());

    private final Figures figures = Figures.load();

    @Test
    void all_pass() {
        assertThat(figures.compute(LEDGER, RULES)).isNotEmpty().allSatisfy(result -> {
            var expectation = result.expectation();
            String told = "%s, %s: published %s, computed %s"
                    .formatted(
                            result.figure().id(),
                            expectation.read(),
                            expectation.published().text(),
                            result.computed());
            assertThat(result.problem()).as(told).isNull();
            assertThat(result.pass()).as(told).isTrue();
        });
    }

    /** 109 of 620 are 17.58 %, 106 of 620 are 17.10 %. */
    @Test
    void the_European_share_depends_on_when_one_asks() {
        assertThat(computed("origin-2019-first-published", "cell:europe")).isEqualTo("18 %");
        assertThat(computed("origin-2019", "cell:europe")).isEqualTo("17 %");
    }

    /** The first founder among the hundred still at an American institution, had nobody noted that it is one. */
    @Test
    void one_changed_event_breaks_exactly_the_figure_that_rests_on_it() {
        var ledger = ReferenceTimeline.with(new WithoutOneFounder());
        assertThat(failed(figures, ledger)).singleElement().satisfies(result -> {
            assertThat(result.figure().id()).isEqualTo("stayers-founders-3");
            assertThat(result.computed()).isEqualTo("2");
        });
    }

    private static final class WithoutOneFounder implements UnaryOperator<Event> {
        private boolean done;

        @Override
        public Event apply(Event event) {
            if (done
                    || !(event instanceof AffiliationRecorded told)
                    || !told.claim().flags().contains(Flag.FOUNDER)
                    || !told.claim().institution().value().startsWith("company-us-")) {
                return event;
            }
            done = true;
            Claim was = told.claim();
            var claim = new Claim(
                    was.institution(), was.role(), was.kind(), was.start(), was.end(), was.workplace(), Set.of());
            return new AffiliationRecorded(told.researcher(), told.spell(), claim, told.observedOn(), told.personal());
        }
    }

    @Test
    void any_changed_published_value_breaks_exactly_its_own_figure() {
        for (Figure figure : figures.all()) {
            for (Expectation changed : figure.expectations()) {
                var one = with(figure, changed);
                var all = figures.all().stream()
                        .map(each -> each.equals(figure) ? one : each)
                        .toList();
                assertThat(failed(new Figures(all, List.of()), LEDGER))
                        .as("%s, %s", figure.id(), changed.read())
                        .singleElement()
                        .satisfies(result -> assertThat(result.figure()).isSameAs(one));
            }
        }
    }

    private static Figure with(Figure figure, Expectation changed) {
        return new Figure(
                figure.id(),
                figure.title(),
                figure.question(),
                figure.chart(),
                figure.source(),
                figure.note(),
                figure.expectations().stream()
                        .map(each -> each.equals(changed) ? another(each) : each)
                        .toList());
    }

    /** What the source would have to say for the figure to fail. */
    private static Expectation another(Expectation each) {
        var published = each.published();
        return new Expectation(
                each.read(),
                each.question(),
                new Published(
                        published.equals() == null ? null : published.equals() + "1",
                        published.percent() == null ? null : published.percent() + 1,
                        published.atLeast() == null ? null : published.atLeast() + 100,
                        published.atMost() == null ? null : published.atMost() + 100));
    }

    @Test
    void an_empty_ledger_has_no_answers_and_says_why() {
        var empty = new Timeline(History.NONE);
        assertThat(figures.compute(moment -> empty.at(empty.resolve(moment)), RULES))
                .isNotEmpty()
                .allSatisfy(result -> {
                    assertThat(result.pass()).isFalse();
                    assertThat(result.problem()).containsAnyOf("there is no release", "there is no cohort");
                });
    }

    @Test
    void a_name_that_no_answer_has_is_a_problem_that_lists_the_names() {
        var figure = figures.find("retained-87").orElseThrow();
        var typo = new Expectation("retaned", figure.question(), new Published("87", null, null, null));
        var misspelt = new Figure(
                figure.id(), figure.title(), figure.question(), figure.chart(), figure.source(), null, List.of(typo));
        assertThat(failed(new Figures(List.of(misspelt), List.of()), LEDGER))
                .singleElement()
                .satisfies(result -> assertThat(result.problem()).contains("\"retaned\"", "sameInstitution"));
    }

    @Test
    void each_names_the_call_that_asks_it() {
        var question =
                figures.find("retained-87").orElseThrow().expectations().get(0).question();
        assertThat(question.call())
                .isEqualTo("/api/v1/cohorts/neurips-2019/retention?from=2019&held=country:US"
                        + "&knownAt=release:carnegie-2025-12&to=2025&where=origin:CN");
    }

    private static List<FigureResult> failed(Figures figures, Function<KnownAt, View> ledger) {
        return figures.compute(ledger, RULES).stream()
                .filter(result -> !result.pass())
                .toList();
    }

    private String computed(String id, String read) {
        return figures.compute(LEDGER, RULES).stream()
                .filter(result -> result.figure().id().equals(id))
                .filter(result -> result.expectation().read().equals(read))
                .map(FigureResult::computed)
                .findFirst()
                .orElseThrow();
    }
}
