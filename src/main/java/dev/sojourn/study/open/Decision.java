package dev.sojourn.study.open;

import dev.sojourn.study.SavedQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides which numbers of a release are shown, one after the other: each that does no harm beside those before it. */
final class Decision {

    private final int threshold;
    private final Map<SavedQuestion, List<Map<String, Integer>>> earlier;
    private Shown shown;
    private final List<Candidate> taken = new ArrayList<>();

    /**
     * Nothing is decided yet.
     *
     * @param shown all numbers of earlier releases
     * @param earlier what can be read off the same questions in earlier releases
     */
    Decision(int threshold, Shown shown, Map<SavedQuestion, List<Map<String, Integer>>> earlier) {
        this.threshold = threshold;
        this.shown = shown;
        this.earlier = earlier;
    }

    /** All numbers shown by now, those of earlier releases among them. */
    Shown shown() {
        return shown;
    }

    /** What is shown of a figure. */
    PublicFigure of(Draft draft) {
        return PublicFigure.of(
                draft, taken.stream().filter(one -> one.draft() == draft).toList());
    }

    /** Tries all; halves them where they do harm together, so that in the end the first ones come first. */
    void take(List<Candidate> candidates) {
        halve(candidates.stream()
                .filter(one -> one.count() >= threshold)
                .sorted(Candidate.ORDER)
                .toList());
    }

    private void halve(List<Candidate> some) {
        if (some.isEmpty() || harmless(some)) {
            return;
        }
        if (some.size() > 1) {
            int half = some.size() / 2;
            halve(some.subList(0, half));
            halve(some.subList(half, some.size()));
        }
    }

    private boolean harmless(List<Candidate> some) {
        var with = shown.with(some.stream().map(Candidate::people).toList());
        if (!with.safe(threshold)) {
            return false;
        }
        taken.addAll(some);
        if (near(some.stream().map(Candidate::draft).collect(Collectors.toSet()))) {
            taken.removeAll(some);
            return false;
        }
        shown = with;
        return true;
    }

    /** Whether anything differs by fewer people than the threshold from the same in an earlier release. */
    private boolean near(Set<Draft> drafts) {
        return drafts.stream().anyMatch(draft -> {
            var before = earlier.getOrDefault(draft.question(), List.of());
            var now = before.isEmpty() ? Map.<String, Integer>of() : of(draft).readable();
            return before.stream().anyMatch(then -> now.entrySet().stream().anyMatch(one -> {
                int difference = Math.abs(one.getValue() - then.getOrDefault(one.getKey(), one.getValue()));
                return difference > 0 && difference < threshold;
            }));
        });
    }
}
