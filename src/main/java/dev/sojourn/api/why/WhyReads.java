package dev.sojourn.api.why;

import dev.sojourn.api.parameter.Ask;
import dev.sojourn.api.parameter.OfPeople;
import dev.sojourn.api.parameter.Page;
import dev.sojourn.api.parameter.PageParameters;
import dev.sojourn.api.problem.NotInLedger;
import dev.sojourn.audit.history.Histories;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.exchange.answer.why.WhyForm;
import dev.sojourn.projection.View;
import dev.sojourn.study.Figures;
import dev.sojourn.study.SavedQuestion;
import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.study.why.FigureNumber;
import dev.sojourn.study.why.Why;
import dev.sojourn.time.Vantage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The people behind the numbers of answers and figures. */
@RestController
final class WhyReads {
    private final Ask ask;
    private final Figures figures;
    private final Histories histories;
    private final RuleBook rules;

    WhyReads(Ask ask, Figures figures, Histories histories, RuleBook rules) {
        this.ask = ask;
        this.figures = figures;
        this.histories = histories;
        this.rules = rules;
    }

    @GetMapping({"/api/v1/cohorts/{id}/why", "/api/v1/cohorts/{id}/why.csv"})
    @OfPeople
    @QuestionParameters
    @PageParameters
    @Operation(
            summary = "The people behind one number of an answer, with the events and evidence that make it",
            description = "As many as the number says, always.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "cell",
            required = true,
            description = "The number by the name it has in the answer, with its value after a colon: base, retained,"
                    + " destination:CN, moved:CN, unobserved, cell:US, cell:US>CN, in:CN, whereUnknown, outside.",
            example = "retained")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "on",
            description = "Of a retention: a day of its series (default: the last).")
    ResponseEntity<WhyForm> why(@PathVariable("id") String id, HttpServletRequest request) {
        var question = Questions.of(id, request);
        String cell = Ask.need(request, "cell", text -> text);
        return answer(question, cell, Ask.read(request, "on", Vantage::day, null), request);
    }

    @GetMapping({"/api/v1/figures/{id}/why", "/api/v1/figures/{id}/why.csv"})
    @OfPeople
    @PageParameters
    @Operation(summary = "The people behind one value of a figure, with the events and evidence that make it")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "value",
            description = "Which value, as the figure names it (default: its first).",
            example = "retained")
    ResponseEntity<WhyForm> figure(@PathVariable("id") String id, HttpServletRequest request) {
        var figure = figures.find(id)
                .orElseThrow(() -> new NotInLedger("there is no figure \"" + id + "\": /api/v1/figures lists them"));
        String value = Ask.read(request, "value", text -> text, null);
        var number = Ask.answered(() -> FigureNumber.of(figure, value));
        return answer(number.question(), number.number(), null, request);
    }

    private ResponseEntity<WhyForm> answer(
            SavedQuestion question, String cell, LocalDate on, HttpServletRequest request) {
        var after = Ask.read(request, "after", Page.Cursor::parse, null);
        var view = after == null ? known(question) : ask.view(request, after);
        var begin = after == null ? null : new ResearcherId(after.last());
        int limit = ask.limit(request);
        var why = Ask.answered(() -> Why.of(
                question.places(view, rules, on), question.cohort(), cell, begin, limit, histories.teller(view)));
        if (!why.more()) {
            return ResponseEntity.ok(WhyForm.of(question, why, null));
        }
        String last = why.people().get(limit - 1).researcher().value();
        String next = new Page.Cursor(view.position(), last).toString();
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, Page.link(request, next))
                .body(WhyForm.of(question, why, next));
    }

    private View known(SavedQuestion question) {
        return Ask.answered(() -> ask.known(question.knownAt()));
    }
}
