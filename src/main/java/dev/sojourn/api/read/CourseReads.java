package dev.sojourn.api.read;

import dev.sojourn.analysis.move.Moves;
import dev.sojourn.analysis.path.Paths;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Filter;
import dev.sojourn.analysis.survival.Survival;
import dev.sojourn.api.parameter.AnalysisParameters;
import dev.sojourn.api.parameter.Ask;
import dev.sojourn.api.parameter.IntervalParameters;
import dev.sojourn.api.traffic.CountsOnly;
import dev.sojourn.exchange.answer.MovesForm;
import dev.sojourn.exchange.answer.PathsForm;
import dev.sojourn.exchange.answer.SurvivalForm;
import dev.sojourn.study.QuestionText;
import dev.sojourn.time.Vantage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The analyses that follow people over time, as JSON or CSV. */
@RestController
@RequestMapping("/api/v1/cohorts/{id}")
final class CourseReads {
    private final Ask ask;
    private final Populations populations;

    CourseReads(Ask ask, Populations populations) {
        this.ask = ask;
        this.populations = populations;
    }

    @GetMapping({"/survival", "/survival.csv"})
    @CountsOnly
    @AnalysisParameters
    @Operation(
            summary = "The share never yet gone, by time since the first day (Kaplan-Meier)",
            description =
                    "Base: those who satisfy where and held on from. The first exit counts, whoever comes back later:"
                            + " to another known value (exits), or the end of a career (ended, a competing exit). Who is at no"
                            + " known place for a while is not gone; if seen elsewhere afterwards, the exit counts when that"
                            + " began (interval). All others are censored on the last day on which they are known to be there:"
                            + " the day before a written end, or that of the latest observation. Where any date that matters is"
                            + " coarser than a day, time is in whole years and an exit counts at the first anniversary of from by"
                            + " which it has certainly happened; who is known to be there for a part of a year is at risk in it"
                            + " (partly; strict is the share without them). share: Kaplan-Meier, with a 95 % band (Greenwood,"
                            + " log-log), where ended counts as censored; still, gone and out: Aalen-Johansen, and add up to 1."
                            + " maxAge and carried choose the base only. There are no bounds over readings of dates: what an"
                            + " uncertain date leaves open is in interval censoring, partly and strict, and baseUncertain counts"
                            + " those who are in the base in some readings only. Not comparable with the rate of a retention. end"
                            + " tells the states of the base on the last day, whatever became of them before: "
                            + AnalysisParameters.STALENESS)
    @Parameter(
            in = ParameterIn.QUERY,
            name = "held",
            required = true,
            description = "What is kept: attribute:value, or a|b for either.",
            example = "country:US")
    @Parameter(in = ParameterIn.QUERY, name = "from", required = true, description = "First day.", example = "2019")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "to",
            description = "Last day looked at; the day of knownAt, if nothing is said.")
    SurvivalForm survival(@PathVariable("id") String id, HttpServletRequest request) {
        var view = ask.view(request);
        var held = Ask.need(request, "held", Filter::parse);
        var from = Ask.need(request, "from", Vantage::day);
        var to = Ask.read(request, "to", Vantage::day, null);
        var population = populations.of(id, request);
        return Ask.answered(
                () -> SurvivalForm.of(Survival.of(view, new Survival.Question(population, held, from, to))));
    }

    @GetMapping({"/paths", "/paths.csv"})
    @CountsOnly
    @AnalysisParameters
    @Operation(
            summary = "Where the same people are on several days: nodes and links of a Sankey diagram",
            description =
                    "A node for each cell of each day, a link for each pair of cells of consecutive days. Everybody"
                            + " is in one node of each day; those of whom not all attributes are known are in unknown, unobserved"
                            + " or inactive. At each node the links that come, and those that go on, add up to its count. Of each"
                            + " day, uncertain are those whose cell on it depends on how coarse dates are read. "
                            + AnalysisParameters.STALENESS)
    @Parameter(
            in = ParameterIn.QUERY,
            name = "days",
            required = true,
            description = "Two or more days that ascend, with commas between them.",
            example = "2019,2022,2025")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "by",
            required = true,
            description = "One or more attributes, with commas between them.",
            example = "country")
    PathsForm paths(@PathVariable("id") String id, HttpServletRequest request) {
        var view = ask.view(request);
        var days = Ask.need(request, "days", QuestionText::days);
        var by = Ask.need(request, "by", QuestionText::by);
        var population = populations.of(id, request);
        return Ask.answered(() -> PathsForm.of(Paths.of(view, new Paths.Question(population, days, by))));
    }

    @GetMapping({"/moves", "/moves.csv"})
    @CountsOnly
    @AnalysisParameters
    @IntervalParameters
    @Operation(
            summary = "First moves, all moves, coming back and return to the origin, between two days at any step",
            description = "A move is a change from one known value to another by another spell, whatever is unknown"
                    + " between; the same spell at an institution that changed is reclassified and moves nobody. base:"
                    + " those whose value is known on from. circulated: a later move leads back to the value that the"
                    + " first one left (circulatedThere: and they are there on to). returns (for country, site and"
                    + " region): abroad are those of the base whose value on from is not that of their origin, returned"
                    + " those of them of whom any move leads there, there those who are there on to. allMoves can count"
                    + " a person more than once. Each date counts as its earliest day; there are no bounds over other readings."
                    + " end tells the states of the base on to: "
                    + AnalysisParameters.STALENESS)
    @Parameter(in = ParameterIn.QUERY, name = "by", required = true, description = "An attribute.", example = "sector")
    MovesForm moves(@PathVariable("id") String id, HttpServletRequest request) {
        var view = ask.view(request);
        var from = Ask.need(request, "from", Vantage::day);
        var to = Ask.need(request, "to", Vantage::day);
        var by = Ask.need(request, "by", Attribute::parse);
        var population = populations.of(id, request);
        return Ask.answered(() -> MovesForm.of(Moves.of(view, new Moves.Question(population, from, to, by))));
    }
}
