package dev.sojourn.api.read;

import dev.sojourn.analysis.Composition;
import dev.sojourn.analysis.Flows;
import dev.sojourn.analysis.Retention;
import dev.sojourn.analysis.Roster;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Filter;
import dev.sojourn.api.parameter.AnalysisParameters;
import dev.sojourn.api.parameter.AsOfParameter;
import dev.sojourn.api.parameter.Ask;
import dev.sojourn.api.parameter.IntervalParameters;
import dev.sojourn.api.parameter.OfPeople;
import dev.sojourn.api.parameter.Page;
import dev.sojourn.api.parameter.PageParameters;
import dev.sojourn.api.traffic.CountsOnly;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.exchange.answer.CompositionForm;
import dev.sojourn.exchange.answer.FlowValuesForm;
import dev.sojourn.exchange.answer.FlowsForm;
import dev.sojourn.exchange.answer.RetentionForm;
import dev.sojourn.exchange.answer.StateForm;
import dev.sojourn.exchange.answer.YearlyForm;
import dev.sojourn.study.QuestionText;
import dev.sojourn.time.Vantage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The analyses of a cohort, as JSON or CSV. Reads the question, hands it on, and gives the answer its form. */
@RestController
@RequestMapping("/api/v1/cohorts/{id}")
final class Analyses {
    private final Ask ask;
    private final Populations populations;

    Analyses(Ask ask, Populations populations) {
        this.ask = ask;
        this.populations = populations;
    }

