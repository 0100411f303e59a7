package dev.sojourn.api.read;

import dev.sojourn.analysis.Roster;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Filter;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.analysis.question.Rules;
import dev.sojourn.api.parameter.AsOfParameter;
import dev.sojourn.api.parameter.Ask;
import dev.sojourn.api.parameter.KnownAtParameter;
import dev.sojourn.api.parameter.OfPeople;
import dev.sojourn.api.parameter.Page;
import dev.sojourn.api.parameter.PageParameters;
import dev.sojourn.api.problem.NotInLedger;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.exchange.answer.EventForm;
import dev.sojourn.exchange.answer.KnownForm;
import dev.sojourn.projection.Effective;
import dev.sojourn.projection.View;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.time.Vantage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Questions about institutions. */
@RestController
@RequestMapping("/api/v1")
final class InstitutionReads {
    private final Ask ask;
    private final LedgerStore store;
    private final Versions versions;
    private final RegionMap regions;

    InstitutionReads(Ask ask, LedgerStore store, Versions versions, RegionMap regions) {
        this.ask = ask;
        this.store = store;
        this.versions = versions;
        this.regions = regions;
    }

    @GetMapping({"/institutions", "/institutions.csv"})
    @KnownAtParameter
    @AsOfParameter
    @PageParameters
    @Operation(summary = "Institutions, by name")
    @Parameter(in = ParameterIn.QUERY, name = "q", description = "Part of a name, or a whole id.", example = "carnegie")
    ResponseEntity<Page<InstitutionForm.Item>> search(HttpServletRequest request) {
        var after = Ask.read(request, "after", Page.Cursor::parse, null);
        var view = ask.view(request, after);
        int limit = ask.limit(request);
        var asOf = Ask.read(request, "asOf", Vantage::day, today(view));
        IntPredicate wanted = Ask.read(request, "q", text -> matching(view, text), number -> true);
        var found = IntStream.range(Page.Cursor.number(after) + 1, view.institutionCount())
                .filter(number -> view.profile(number) != null)
                .filter(wanted)
                .limit(limit + 1L)
                .boxed()
                .toList();
        return Page.of(
                request,
                InstitutionForm.Item.class,
                found,
                view.position(),
                limit,
                number -> InstitutionForm.Item.of(view, number, asOf));
    }

    @GetMapping("/institutions/{id}")
    @KnownAtParameter
    @AsOfParameter
    @Operation(summary = "One institution on a day, with its dated facts, how many are there, and its history")
    ResponseEntity<InstitutionForm> one(@PathVariable("id") String id, HttpServletRequest request) {
        var view = ask.view(request);
        var asOf = Ask.read(request, "asOf", Vantage::day, today(view));
        int number = number(view, id);
        var events = store.ofSubject(view.institution(number), view.position());
        var there = there(view, number, asOf, null, 1);
        return ResponseEntity.ok()
                .eTag(versions.tag(view.institution(number), view))
                .body(new InstitutionForm(
                        asOf,
                        KnownForm.of(view),
                        InstitutionForm.Item.of(view, number, asOf),
                        there.total(),
                        Effective.of(events).stream().map(DatedFact::of).toList(),
                        events.stream().map(EventForm::of).toList()));
    }

    @GetMapping({"/institutions/{id}/people", "/institutions/{id}/people.csv"})
    @OfPeople
    @KnownAtParameter
    @AsOfParameter
    @PageParameters
    @Operation(
            summary = "Who is at an institution on a day",
            description = "Those whose deciding spell is there, as all analyses count them; mergers are followed.")
    ResponseEntity<Page<PersonThere>> people(@PathVariable("id") String id, HttpServletRequest request) {
        var after = Ask.read(request, "after", Page.Cursor::parse, null);
        var view = ask.view(request, after);
        int limit = ask.limit(request);
        var asOf = Ask.read(request, "asOf", Vantage::day, today(view));
        var begin = after == null ? null : view.researcher(Page.Cursor.number(after));
        var found = there(view, number(view, id), asOf, begin, limit + 1).members();
        return Page.of(
                request,
                PersonThere.class,
                found.stream().map(person -> view.find(person.researcher())).toList(),
                view.position(),
                limit,
                number -> found.stream()
                        .filter(person -> view.find(person.researcher()) == number)
                        .findFirst()
                        .map(PersonThere::of)
                        .orElseThrow());
    }

    private Roster there(View view, int number, LocalDate asOf, ResearcherId after, int limit) {
        var survivor = view.institution(view.institutions(asOf).state(number).institution());
        var here = new Filter(Attribute.INSTITUTION, List.of(survivor.value()), false, null);
        var everyone = new Population(View.EVERYONE, List.of(here), Rules.standard(regions));
        return Roster.of(view, new Roster.Question(everyone, asOf, after, limit));
    }

    private static int number(View view, String id) {
        int number = view.find(new InstitutionId(id));
        if (number == View.NONE) {
            throw new NotInLedger("institution", id);
        }
        return number;
    }

    /** The day of the moment of knowledge: no clock is asked, so the answer can be repeated. */
    private static LocalDate today(View view) {
        return LocalDate.ofInstant(view.recorded(), ZoneOffset.UTC);
    }

    private static IntPredicate matching(View view, String text) {
        String sought = text.strip().toLowerCase(Locale.ROOT);
        return number -> view.institution(number).value().equalsIgnoreCase(sought)
                || view.profile(number).names().byScript().values().stream()
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(sought));
    }
}
