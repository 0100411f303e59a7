package dev.sojourn.api.read;

import dev.sojourn.api.parameter.Ask;
import dev.sojourn.api.parameter.KnownAtParameter;
import dev.sojourn.api.parameter.Page;
import dev.sojourn.api.problem.NotInLedger;
import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.exchange.answer.KnownForm;
import dev.sojourn.exchange.answer.release.ReleaseCheckForm;
import dev.sojourn.exchange.answer.release.ReleaseDetail;
import dev.sojourn.projection.View;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.study.Knowledge;
import dev.sojourn.study.release.ReleaseAnswers;
import dev.sojourn.time.KnownAt;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which releases there are. */
@RestController
@RequestMapping("/api/v1")
final class ReleaseReads {
    /**
     * A release.
     *
     * @param knownAt the moment of knowledge it names
     * @param withdrawn whether it should no longer be quoted
     */
    record ReleaseForm(
            ReleaseName name,
            String title,
            KnownForm knownAt,
            String ruleSet,
            Map<String, String> digests,
            boolean withdrawn) {}

    private final Ask ask;
    private final Knowledge knowledge;
    private final LedgerStore store;

    ReleaseReads(Ask ask, Knowledge knowledge, LedgerStore store) {
        this.ask = ask;
        this.knowledge = knowledge;
        this.store = store;
    }

    @GetMapping({"/releases", "/releases.csv"})
    @KnownAtParameter
    @Operation(summary = "All releases, in the order of the positions they name")
    Page<ReleaseForm> all(HttpServletRequest request) {
        var view = ask.view(request);
        return Page.whole(
                ReleaseForm.class,
                view.releases().stream().map(release -> form(view, release)).toList());
    }

    @GetMapping("/releases/{name}")
    @KnownAtParameter
    @Operation(summary = "One release: how to cite it, and what its figures answer, which never changes")
    ResponseEntity<ReleaseDetail> one(@PathVariable("name") String name, HttpServletRequest request) {
        var view = ask.view(request);
        var found = release(view, name);
        var detail = ReleaseDetail.of(found, view.withdrawn(found.release()), then(found), store);
        return ResponseEntity.ok()
                .eTag(Version.tag(store, found.release(), view))
                .body(detail);
    }

    @GetMapping({"/releases/{name}/verify", "/releases/{name}/verify.csv"})
    @Operation(summary = "Compute every figure of a release again, and compare with what was published")
    ReleaseCheckForm verify(@PathVariable("name") String name, HttpServletRequest request) {
        var found = release(ask.view(request), name);
        return ReleaseCheckForm.of(found, new ReleaseAnswers(found, then(found)));
    }

    private View then(ReleasePublished release) {
        return knowledge.at(new KnownAt.AtPosition(release.position()));
    }

    private static ReleasePublished release(View view, String name) {
        return view.releases().stream()
                .filter(release -> release.release().value().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotInLedger("release", name));
    }

    private ReleaseForm form(View view, ReleasePublished release) {
        return new ReleaseForm(
                release.release(),
                release.title(),
                new KnownForm(release.position(), KnownForm.time(store.recordedAt(release.position()))),
                release.ruleSet(),
                release.digests(),
                view.withdrawn(release.release()));
    }
}