    @GetMapping({"/state", "/state.csv"})
    @OfPeople
    @AnalysisParameters
    @AsOfParameter
    @PageParameters
    @Operation(
            summary = "Where each member is on a day",
            description =
                    "A page of members with the spell that decides and its attributes. " + AnalysisParameters.STALENESS
                            + " These count all who are asked about, not the page. Of each member, carried says whether the spell is"
                            + " only carried forward, searchedOn when somebody last looked and found nothing, and searched whether"
                            + " that counts; where they looked is among the evidence of the search, in why and in the history.")
    ResponseEntity<StateForm> state(@PathVariable("id") String id, HttpServletRequest request) {
        var after = Ask.read(request, "after", Page.Cursor::parse, null);
        var view = ask.view(request, after);
        int limit = ask.limit(request);
        var asOf = Ask.need(request, "asOf", Vantage::day);
        var begin = after == null ? null : new ResearcherId(after.last());
        var question = new Roster.Question(populations.of(id, request), asOf, begin, limit + 1);
        var answer = Ask.answered(() -> Roster.of(view, question));
        var members = answer.members();
        if (members.size() <= limit) {
            return ResponseEntity.ok(StateForm.of(answer, null));
        }
        String last = members.get(limit - 1).researcher().value();
        String next = new Page.Cursor(view.position(), last).toString();
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, Page.link(request, next))
                .body(StateForm.of(answer.first(limit), next));
    }

    @GetMapping({"/composition", "/composition.csv"})
    @CountsOnly
    @AnalysisParameters
    @AsOfParameter
    @Operation(
            summary = "How many members have which values on a day",
            description =
                    "total = known + unknown + unobserved + inactive; known: every attribute of by is known; share is"
                            + " over the known. uncertain: those whose cell depends on how coarse dates are read. "
                            + AnalysisParameters.STALENESS)
    @Parameter(
            in = ParameterIn.QUERY,
            name = "by",
            required = true,
            description = "One or more attributes, with commas between them.",
            example = "country")
    CompositionForm composition(@PathVariable("id") String id, HttpServletRequest request) {
        var view = ask.view(request);
        var asOf = Ask.need(request, "asOf", Vantage::day);
        var by = Ask.need(request, "by", QuestionText::by);
        var population = populations.of(id, request);
        return Ask.answered(
                () -> CompositionForm.of(Composition.of(view, new Composition.Question(population, asOf, by))));
    }

    @GetMapping({"/retention", "/retention.csv"})
    @CountsOnly
    @AnalysisParameters
    @IntervalParameters
    @Operation(
            summary = "Who of those that had a value on one day has it on a later one, year by year",
            description =
                    "base: those who satisfy where and held on from. On each day of the series everybody is exactly one"
                            + " of retained, another value (destinations; moved by another spell, reclassified by the same one at an"
                            + " institution that changed), unknown, unobserved, inactive; who left and came back is retained."
                            + " sameInstitution follows mergers. rate = retained / base; rateObserved = retained / (base - unobserved"
                            + " - inactive). interval is Wilson's on rate, for inference to a wider population: the count itself is"
                            + " complete. bounds: low are those retained in every reading of the dates, high those retained in some or"
                            + " unknown or unobserved, over base; baseUncertain are in the base in some readings only. "
                            + AnalysisParameters.STALENESS)
    @Parameter(
            in = ParameterIn.QUERY,
            name = "held",
            required = true,
            description = "What is held: attribute:value, or a|b for either.",
            example = "country:US")
    RetentionForm retention(@PathVariable("id") String id, HttpServletRequest request) {
        var view = ask.view(request);
        var held = Ask.need(request, "held", Filter::parse);
        var from = Ask.need(request, "from", Vantage::day);
        var to = Ask.need(request, "to", Vantage::day);
        var population = populations.of(id, request);
        return Ask.answered(
                () -> RetentionForm.of(Retention.of(view, new Retention.Question(population, held, from, to))));
    }

    @GetMapping({"/flows", "/flows.csv"})
    @CountsOnly
    @AnalysisParameters
    @IntervalParameters
    @Operation(
            summary = "How many went from which value to which, between two days",
            description =
                    "A count for every ordered pair, the diagonal and unknown, unobserved and inactive included; moved"
                            + " have another deciding spell on to, reclassified the same one at an institution that changed. Of each"
                            + " value: stockTo = stockFrom + in - out, net = in - out, gross = in + out; inRate and outRate are in and"
                            + " out over stockFrom, null where that is 0, and can be more than 1 for in. The states on to: "
                            + AnalysisParameters.STALENESS)
    @Parameter(in = ParameterIn.QUERY, name = "by", required = true, description = "An attribute.", example = "country")
    FlowsForm flows(@PathVariable("id") String id, HttpServletRequest request) {
        var view = ask.view(request);
        var question = flowsQuestion(id, request);
        return Ask.answered(() -> FlowsForm.of(Flows.of(view, question)));
    }

    @GetMapping({"/flows/values", "/flows/values.csv"})
    @CountsOnly
    @AnalysisParameters
    @IntervalParameters
    @Operation(
            summary = "Stocks, those who came and went, net, gross and rates of each value, between two days",
            description =
                    "What flows says of each value, without the pairs: stockTo = stockFrom + in - out. The states on to,"
                            + " in end: " + AnalysisParameters.STALENESS)
    @Parameter(in = ParameterIn.QUERY, name = "by", required = true, description = "An attribute.", example = "country")
    FlowValuesForm values(@PathVariable("id") String id, HttpServletRequest request) {
        return FlowValuesForm.of(flows(id, request));
    }

    @GetMapping({"/flows/yearly", "/flows/yearly.csv"})
    @CountsOnly
    @AnalysisParameters
    @IntervalParameters
    @Operation(
            summary = "Flows between consecutive years",
            description =
                    "The same as flows, between each anniversary of from and the next, of the same people throughout: those"
                            + " selected on from. " + AnalysisParameters.STALENESS)
    @Parameter(in = ParameterIn.QUERY, name = "by", required = true, description = "An attribute.", example = "country")
    YearlyForm yearly(@PathVariable("id") String id, HttpServletRequest request) {
        var view = ask.view(request);
        var question = flowsQuestion(id, request);
        return Ask.answered(() -> YearlyForm.of(Flows.yearly(view, question)));
    }

    private Flows.Question flowsQuestion(String id, HttpServletRequest request) {
        var from = Ask.need(request, "from", Vantage::day);
        var to = Ask.need(request, "to", Vantage::day);
        var by = Ask.need(request, "by", Attribute::parse);
        var population = populations.of(id, request);
        return Ask.answered(() -> new Flows.Question(population, from, to, by));
    }
}
