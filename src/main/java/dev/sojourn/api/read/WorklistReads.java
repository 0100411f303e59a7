package dev.sojourn.api.read;

import dev.sojourn.analysis.question.UnknownCohort;
import dev.sojourn.api.parameter.Ask;
import dev.sojourn.api.parameter.KnownAtParameter;
import dev.sojourn.api.parameter.OfPeople;
import dev.sojourn.api.parameter.Page;
import dev.sojourn.api.parameter.PageParameters;
import dev.sojourn.api.problem.BadQuestion;
import dev.sojourn.api.problem.NotInLedger;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.projection.View;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.study.worklist.Line;
import dev.sojourn.study.worklist.Spot;
import dev.sojourn.study.worklist.Worklist;
import dev.sojourn.study.worklist.Worklists;
import dev.sojourn.time.Vantage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What curators should look at next. */
@RestController
@RequestMapping("/api/v1/worklists")
final class WorklistReads {
    /** What all worklists take. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @KnownAtParameter
    @PageParameters
    @Parameter(
            in = ParameterIn.QUERY,
            name = "asOf",
            description = "The day (default: that of the last event known).",
            example = "2025-12-03")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "cohort",
            description = "Members of this cohort (default: everyone).",
            example = "neurips-2019")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "effect",
            description = "A figure: only people whose state could move its first value, those who could most first.",
            example = "retained-87")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "rules",
            description =
                    "A rule set, of those at /api/v1/rules: its phd, maxAge and reviewed say who is on the list, and all"
                            + " of it replaces the rules of the figure.")
    @interface WorklistParameters {}

    private final Ask ask;
    private final Worklists worklists;
    private final EffectParameter effect;

    WorklistReads(Ask ask, LedgerStore store, RuleBook rules, EffectParameter effect) {
        this.ask = ask;
        this.worklists = new Worklists(store, rules);
        this.effect = effect;
    }

    @GetMapping({"/unconfirmed", "/unconfirmed.csv"})
    @OfPeople
    @WorklistParameters
    @Operation(summary = "People whose stay on the day was shown to be true longest ago, never first")
    ResponseEntity<Page<Line>> unconfirmed(HttpServletRequest request) {
        return of(Worklist.UNCONFIRMED, request);
    }

    @GetMapping({"/no-evidence", "/no-evidence.csv"})
    @OfPeople
    @WorklistParameters
    @Operation(
            summary = "Stays of which nothing recorded names any evidence",
            description = "A part looks at 1000 people at most, so it can be short, or empty, and have a next.")
    ResponseEntity<Page<Line>> withoutEvidence(HttpServletRequest request) {
        return of(Worklist.NO_EVIDENCE, request);
    }

    @GetMapping({"/disputed", "/disputed.csv"})
    @OfPeople
    @WorklistParameters
    @Operation(
            summary = "Stays corrected or retracted by another than who recorded them, and primary stays at two"
                    + " institutions on the day",
            description = "A part looks at 1000 people at most, so it can be short, or empty, and have a next.")
    ResponseEntity<Page<Line>> disputed(HttpServletRequest request) {
        return of(Worklist.DISPUTED, request);
    }

    @GetMapping({"/awaiting-approval", "/awaiting-approval.csv"})
    @OfPeople
    @WorklistParameters
    @Operation(summary = "Events that await approval, and since when")
    ResponseEntity<Page<Line>> awaitingApproval(HttpServletRequest request) {
        return of(Worklist.AWAITING_APPROVAL, request);
    }

    private ResponseEntity<Page<Line>> of(Worklist list, HttpServletRequest request) {
        var after = Ask.read(request, "after", Page.Cursor::parse, null);
        var from = Ask.read(
                request, "after", text -> Spot.parse(Page.Cursor.parse(text).last()), Spot.FIRST);
        var view = ask.view(request, after);
        var question = new Worklists.Question(
                list,
                Ask.read(request, "cohort", CohortId::new, View.EVERYONE),
                Ask.read(request, "asOf", Vantage::day, null),
                effect.figure(request),
                effect.set(request),
                from,
                ask.limit(request));
        try {
            var sheet = worklists.of(view, question);
            if (sheet.next() == null) {
                return ResponseEntity.ok(Page.whole(Line.class, sheet.lines()));
            }
            String next = new Page.Cursor(view.position(), sheet.next().toString()).toString();
            return ResponseEntity.ok()
                    .header(HttpHeaders.LINK, Page.link(request, next))
                    .body(new Page<>(Line.class, sheet.lines(), next));
        } catch (UnknownCohort unknown) {
            throw new NotInLedger(unknown.getMessage());
        } catch (IllegalArgumentException unmoved) {
            throw new BadQuestion("invalid-parameter", "effect", unmoved.getMessage());
        }
    }
}
