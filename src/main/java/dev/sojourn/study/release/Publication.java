package dev.sojourn.study.release;

import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.command.ReleaseCommand.PublishRelease;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.event.value.ReleasedQuestion;
import dev.sojourn.event.value.ReleasedRegions;
import dev.sojourn.projection.View;
import dev.sojourn.study.Figure;
import dev.sojourn.study.Figures;
import dev.sojourn.study.SavedQuestion;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A release about to be published: every saved figure, asked as known at one position.
 *
 * @param command publishes it
 * @param leftOut figures that cannot be answered at that position, by id, each with why
 */
public record Publication(PublishRelease command, Map<String, String> leftOut) {

    /** The rules of the figures themselves, and those of the interface where a figure says nothing. */
    public static final String STANDARD = "standard";

    /** Said in each question, so that no default of a later program can change it. */
    private static final Map<String, List<String>> DEFAULTS = Map.of(
            "place", List.of("country"),
            "phd", List.of("in"),
            "carried", List.of("count"),
            "reviewed", List.of("all"));

    /**
     * Computes all figures, under the rules that each asks for.
     */
    public static Publication of(
            ReleaseName name, String title, View view, Figures figures, RegionMap regions, Remarks remarks) {
        var digests = new TreeMap<String, String>();
        var questions = new TreeMap<String, ReleasedQuestion>();
        var leftOut = new TreeMap<String, String>();
        for (Figure figure : figures.all()) {
            try {
                var question = released(figure.question());
                digests.put(
                        figure.id(),
                        ReleasedFigure.of(figure.id(), question, view, regions).digest());
                questions.put(figure.id(), ReleasedFigure.kept(question));
            } catch (IllegalArgumentException unanswered) {
                leftOut.put(figure.id(), unanswered.getMessage());
            }
        }
        var map = questions.isEmpty() ? null : new ReleasedRegions(regions.version(), regions.countries());
        return new Publication(
                new PublishRelease(name, title, view.position(), STANDARD, digests, questions, map, remarks), leftOut);
    }

    private static SavedQuestion released(SavedQuestion question) {
        var parameters = new TreeMap<>(DEFAULTS);
        parameters.putAll(question.parameters());
        parameters.remove("knownAt");
        return new SavedQuestion(question.analysis(), parameters);
    }
}
