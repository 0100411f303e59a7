package dev.sojourn.api.read;

import dev.sojourn.api.parameter.Ask;
import dev.sojourn.api.parameter.KnownAtParameter;
import dev.sojourn.api.parameter.Page;
import dev.sojourn.api.parameter.PageParameters;
import dev.sojourn.api.problem.NotInLedger;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.projection.View;
import dev.sojourn.store.LedgerStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.function.IntPredicate;
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
    private final LedgerStore store;

    ResearcherReads(Ask ask, LedgerStore store) {
        this.ask = ask;
        this.store = store;
    }

    @GetMapping({"/researchers", "/researchers.csv"})
    @KnownAtParameter
    @PageParameters
    @Operation(summary = "People, by name, identifier or cohort")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "q",
            description = "Part of a name, or a whole id or identifier.",
            example = "yang")
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
        int[] members = view.members(cohort).orElseThrow(() -> new NotInLedger("cohort", cohort.value()));
        IntPredicate wanted = Ask.read(request, "q", text -> matching(view, text), number -> true);
        int last = Page.Cursor.number(after);
        var found = IntStream.of(members)
                .filter(number -> number > last)
                .filter(wanted)
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

    @GetMapping("/researchers/{id}")
    @KnownAtParameter
    @Operation(summary = "One person: names, identifiers, degrees, origin")
    ResponseEntity<ResearcherForm> one(@PathVariable("id") String id, HttpServletRequest request) {
        var view = ask.view(request);
        var researcher = new ResearcherId(id);
        var form = ResearcherForm.of(view, number(view, researcher));
        return ResponseEntity.ok().eTag(Version.tag(store, researcher, view)).body(form);
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

    private static IntPredicate matching(View view, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("q needs at least one letter");
        }
        String sought = text.strip().toLowerCase(Locale.ROOT);
        return number -> view.researcher(number).value().equalsIgnoreCase(sought)
                || named(view, number, sought)
                || view.identifiers(number).stream()
                        .anyMatch(identifier -> identifier.toString().equalsIgnoreCase(sought)
                                || identifier.value().equalsIgnoreCase(sought));
    }

    private static boolean named(View view, int number, String sought) {
        var names = view.names(number);
        return names != null
                && names.byScript().values().stream()
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(sought));
    }
}
