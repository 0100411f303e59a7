package dev.sojourn.api.read;

import dev.sojourn.api.parameter.Ask;
import dev.sojourn.api.parameter.KnownAtParameter;
import dev.sojourn.api.parameter.OfPeople;
import dev.sojourn.api.parameter.Page;
import dev.sojourn.api.parameter.PageParameters;
import dev.sojourn.api.problem.NotInLedger;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.projection.View;
import dev.sojourn.study.search.PeopleSearch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Questions about people. */
@RestController
@RequestMapping("/api/v1")
final class ResearcherReads {
    private final Ask ask;
    private final Versions versions;
    private final PeopleSearch search;

    ResearcherReads(Ask ask, Versions versions, PeopleSearch search) {
        this.search = search;
        this.ask = ask;
        this.versions = versions;
    }

    @GetMapping({"/researchers", "/researchers.csv"})
    @OfPeople
    @KnownAtParameter
    @PageParameters
    @Operation(summary = "People, by name, identifier or cohort")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "q",
            description = "A name in any script and order, beginnings of it, initials beside a whole word; or an id or"
                    + " identifier. The best answers come first.",
            example = "Zhi-Lin Yang")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "cohort",
            description = "Members of this cohort.",
            example = "neurips-2019")
    ResponseEntity<Page<ResearcherForm.Item>> search(HttpServletRequest request) {
        var after = Ask.read(request, "after", Page.Cursor::parse, null);
        var view = ask.view(request, after);
        int limit = ask.limit(request);
        var cohort = Ask.read(request, "cohort", CohortId::new, View.EVERYONE);
        int last = Page.Cursor.number(after);
        var found = Ask.read(request, "q", text -> search.find(view, text), null);
        if (found != null) {
            return ranked(
                    request, view, cohort.equals(View.EVERYONE) ? found : among(view, cohort, found), last + 1, limit);
        }
        var numbers = IntStream.of(members(view, cohort))
                .filter(number -> number > last)
                .limit(limit + 1L)
                .boxed()
                .toList();
        return Page.of(
                request,
                ResearcherForm.Item.class,
                numbers,
                view.position(),
                limit,
                number -> ResearcherForm.Item.of(view, number));
    }

    /** Their places in the answer number the items: a cursor goes on after a place, in the same answer. */
    private static ResponseEntity<Page<ResearcherForm.Item>> ranked(
            HttpServletRequest request, View view, List<Integer> found, int from, int limit) {
        var places = IntStream.range(from, Math.max(from, Math.min(from + limit + 1, found.size())))
                .boxed()
                .toList();
        return Page.of(
                request,
                ResearcherForm.Item.class,
                places,
                view.position(),
                limit,
                place -> ResearcherForm.Item.of(view, found.get(place)));
    }

    private static List<Integer> among(View view, CohortId cohort, List<Integer> found) {
        var members = IntStream.of(members(view, cohort)).boxed().collect(Collectors.toSet());
        return found.stream().filter(members::contains).toList();
    }

    private static int[] members(View view, CohortId cohort) {
        return view.members(cohort).orElseThrow(() -> new NotInLedger("cohort", cohort.value()));
    }

    @GetMapping("/researchers/{id}")
    @KnownAtParameter
    @Operation(summary = "One person: names, identifiers, degrees, origin")
    ResponseEntity<ResearcherForm> one(@PathVariable("id") String id, HttpServletRequest request) {
        var view = ask.view(request);
        var researcher = new ResearcherId(id);
        var form = ResearcherForm.of(view, number(view, researcher));
        return ResponseEntity.ok().eTag(versions.tag(researcher, view)).body(form);
    }

    @GetMapping({"/researchers/{id}/spells", "/researchers/{id}/spells.csv"})
    @KnownAtParameter
    @Operation(summary = "A person's spells, as believed at a moment")
    SpellForm.Spells spells(@PathVariable("id") String id, HttpServletRequest request) {
        var view = ask.view(request);
        return SpellForm.Spells.of(view, number(view, new ResearcherId(id)));
    }

    private static int number(View view, ResearcherId id) {
        int number = view.find(id);
        if (number == View.NONE) {
            throw new NotInLedger("researcher", id.value());
        }
        return number;
    }
}
