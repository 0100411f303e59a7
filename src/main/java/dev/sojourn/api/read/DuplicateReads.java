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
import dev.sojourn.study.search.Candidates;
import dev.sojourn.study.search.Duplicates;
import dev.sojourn.study.search.PeopleSearch;
import dev.sojourn.study.worklist.Effects;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who may be recorded twice, for curators to decide: merge them, or record that they are two. */
@RestController
@RequestMapping("/api/v1")
final class DuplicateReads {
    private final Ask ask;
    private final Duplicates duplicates;
    private final EffectParameter effect;

    DuplicateReads(Ask ask, PeopleSearch search, EffectParameter effect) {
        this.ask = ask;
        this.effect = effect;
        duplicates = new Duplicates(search);
    }

    @GetMapping({"/researchers/{id}/duplicates", "/researchers/{id}/duplicates.csv"})
    @KnownAtParameter
    @PageParameters
    @Operation(
            summary = "Who may be the same person as somebody, and why; the likeliest first",
            description =
                    "People with the same name in any script and order, or with an identifier that differs only in"
                            + " how it is written. Pairs recorded as distinct are left out; of somebody merged it tells those of"
                            + " whom they count as.")
    ResponseEntity<Page<DuplicateForm>> of(@PathVariable("id") String id, HttpServletRequest request) {
        var after = Ask.read(request, "after", Page.Cursor::parse, null);
        var view = ask.view(request, after);
        int number = view.find(new ResearcherId(id));
        if (number == View.NONE) {
            throw new NotInLedger("researcher", id);
        }
        return page(request, view, after, duplicates.of(view, number), null);
    }

    @GetMapping({"/worklists/duplicates", "/worklists/duplicates.csv"})
    @OfPeople
    @KnownAtParameter
    @PageParameters
    @Operation(
            summary = "Pairs of people who may be one, and why; the likeliest first",
            description = "Nobody is merged by this. Where more than 20 share a name, only those who were also at one"
                    + " institution are listed.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "cohort",
            description = "Only pairs of which one or both are members of this cohort.",
            example = "neurips-2019")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "effect",
            description = "A figure: only pairs of which one could move its first value, those who could most first.",
            example = "retained-87")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "rules",
            description = "A rule set, of those at /api/v1/rules, in place of the rules of the figure.")
    ResponseEntity<Page<DuplicateForm>> all(HttpServletRequest request) {
        var after = Ask.read(request, "after", Page.Cursor::parse, null);
        var view = ask.view(request, after);
        var cohort = Ask.read(request, "cohort", CohortId::new, View.EVERYONE);
        var members = IntStream.of(view.members(cohort).orElseThrow(() -> new NotInLedger("cohort", cohort.value())))
                .boxed()
                .collect(Collectors.toSet());
        var pairs = duplicates.all(view).stream()
                .filter(pair -> members.contains(pair.one()) || members.contains(pair.other()))
                .toList();
        var effects = effect.effects(request, view);
        return page(request, view, after, effects == null ? pairs : byEffect(pairs, effects), effects);
    }

    /** Those alone who could move something; of equal effect the likeliest first. */
    private static List<Candidates> byEffect(List<Candidates> pairs, Map<Integer, Double> effects) {
        return pairs.stream()
                .filter(pair -> effect(pair, effects) > 0)
                .sorted(Comparator.comparingDouble((Candidates pair) -> -effect(pair, effects)))
                .toList();
    }

    /** As one person the two are where either is, so as far as the one who matters more. */
    private static double effect(Candidates pair, Map<Integer, Double> effects) {
        return Math.max(effects.getOrDefault(pair.one(), 0.0), effects.getOrDefault(pair.other(), 0.0));
    }

    /** A cursor goes on after a place in the list. */
    private ResponseEntity<Page<DuplicateForm>> page(
            HttpServletRequest request,
            View view,
            Page.Cursor after,
            List<Candidates> pairs,
            Map<Integer, Double> effects) {
        int limit = ask.limit(request);
        int from = Page.Cursor.number(after) + 1;
        var places = IntStream.range(from, Math.max(from, Math.min(from + limit + 1, pairs.size())))
                .boxed()
                .toList();
        return Page.of(
                request,
                DuplicateForm.class,
                places,
                view.position(),
                limit,
                place -> DuplicateForm.of(
                        view,
                        pairs.get(place),
                        effects == null ? null : Effects.shown(effect(pairs.get(place), effects))));
    }
}
