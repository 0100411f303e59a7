package dev.sojourn.study.open;

import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.projection.View;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.study.SavedQuestion;
import dev.sojourn.study.release.ReleaseAnswers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;

/**
 * All releases as everybody may see them, those published first decided first: what an earlier one shows never changes, a
 * later one yields. What was shown stays decided when a release is withdrawn, since it was seen.
 *
 * <p>A number is shown if it counts at least {@code threshold} people, if nothing about fewer can be worked out of all
 * numbers ever shown ({@link Shown#safe}), and if it differs by none or by that many from the same number of each earlier
 * release. All of that depends on nothing but the releases and the threshold. For many threads.
 */
public final class PublicReleases {

    private final int threshold;
    private final LongFunction<View> at;
    private final Map<ResearcherId, Integer> people = new HashMap<>();
    private final Map<SavedQuestion, List<Map<String, Integer>>> readable = new HashMap<>();
    private final List<PublicRelease> decided = new ArrayList<>();
    private Shown shown = new Shown();

    /**
     * Nothing is computed before it is asked.
     *
     * @param threshold 1 or more; 1 shows everything
     * @param at what was believed at a position
     * @throws IllegalArgumentException for a threshold below 1
     */
    public PublicReleases(int threshold, LongFunction<View> at) {
        if (threshold < 1) {
            throw new IllegalArgumentException("the threshold for the public is 1 or more, not " + threshold);
        }
        this.threshold = threshold;
        this.at = at;
    }

    /**
     * Those that are given.
     *
     * @param published in the order of publication, beginning with the very first
     */
    public synchronized List<PublicRelease> of(List<ReleasePublished> published) {
        for (var release : published.subList(Math.min(decided.size(), published.size()), published.size())) {
            decided.add(decide(release));
        }
        return List.copyOf(decided.subList(0, published.size()));
    }

    /** One of those that are given. */
    public PublicRelease find(ReleasePublished release, List<ReleasePublished> published) {
        return of(published).get(published.indexOf(release));
    }

    /** All releases as known in a view, in the order in which they were published. */
    public static List<ReleasePublished> inOrder(View view, LedgerStore store) {
        var published = new TreeMap<Long, ReleasePublished>();
        for (var release : view.releases()) {
            store.ofSubject(release.release(), view.position()).stream()
                    .filter(recorded -> recorded.event() instanceof ReleasePublished)
                    .findFirst()
                    .ifPresent(recorded -> published.put(recorded.position(), release));
        }
        return List.copyOf(published.values());
    }

    private PublicRelease decide(ReleasePublished release) {
        if (release.questions().isEmpty()) {
            return new PublicRelease(release, threshold, List.of());
        }
        var drafts = drafts(release);
        var decision = new Decision(threshold, shown, readable);
        decision.take(
                drafts.stream().flatMap(draft -> draft.candidates().stream()).toList());
        shown = decision.shown();
        var figures = drafts.stream().map(decision::of).toList();
        figures.forEach(figure -> readable.computeIfAbsent(figure.question(), any -> new ArrayList<>())
                .add(figure.readable()));
        return new PublicRelease(release, threshold, figures);
    }

    private List<Draft> drafts(ReleasePublished release) {
        var answers = new ReleaseAnswers(release, at.apply(release.position()));
        return answers.questions().entrySet().stream()
                .map(asked -> Draft.of(asked.getKey(), asked.getValue(), answers, this::number))
                .toList();
    }

    private int number(ResearcherId who) {
        return people.computeIfAbsent(who, any -> people.size());
    }
}
