package dev.sojourn.api.read;

import dev.sojourn.api.parameter.AsOfParameter;
import dev.sojourn.api.parameter.Ask;
import dev.sojourn.api.parameter.KnownAtParameter;
import dev.sojourn.api.parameter.Page;
import dev.sojourn.api.parameter.PageParameters;
import dev.sojourn.api.problem.NotInLedger;
import dev.sojourn.event.value.GroupId;
import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Sector;
import dev.sojourn.exchange.answer.EventForm;
import dev.sojourn.exchange.answer.KnownForm;
import dev.sojourn.projection.View;
import dev.sojourn.projection.column.Country;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.time.Vantage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
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
@RequestMapping("/api/v1/institutions")
final class InstitutionReads {
    /**
     * An institution on a day.
     *
     * @param countsAs itself, or the institution it has merged into by that day
     * @param country of its headquarters, null if not known
     * @param parent its ultimate parent, itself if it has none
     */
    record Item(
            InstitutionId id,
            Names names,
            List<Identifier> identifiers,
            InstitutionId countsAs,
            String country,
            Sector sector,
            InstitutionId parent,
            List<GroupId> groups) {
        static Item of(View view, int number, LocalDate asOf) {
            var profile = view.profile(number);
            var state = view.institutions(asOf).state(number);
            return new Item(
                    view.institution(number),
                    profile.names(),
                    profile.identifiers(),
                    view.institution(state.institution()),
                    state.country() == Country.UNKNOWN ? null : Country.code(state.country()),
                    state.sector(),
                    view.institution(state.parent()),
                    state.groups().stream()
                            .sorted(Comparator.comparing(GroupId::value))
                            .toList());
        }
    }

    /** One institution on a day, and all that was ever recorded about it. */
    record InstitutionForm(LocalDate asOf, KnownForm knownAt, Item institution, List<EventForm> history) {}

    private final Ask ask;
    private final LedgerStore store;

    InstitutionReads(Ask ask, LedgerStore store) {
        this.ask = ask;
        this.store = store;
    }

    @GetMapping
    @KnownAtParameter
    @AsOfParameter
    @PageParameters
    @Operation(summary = "Institutions, by name")
    @Parameter(in = ParameterIn.QUERY, name = "q", description = "Part of a name, or a whole id.", example = "carnegie")
    ResponseEntity<Page<Item>> search(HttpServletRequest request) {
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
        return Page.of(request, found, view.position(), limit, number -> Item.of(view, number, asOf));
    }

    @GetMapping("/{id}")
    @KnownAtParameter
    @AsOfParameter
    @Operation(summary = "One institution on a day, with all that was recorded about it")
    ResponseEntity<InstitutionForm> one(@PathVariable("id") String id, HttpServletRequest request) {
        var view = ask.view(request);
        var institution = new InstitutionId(id);
        int number = view.find(institution);
        if (number == View.NONE) {
            throw new NotInLedger("institution", id);
        }
        var asOf = Ask.read(request, "asOf", Vantage::day, today(view));
        var history = store.ofSubject(institution, view.position()).stream()
                .map(EventForm::of)
                .toList();
        return ResponseEntity.ok()
                .eTag("\"" + (history.size() - 1) + "\"")
                .body(new InstitutionForm(asOf, KnownForm.of(view), Item.of(view, number, asOf), history));
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
