package dev.sojourn.api.why;

import dev.sojourn.api.parameter.Ask;
import dev.sojourn.api.parameter.KnownAtParameter;
import dev.sojourn.api.parameter.OfPeople;
import dev.sojourn.api.parameter.Page;
import dev.sojourn.api.parameter.PageParameters;
import dev.sojourn.api.problem.NotInLedger;
import dev.sojourn.exchange.answer.why.CompareForm;
import dev.sojourn.projection.Follower;
import dev.sojourn.projection.View;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.study.Figures;
import dev.sojourn.study.SavedQuestion;
import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.study.why.Asking;
import dev.sojourn.study.why.Compare;
import dev.sojourn.study.why.FigureNumber;
import dev.sojourn.time.KnownAt;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who made a number another one between two moments, days or sets of rules, and why. */
@RestController
final class CompareReads {
    private static final String MEANING =
            "Causes, in the order of priority: rules, cohort (membership), identity (merged, parted), institution"
                    + " (headquarters, merger, group, parent), corrected (retracted, undone), learned (recorded, ended,"
                    + " confirmed), world (another day). A cause applies if leaving out its events changes the later"
                    + " cell; if none does alone, all that touch the person do. counts and sentences are about everybody;"
                    + " people come in pages, between the two moments at which the first page was answered.";

    private final Ask ask;
    private final Figures figures;
    private final LedgerStore store;
    private final RuleBook rules;

    CompareReads(Ask ask, Figures figures, LedgerStore store, RuleBook rules) {
        this.ask = ask;
        this.figures = figures;
        this.store = store;
        this.rules = rules;
    }

    @GetMapping({"/api/v1/cohorts/{id}/compare", "/api/v1/cohorts/{id}/compare.csv"})
    @OfPeople
    @QuestionParameters
    @PageParameters
    @Operation(
            summary =
                    "Everybody who is in another cell of the same question at a second moment, with exactly one cause",
            description = MEANING)
    @Parameter(
            in = ParameterIn.QUERY,
            name = "knownAt2",
            description = "The second moment of knowledge, written like knownAt (default: the first).",
            example = "now")
    @Parameter(in = ParameterIn.QUERY, name = "asOf2", description = "Another day for the second answer.")
    @Parameter(in = ParameterIn.QUERY, name = "from2", description = "Another first day for the second answer.")
    @Parameter(in = ParameterIn.QUERY, name = "to2", description = "Another last day for the second answer.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "rules2",
            description = "Another rule set for the second answer, instead of all rules of the first.")
    @Parameter(in = ParameterIn.QUERY, name = "place2", description = "Another rule for the second answer.")
    @Parameter(in = ParameterIn.QUERY, name = "phd2", description = "Another rule for the second answer.")
    @Parameter(in = ParameterIn.QUERY, name = "maxAge2", description = "Another rule for the second answer.")
    @Parameter(in = ParameterIn.QUERY, name = "carried2", description = "Another rule for the second answer.")
    @Parameter(in = ParameterIn.QUERY, name = "reviewed2", description = "Another rule for the second answer.")
    @Parameter(in = ParameterIn.QUERY, name = "regions2", description = "Another region map for the second answer.")
    ResponseEntity<CompareForm> compare(@PathVariable("id") String id, HttpServletRequest request) {
        var question = Questions.of(id, request);
        return answer(question, Questions.second(question, request), request);
    }

    @GetMapping({"/api/v1/figures/{id}/compare", "/api/v1/figures/{id}/compare.csv"})
    @OfPeople
    @KnownAtParameter
    @PageParameters
    @Operation(
            summary = "Everybody who is in another cell of a figure at a second moment, with exactly one cause",
            description = MEANING)
    @Parameter(
            in = ParameterIn.QUERY,
            name = "value",
            description = "Which value's question, as the figure names it (default: its first).",
            example = "retained")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "knownAt2",
            description = "The second moment of knowledge, written like knownAt (default: the figure's own).",
            example = "now")
    ResponseEntity<CompareForm> figure(@PathVariable("id") String id, HttpServletRequest request) {
        var figure = figures.find(id)
                .orElseThrow(() -> new NotInLedger("there is no figure \"" + id + "\": /api/v1/figures lists them"));
        String value = Ask.read(request, "value", text -> text, null);
        var question = Ask.answered(() -> FigureNumber.of(figure, value)).question();
        String knownAt = Ask.read(request, "knownAt", text -> text, null);
        var first = knownAt == null ? question : Ask.answered(() -> question.with(Map.of("knownAt", List.of(knownAt))));
        return answer(first, Questions.second(question, request), request);
    }

    private ResponseEntity<CompareForm> answer(SavedQuestion first, SavedQuestion second, HttpServletRequest request) {
        var after = Ask.read(request, "after", Spot::parse, new Spot(null, null, null));
        int limit = ask.limit(request);
        var answer = Ask.answered(() -> {
            var one = new Asking(first, ask.known(after.first == null ? first.knownAt() : after.first), rules);
            var other = new Asking(second, ask.known(after.second == null ? second.knownAt() : after.second), rules);
            return CompareForm.of(one, other, Compare.of(one, other, Follower.history(store)))
                    .part(after.last, limit, last -> Spot.of(one.view(), other.view(), last));
        });
        var response = ResponseEntity.ok();
        return answer.next() == null
                ? response.body(answer)
                : response.header(HttpHeaders.LINK, Page.linkAsAsked(request, answer.next()))
                        .body(answer);
    }

    /** Where a part of the people begins: after somebody, between the two moments at which the list was begun. */
    private record Spot(KnownAt first, KnownAt second, String last) {

        static String of(View first, View second, String last) {
            return new Page.Cursor(first.position(), second.position() + "/" + last).toString();
        }

        static Spot parse(String text) {
            var cursor = Page.Cursor.parse(text);
            String[] parts = cursor.last().split("/", 2);
            if (parts.length < 2 || !parts[0].matches("\\d{1,18}")) {
                throw new IllegalArgumentException("this cursor is of another list");
            }
            return new Spot(
                    new KnownAt.AtPosition(cursor.position()),
                    new KnownAt.AtPosition(Long.parseLong(parts[0])),
                    parts[1]);
        }
    }
}
