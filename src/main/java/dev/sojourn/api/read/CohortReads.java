package dev.sojourn.api.read;

import dev.sojourn.api.parameter.Ask;
import dev.sojourn.api.parameter.KnownAtParameter;
import dev.sojourn.api.parameter.OfPeople;
import dev.sojourn.api.parameter.Page;
import dev.sojourn.api.parameter.PageParameters;
import dev.sojourn.api.problem.NotInLedger;
import dev.sojourn.event.CohortEvent.CohortDefined;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.projection.View;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which cohorts there are, and who is in them. */
@RestController
@RequestMapping("/api/v1")
final class CohortReads {
    /**
     * A cohort.
     *
     * @param frame what it was drawn from, null for everyone
     * @param referenceYear the year it describes, null for everyone
     * @param drawn how its members were chosen, null for everyone
     * @param source who says so, null for everyone
     * @param frozen whether its list of members is final
     * @param members how many, each person once
     */
    record CohortForm(
            CohortId id,
            String title,
            String frame,
            Integer referenceYear,
            String drawn,
            String source,
            boolean frozen,
            int members) {
        static CohortForm of(View view, CohortDefined defined) {
            return new CohortForm(
                    defined.cohort(),
                    defined.title(),
                    defined.frame(),
                    defined.referenceYear(),
                    defined.drawn(),
                    defined.source(),
                    view.frozen(defined.cohort()),
                    size(view, defined.cohort()));
        }

        static CohortForm everyone(View view) {
            return new CohortForm(
                    View.EVERYONE, "Everyone in the ledger", null, null, null, null, false, size(view, View.EVERYONE));
        }

        private static int size(View view, CohortId cohort) {
            return view.members(cohort).orElseThrow().length;
        }
    }

    private final Ask ask;
    private final Versions versions;

    CohortReads(Ask ask, Versions versions) {
        this.ask = ask;
        this.versions = versions;
    }

    @GetMapping({"/cohorts", "/cohorts.csv"})
    @KnownAtParameter
    @Operation(summary = "All cohorts; everyone always exists")
    Page<CohortForm> all(HttpServletRequest request) {
        return Page.whole(CohortForm.class, all(ask.view(request)));
    }

    /** Everyone has no version: nothing can be recorded about it. */
    @GetMapping("/cohorts/{id}")
    @KnownAtParameter
    @Operation(summary = "One cohort and how it was drawn")
    ResponseEntity<CohortForm> one(@PathVariable("id") String id, HttpServletRequest request) {
        var view = ask.view(request);
        var found = all(view).stream()
                .filter(cohort -> cohort.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotInLedger("cohort", id));
        var answer = ResponseEntity.ok();
        return (found.id().equals(View.EVERYONE) ? answer : answer.eTag(versions.tag(found.id(), view))).body(found);
    }

    @GetMapping({"/cohorts/{id}/members", "/cohorts/{id}/members.csv"})
    @OfPeople
    @KnownAtParameter
    @PageParameters
    @Operation(summary = "Who belongs to a cohort, each person once")
    ResponseEntity<Page<ResearcherForm.Item>> members(@PathVariable("id") String id, HttpServletRequest request) {
        var after = Ask.read(request, "after", Page.Cursor::parse, null);
        var view = ask.view(request, after);
        int limit = ask.limit(request);
        int last = Page.Cursor.number(after);
        var found = IntStream.of(view.members(new CohortId(id)).orElseThrow(() -> new NotInLedger("cohort", id)))
                .filter(number -> number > last)
                .limit(limit + 1L)
                .boxed()
                .toList();
        return Page.of(
                request,
                ResearcherForm.Item.class,
                found,
                view.position(),
                limit,
                number -> ResearcherForm.Item.of(view, number));
    }

    private static List<CohortForm> all(View view) {
        var all = new ArrayList<CohortForm>();
        all.add(CohortForm.everyone(view));
        view.cohorts().forEach(defined -> all.add(CohortForm.of(view, defined)));
        return all;
    }
}
