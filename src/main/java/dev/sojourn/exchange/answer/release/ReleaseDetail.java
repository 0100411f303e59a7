package dev.sojourn.exchange.answer.release;

import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.event.value.ReleasedRegions;
import dev.sojourn.exchange.answer.KnownForm;
import dev.sojourn.projection.View;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.study.release.Citation;
import dev.sojourn.study.release.ReleaseAnswers;
import dev.sojourn.study.release.ReleasedFigure;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A release with what its figures answer.
 *
 * @param knownAt the moment of knowledge it names
 * @param regions versions of the region maps it keeps; each figure tells which one it was answered with
 * @param digests for each figure, the SHA-256 of what is counted
 * @param withdrawn whether it should no longer be quoted
 * @param citation how to quote it
 * @param figures those whose questions it keeps
 */
public record ReleaseDetail(
        ReleaseName name,
        String title,
        KnownForm knownAt,
        String ruleSet,
        List<String> regions,
        Map<String, String> digests,
        boolean withdrawn,
        Citation citation,
        List<Figure> figures) {
    /**
     * One figure.
     *
     * @param digest the SHA-256 of {@code counted} as canonical JSON: members by name, no white space, UTF-8
     * @param call the question as a call, at the release's moment of knowledge
     * @param counted question and counts
     */
    public record Figure(String id, String digest, String call, Map<String, Object> counted) {}

    /**
     * The form of a release.
     *
     * @param then the ledger at the release's position
     */
    public static ReleaseDetail of(ReleasePublished release, boolean withdrawn, View then, LedgerStore store) {
        return new ReleaseDetail(
                release.release(),
                release.title(),
                KnownForm.of(then),
                release.ruleSet(),
                release.regions().stream().map(ReleasedRegions::version).toList(),
                release.digests(),
                withdrawn,
                citation(release, withdrawn, store),
                new ReleaseAnswers(release, then)
                        .figures().stream().map(each -> figure(each, release)).toList());
    }

    /** How to quote a release; the link is below the server's address. */
    public static Citation citation(ReleasePublished release, boolean withdrawn, LedgerStore store) {
        String name = URLEncoder.encode(release.release().value(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        return Citation.of(release, "/api/v1/releases/" + name, withdrawn, store);
    }

    private static Figure figure(ReleasedFigure figure, ReleasePublished release) {
        var asked = ReleasedFigure.askedAgain(figure.question(), "release:" + release.release());
        return new Figure(figure.id(), figure.digest(), asked.call(), figure.counted());
    }
}
