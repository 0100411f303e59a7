package dev.sojourn.study.release;

import dev.sojourn.analysis.cell.Places;
import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.projection.View;
import dev.sojourn.study.SavedQuestion;
import dev.sojourn.study.rule.RuleBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a release answers, computed again from its own questions, rules and region maps. */
public final class ReleaseAnswers {

    /**
     * One figure of a release, recomputed.
     *
     * @param id of the figure
     * @param regions version of the region map that it was answered with; null if its question is not kept
     * @param digest as published
     * @param recomputed as computed now; null if it cannot be
     * @param problem why not, or null
     */
    public record Check(String id, String regions, String digest, String recomputed, String problem) {
        /** Whether it is what was published. */
        public boolean pass() {
            return digest.equals(recomputed);
        }
    }

    private final ReleasePublished release;
    private final View view;
    private final RuleBook rules;

    /**
     * Of one release.
     *
     * @param view the ledger at the release's position
     */
    public ReleaseAnswers(ReleasePublished release, View view) {
        if (view.position() != release.position()) {
            throw new IllegalArgumentException(
                    "release " + release.release() + " is of position " + release.position());
        }
        this.release = release;
        this.view = view;
        this.rules = RuleBook.kept(release.regions().stream()
                .map(map -> new RegionMap(map.version(), map.countries()))
                .toList());
    }

    /** All figures whose questions it keeps, in the order of their ids. */
    public List<ReleasedFigure> figures() {
        return release.questions().keySet().stream().map(this::figure).toList();
    }

    /** The questions it keeps, in the order of the ids of their figures. */
    public SortedMap<String, SavedQuestion> questions() {
        var questions = new TreeMap<String, SavedQuestion>();
        release.questions().forEach((id, kept) -> questions.put(id, ReleasedFigure.asked(kept)));
        return questions;
    }

    /** Where each person stands in the answer to one of its questions; of a retention on a day of its series, or null. */
    public Places places(SavedQuestion question, LocalDate day) {
        return question.places(view, rules, day);
    }

    /** Every digest it published, beside the one that its question gives now. */
    public List<Check> checks() {
        var checks = new ArrayList<Check>();
        for (String id : new TreeSet<>(release.digests().keySet())) {
            checks.add(check(id, release.digests().get(id)));
        }
        return checks;
    }

    /**
     * The digest of one question beside what it gives now.
     *
     * @throws IllegalArgumentException if the release has none of that id
     */
    public Check check(String id) {
        if (!release.digests().containsKey(id)) {
            throw new IllegalArgumentException("release " + release.release() + " has no \"" + id + "\"");
        }
        return check(id, release.digests().get(id));
    }

    /** The rules and region maps that it keeps: its questions are asked under them. */
    public RuleBook rules() {
        return rules;
    }

    private Check check(String id, String digest) {
        if (!release.questions().containsKey(id)) {
            return new Check(id, null, digest, null, "the release does not keep its question");
        }
        String regions = null;
        try {
            regions = ReleasedFigure.asked(release.questions().get(id))
                    .rules(rules)
                    .regions()
                    .version();
            return new Check(id, regions, digest, figure(id).digest(), null);
        } catch (IllegalArgumentException unanswered) {
            return new Check(id, regions, digest, null, unanswered.getMessage());
        }
    }

    private ReleasedFigure figure(String id) {
        return ReleasedFigure.of(id, ReleasedFigure.asked(release.questions().get(id)), view, rules);
    }
}
