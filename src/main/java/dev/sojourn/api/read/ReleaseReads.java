package dev.sojourn.api.read;

import dev.sojourn.access.AccessMode;
import dev.sojourn.api.parameter.Ask;
import dev.sojourn.api.parameter.KnownAtParameter;
import dev.sojourn.api.parameter.Page;
import dev.sojourn.api.problem.BadQuestion;
import dev.sojourn.api.problem.NotInLedger;
import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.exchange.answer.KnownForm;
import dev.sojourn.exchange.answer.release.PublicReleaseForm;
import dev.sojourn.exchange.answer.release.ReleaseCheckForm;
import dev.sojourn.exchange.answer.release.ReleaseDetail;
import dev.sojourn.projection.View;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.study.Knowledge;
import dev.sojourn.study.open.PublicReleases;
import dev.sojourn.study.release.ReleaseAnswers;
import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.time.KnownAt;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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
    private static final String PUBLIC =
            "Without a login, or with view=public: counts only, none of fewer people than the"
                    + " threshold, and none from which such a count could be worked out by adding and subtracting all numbers of this"
                    + " release and of those published before it. other:cell is all cells not shown, together; withheld names what"
                    + " nothing is shown of, be there nobody or too few. A release that was withdrawn shows no figures. Also as CSV, by Accept: text/csv.";

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

    /** What everybody sees in the list. */
    record PublicLine(ReleaseName name, String title, KnownForm knownAt, boolean withdrawn) {}

    private final Ask ask;
    private final Knowledge knowledge;
    private final LedgerStore store;
    private final Versions versions;
    private final PublicReleases open;
    private final AccessMode mode;
    private final RuleBook rules;

    ReleaseReads(
            Ask ask,
            Knowledge knowledge,
            LedgerStore store,
            Versions versions,
            PublicReleases open,
            AccessMode mode,
            RuleBook rules) {
        this.ask = ask;
        this.knowledge = knowledge;
        this.store = store;
        this.versions = versions;
        this.open = open;
        this.mode = mode;
        this.rules = rules;
    }

    @GetMapping({"/releases", "/releases.csv"})
    @KnownAtParameter
    @Operation(
            summary = "All releases, in the order of the positions they name",
            description = "Without a login, or with view=public: name, title, moment and whether withdrawn, of all that"
                    + " were published by now.")
    @PublicView
    Page<?> all(HttpServletRequest request) {
        if (asEverybody(request)) {
            var now = knowledge.at(KnownAt.NOW);
            return Page.whole(
                    PublicLine.class,
                    now.releases().stream().map(release -> line(now, release)).toList());
        }
        var view = ask.view(request);
        return Page.whole(
                ReleaseForm.class,
                view.releases().stream().map(release -> form(view, release)).toList());
    }

    @GetMapping("/releases/{name}")
    @KnownAtParameter
    @Operation(
            summary = "One release: how to cite it, and what its figures answer, which never changes",
            description = PUBLIC)
    @PublicView
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(oneOf = {ReleaseDetail.class, PublicReleaseForm.class})))
    ResponseEntity<?> one(@PathVariable("name") String name, HttpServletRequest request) {
        if (asEverybody(request)) {
            var now = knowledge.at(KnownAt.NOW);
            var release = release(now, name);
            var seen = open.find(release, PublicReleases.inOrder(now, store));
            return ResponseEntity.ok(
                    PublicReleaseForm.of(seen, now.withdrawn(release.release()), then(release), store));
        }
        var view = ask.view(request);
        var found = release(view, name);
        var detail = ReleaseDetail.of(found, view.withdrawn(found.release()), then(found), store);
        return ResponseEntity.ok().eTag(versions.tag(found.release(), view)).body(detail);
    }

    @GetMapping({"/releases/{name}/verify", "/releases/{name}/verify.csv"})
    @Operation(
            summary = "Compute every figure of a release again, and compare with what was published",
            description =
                    "Under the rules and region maps that the release keeps. regionsChanged: config/regions.yaml has"
                            + " another map under that version by now, so that answers to this release's questions asked anew can"
                            + " differ.")
    ReleaseCheckForm verify(@PathVariable("name") String name, HttpServletRequest request) {
        var found = release(ask.view(request), name);
        return ReleaseCheckForm.of(found, new ReleaseAnswers(found, then(found)), rules);
    }

    /** Whether to answer as to somebody without an account; on a server that is open to all, only who asks for that. */
    private boolean asEverybody(HttpServletRequest request) {
        boolean nobody = mode != AccessMode.OPEN_ON_LOOPBACK && request.getUserPrincipal() == null;
        boolean asked = Ask.read(request, "view", ReleaseReads::isPublic, false);
        if ((nobody || asked) && request.getParameter("knownAt") != null) {
            throw new BadQuestion(
                    "invalid-parameter", "knownAt", "what everybody sees of releases is asked as it is now");
        }
        return nobody || asked;
    }

    private static boolean isPublic(String text) {
        if (!text.equals("public")) {
            throw new IllegalArgumentException("view is public, or not said; not \"" + text + "\"");
        }
        return true;
    }

    private PublicLine line(View view, ReleasePublished release) {
        var form = form(view, release);
        return new PublicLine(form.name(), form.title(), form.knownAt(), form.withdrawn());
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
                KnownForm.of(then(release)),
                release.ruleSet(),
                release.digests(),
                view.withdrawn(release.release()));
    }
}
