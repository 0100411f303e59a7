package dev.sojourn.api.trail;

import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.api.parameter.AsOfParameter;
import dev.sojourn.api.parameter.Ask;
import dev.sojourn.api.parameter.KnownAtParameter;
import dev.sojourn.api.problem.BadQuestion;
import dev.sojourn.api.problem.NotInLedger;
import dev.sojourn.audit.diff.Diff;
import dev.sojourn.audit.history.Histories;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.exchange.answer.trail.DiffForm;
import dev.sojourn.projection.View;
import dev.sojourn.study.Knowledge;
import dev.sojourn.time.KnownAt;
import dev.sojourn.time.Vantage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What differs of a person between two moments of knowledge, or two days. */
@RestController
final class DiffReads {
    private final Ask ask;
    private final Knowledge knowledge;
    private final Histories histories;
    private final RegionMap regions;

    DiffReads(Ask ask, Knowledge knowledge, Histories histories, RegionMap regions) {
        this.ask = ask;
        this.knowledge = knowledge;
        this.histories = histories;
        this.regions = regions;
    }

    @GetMapping({"/api/v1/researchers/{id}/diff", "/api/v1/researchers/{id}/diff.csv"})
    @KnownAtParameter
    @AsOfParameter
    @Operation(
            summary = "What differs of a person between two moments of knowledge or two days, and which events did it",
            description = "Exact: what is listed, applied to the first, gives the second.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "knownAt2",
            description = "The second moment of knowledge, written like knownAt (default: now).",
            example = "now")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "asOf2",
            description = "The second day, written like asOf (default: the first one).",
            example = "2025")
    DiffForm diff(@PathVariable("id") String id, HttpServletRequest request) {
        if (Stream.of("knownAt", "knownAt2", "asOf2").allMatch(name -> request.getParameter(name) == null)) {
            throw new BadQuestion(
                    "missing-parameter", "knownAt", "name two moments (knownAt) or two days (asOf, asOf2)");
        }
        var view = ask.view(request);
        var view2 = Ask.read(request, "knownAt2", text -> knowledge.at(KnownAt.parse(text)), knowledge.at(KnownAt.NOW));
        var later = view.position() > view2.position() ? view : view2;
        var researcher = new ResearcherId(id);
        if (view.find(researcher) == View.NONE && view2.find(researcher) == View.NONE) {
            throw new NotInLedger("researcher", id);
        }
        var day = Ask.read(request, "asOf", Vantage::day, LocalDate.ofInstant(later.recorded(), ZoneOffset.UTC));
        var first = new Diff.At(view, day);
        var second = new Diff.At(view2, Ask.read(request, "asOf2", Vantage::day, day));
        return DiffForm.of(
                researcher, first, second, Diff.of(researcher, first, second, regions, histories.teller(later)));
    }
}
