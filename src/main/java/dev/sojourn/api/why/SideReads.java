package dev.sojourn.api.why;

import dev.sojourn.api.parameter.AnalysisParameters;
import dev.sojourn.api.parameter.Ask;
import dev.sojourn.api.parameter.IntervalParameters;
import dev.sojourn.exchange.answer.side.FrozenForm;
import dev.sojourn.exchange.answer.side.SharesForm;
import dev.sojourn.exchange.answer.side.SideBySideForm;
import dev.sojourn.projection.Follower;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.study.SavedQuestion;
import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.study.side.FrozenBase;
import dev.sojourn.study.side.SideBySide;
import dev.sojourn.study.side.TwoSamples;
import dev.sojourn.study.why.Asking;
import dev.sojourn.time.KnownAt;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers side by side. */
@RestController
@RequestMapping("/api/v1/cohorts/{id}")
final class SideReads {
    private final Ask ask;
    private final LedgerStore store;
    private final RuleBook rules;

    SideReads(Ask ask, LedgerStore store, RuleBook rules) {
        this.ask = ask;
        this.store = store;
        this.rules = rules;
    }

    @GetMapping({"/side-by-side", "/side-by-side.csv"})
    @QuestionParameters
    @Operation(
            summary = "The same question under two to six rule sets: every answer, each cell's counts, and who differs",
            description =
                    "rules takes the names with commas between them, as in rules=headquarters,workplace; single rules"
                            + " beside it hold for all. Each side's answer is whole, as its call alone gives it; differences are"
                            + " to the first side; people are those who are not in the same cell under all, outside being a cell,"
                            + " too.")
    SideBySideForm sideBySide(@PathVariable("id") String id, HttpServletRequest request) {
        var analysis = Questions.analysis(request);
        var parameters = Questions.parameters(id, request);
        return Ask.answered(() -> SideBySideForm.of(SideBySide.of(SideBySide.questions(analysis, parameters).stream()
                .map(this::asking)
                .toList())));
    }

    @GetMapping({"/shares", "/shares.csv"})
    @QuestionParameters
    @Operation(
            summary = "Shares of two samples side by side, with both intervals, that of the difference, and warnings",
            description =
                    "Each share is that of value in the answer to the question. The interval of a share is Wilson's;"
                            + " that of the difference is Newcombe's hybrid score (method 10 of Statistics in Medicine 17, 1998,"
                            + " 873-890), for independent samples. warnings name what the definitions differ in: frame, drawing,"
                            + " reference year, days, conditions, rules, moment of knowledge, and people who are in both.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "cohort2",
            required = true,
            description = "The other sample.",
            example = "everyone")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "value",
            required = true,
            description = "The number that is a share, by its name in the answer: retained, destination:CN, cell:CN.",
            example = "cell:CN")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "value2",
            description = "Another number of the second (default: the same).")
    @Parameter(in = ParameterIn.QUERY, name = "where2", description = "Other conditions of the second.")
    @Parameter(in = ParameterIn.QUERY, name = "held2", description = "What is held in the second.")
    @Parameter(in = ParameterIn.QUERY, name = "asOf2", description = "Another day of the second.")
    @Parameter(in = ParameterIn.QUERY, name = "from2", description = "Another first day of the second.")
    @Parameter(in = ParameterIn.QUERY, name = "to2", description = "Another last day of the second.")
    @Parameter(in = ParameterIn.QUERY, name = "knownAt2", description = "Another moment of knowledge of the second.")
    @Parameter(in = ParameterIn.QUERY, name = "rules2", description = "Another rule set of the second.")
    SharesForm shares(@PathVariable("id") String id, HttpServletRequest request) {
        String cohort2 = Ask.need(request, "cohort2", text -> text);
        String value = Ask.need(request, "value", text -> text);
        String value2 = Ask.read(request, "value2", text -> text, value);
        var first = Questions.of(id, request);
        var second = Questions.second(first, request);
        return Ask.answered(() -> {
            if (id.equals(cohort2)) {
                throw new IllegalArgumentException(
                        "cohort2: these are shares of two samples; compare asks the same sample at two moments or days");
            }
            return SharesForm.of(TwoSamples.of(asking(first), value, asking(second), value2));
        });
    }

    @GetMapping({"/retention/frozen", "/retention/frozen.csv"})
    @AnalysisParameters
    @IntervalParameters
    @Operation(
            summary = "A retention with its base as known at one moment, beside the one with the base as known now",
            description =
                    "frozen: whoever satisfied where and held on from as known at members, wherever they are as known at"
                            + " knownAt; people who turned out to be one count once, and who is not in the ledger at knownAt is"
                            + " unobserved. rederived: the retention as known at knownAt, whole. joined and left: who is in one"
                            + " of the bases alone, each with one cause, as in compare.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "held",
            required = true,
            description = "What is held: attribute:value, or a|b for either.",
            example = "country:US")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "members",
            required = true,
            description = "As known when the base is: release:NAME, position:N, a day or an instant.",
            example = "release:carnegie-2025-12")
    FrozenForm frozen(@PathVariable("id") String id, HttpServletRequest request) {
        var members = Ask.need(request, "members", KnownAt::parse);
        var parameters = Questions.parameters(id, request);
        return Ask.answered(() -> {
            var question = new SavedQuestion(SavedQuestion.Analysis.RETENTION, parameters);
            var then = new Asking(question, ask.known(members), rules);
            return FrozenForm.of(FrozenBase.of(then, asking(question), Follower.history(store)));
        });
    }

    private Asking asking(SavedQuestion question) {
        return new Asking(question, ask.known(question.knownAt()), rules);
    }
}
