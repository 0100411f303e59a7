package dev.sojourn.study.open;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.projection.Timeline;
import dev.sojourn.study.Figures;
import dev.sojourn.study.ReferenceTimeline;
import dev.sojourn.study.release.Publication;
import dev.sojourn.study.rule.RuleBook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every figure of the article, published four times: as known after each tracker, before the article, and at last. */
@DisplayName("Public releases of the reference ledger")
class PublicReferenceTest {

    private static final int THRESHOLD = 5;

    private final Timeline timeline =
            ReferenceTimeline.events().timeline(ReferenceTimeline.events().head());

    private final List<PublicRelease> open = new PublicReleases(THRESHOLD, timeline::at)
            .of(List.of(release(2243), release(3200), release(4900), release((int) timeline.position())));

    private ReleasePublished release(int position) {
        var command = Publication.of(
                        new ReleaseName("at-" + position),
                        "At " + position,
                        timeline.at(position),
                        Figures.load(),
                        RuleBook.load(),
                        "standard",
                        Remarks.NONE)
                .command();
        return new ReleasePublished(
                command.release(),
                command.title(),
                command.position(),
                command.ruleSet(),
                command.digests(),
                command.questions(),
                command.regions(),
                Remarks.NONE);
    }

    @Test
    void tell_of_no_small_group_by_adding_and_subtracting() {
        var attack = new Attack();
        open.forEach(release -> attack.read(release, timeline::at));
        assertThat(attack.numbers()).isGreaterThan(60);
        attack.subtract(THRESHOLD);
        attack.eliminate();
        assertThat(attack.groups().stream()
                        .filter(group -> group.length < THRESHOLD && attack.tells(group, ones(group.length))))
                .isEmpty();
    }

    private static int[] ones(int length) {
        int[] ones = new int[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** 100, of whom 87 stayed; 10 returned and 3 are elsewhere, which only 13 together do not give away. */
    @Test
    void show_the_87_and_the_13_others_but_not_the_10_and_the_3() {
        var published = new ArrayList<>(
                new PublicReleases(THRESHOLD, timeline::at).of(List.of(release((int) timeline.position()))));
        var retained = published.get(0).figures().stream()
                .filter(figure -> figure.id().equals("retained-87"))
                .findFirst()
                .orElseThrow();
        Map<String, Integer> end = retained.numbers().stream()
                .filter(number -> number.on() == null)
                .collect(Collectors.toMap(PublicFigure.Told::name, PublicFigure.Told::count));
        assertThat(end).containsEntry("base", 100).containsEntry("retained", 87).containsEntry("other:end", 13);
        assertThat(end).doesNotContainKeys("destination:CN", "destination:GB");
    }
}
