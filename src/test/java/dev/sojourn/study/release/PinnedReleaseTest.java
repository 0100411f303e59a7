package dev.sojourn.study.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.event.form.EventText;
import dev.sojourn.event.form.Upcasters;
import dev.sojourn.projection.View;
import dev.sojourn.study.Figures;
import dev.sojourn.study.ReferenceTimeline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * All figures of the article and some questions more, on the reference ledger, as an earlier version of the program stored
 * them. If this fails, releases that were published cannot be verified any more: what a digest is of never changes, and what
 * an answer learns to tell in addition stays out of it ({@code Answer.counted}).
 */
@DisplayName("A release as an earlier version stored it")
class PinnedReleaseTest {

    private final ReleasePublished release = stored();
    private final View then = ReferenceTimeline.whole().at(release.position());

    private static ReleasePublished stored() {
        try (var file = PinnedReleaseTest.class.getResourceAsStream("/releases/revision-2.json")) {
            String payload = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return (ReleasePublished) new EventText(Upcasters.CURRENT).read("ReleasePublished", "2", payload);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void still_verifies_with_every_digest() {
        var checks = new ReleaseAnswers(release, then).checks();
        assertThat(checks).hasSize(29);
        assertThat(checks).filteredOn(check -> !check.pass()).isEmpty();
        assertThat(checks).extracting(ReleaseAnswers.Check::regions).containsOnly("reference-1");
        assertThat(release.questions().values().stream()
                        .map(question -> question.analysis())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("composition", "retention", "flows", "state", "survival", "paths", "moves");
    }

    @Test
    void holds_every_figure_that_is_published_today() {
        assertThat(release.questions().keySet())
                .containsAll(
                        Figures.load().all().stream().map(figure -> figure.id()).toList());
    }
}
