package dev.sojourn.api.trail;

import dev.sojourn.api.parameter.Ask;
import dev.sojourn.api.parameter.OfPeople;
import dev.sojourn.api.parameter.Page;
import dev.sojourn.api.problem.NotInLedger;
import dev.sojourn.audit.history.Histories;
import dev.sojourn.audit.history.History;
import dev.sojourn.audit.history.Part;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.Id;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.exchange.answer.trail.HistoryForm;
import dev.sojourn.projection.View;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BiFunction;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What was recorded, in words: who, when, what, why, and whether it was undone. */
@RestController
@RequestMapping("/api/v1")
final class HistoryReads {
    private final Ask ask;
    private final Readers readers;
    private final Histories histories;

    HistoryReads(Ask ask, Readers readers, Histories histories) {
        this.ask = ask;
        this.readers = readers;
        this.histories = histories;
    }

    @GetMapping({"/researchers/{id}/history", "/researchers/{id}/history.csv"})
    @HistoryParameters
    @Operation(summary = "Everything recorded about a person, and about those merged into them")
    ResponseEntity<HistoryForm> ofResearcher(@PathVariable("id") String id, HttpServletRequest request) {
        return of(new ResearcherId(id), request);
    }

    @GetMapping({"/institutions/{id}/history", "/institutions/{id}/history.csv"})
    @HistoryParameters
    @Operation(summary = "Everything recorded about an institution")
    ResponseEntity<HistoryForm> ofInstitution(@PathVariable("id") String id, HttpServletRequest request) {
        return of(new InstitutionId(id), request);
    }

    @GetMapping({"/cohorts/{id}/history", "/cohorts/{id}/history.csv"})
    @HistoryParameters
    @Operation(summary = "Everything recorded about a cohort")
    ResponseEntity<HistoryForm> ofCohort(@PathVariable("id") String id, HttpServletRequest request) {
        return of(new CohortId(id), request);
    }

    @GetMapping({"/releases/{name}/history", "/releases/{name}/history.csv"})
    @HistoryParameters
    @Operation(summary = "Everything recorded about a release")
    ResponseEntity<HistoryForm> ofRelease(@PathVariable("name") String name, HttpServletRequest request) {
        return of(new ReleaseName(name), request);
    }

    @GetMapping({"/actors/{name}/history", "/actors/{name}/history.csv"})
    @OfPeople(whole = true)
    @HistoryParameters
    @Operation(
            summary = "Everything that somebody recorded",
            description = "For auditors and administrators; a curator may ask for their own.")
    ResponseEntity<HistoryForm> byActor(@PathVariable("name") String name, HttpServletRequest request) {
        if (!readers.auditor(request) && !request.getUserPrincipal().getName().equals(name)) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN, "what others recorded is for auditors and administrators to see");
        }
        return whole(
                "actor:" + name,
                request,
                (view, part) -> histories.all(view, Asked.wanted(request).by(name), part));
    }

    @GetMapping({"/imports/{id}/history", "/imports/{id}/history.csv"})
    @OfPeople(whole = true)
    @HistoryParameters
    @Operation(summary = "Everything that came with an import")
    ResponseEntity<HistoryForm> ofImport(@PathVariable("id") String id, HttpServletRequest request) {
        return whole(
                "import:" + id,
                request,
                (view, part) -> histories.all(view, Asked.wanted(request).with(id), part));
    }

    @GetMapping({"/history", "/history.csv"})
    @OfPeople(whole = true)
    @HistoryParameters
    @Operation(summary = "Everything recorded in the whole ledger")
    ResponseEntity<HistoryForm> all(HttpServletRequest request) {
        return whole("ledger", request, (view, part) -> histories.all(view, Asked.wanted(request), part));
    }

    private ResponseEntity<HistoryForm> of(Id subject, HttpServletRequest request) {
        return whole(subject.key(), request, (view, part) -> histories
                .of(subject, view, Asked.wanted(request), part)
                .orElseThrow(() -> new NotInLedger(subject.kind(), subject.value())));
    }

    private ResponseEntity<HistoryForm> whole(
            String whose, HttpServletRequest request, BiFunction<View, Part, History> answer) {
        var after = Ask.read(request, "after", Page.Cursor::parse, null);
        var view = ask.view(request, after);
        var history = answer.apply(view, Asked.part(request, after, ask.limit(request)));
        if (!history.more()) {
            return ResponseEntity.ok(HistoryForm.of(whose, history, null));
        }
        var last = history.lines().get(history.lines().size() - 1).recorded();
        String next = new Page.Cursor(view.position(), Long.toString(last.position())).toString();
        return ResponseEntity.ok()
                .header(HttpHeaders.LINK, Page.link(request, next))
                .body(HistoryForm.of(whose, history, next));
    }
}
