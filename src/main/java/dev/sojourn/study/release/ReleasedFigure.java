package dev.sojourn.study.release;

import dev.sojourn.event.value.ReleasedQuestion;
import dev.sojourn.projection.View;
import dev.sojourn.study.SavedQuestion;
import dev.sojourn.study.rule.RuleBook;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One question of a release, answered.
 *
 * @param id of the figure that it was saved as
 * @param question what was asked; its moment of knowledge is the release's
 * @param given the answer, of {@link dev.sojourn.analysis}
 * @param counted what the digest is of: figure, position, analysis, parameters, version of the region map, and the counts
 * @param digest of {@code counted}
 */
public record ReleasedFigure(
        String id, SavedQuestion question, Record given, Map<String, Object> counted, String digest) {

    /**
     * Answers as known at the view's position.
     *
     * @throws IllegalArgumentException if it cannot be answered there
     */
    static ReleasedFigure of(String id, SavedQuestion question, View view, RuleBook rules) {
        var counted = new TreeMap<String, Object>();
        counted.put("figure", id);
        counted.put("position", view.position());
        counted.put("analysis", question.analysis().text());
        counted.put("parameters", question.parameters());
        counted.put("regions", question.rules(rules).regions().version());
        counted.put("answer", question.counted(view, rules));
        return new ReleasedFigure(id, question, question.given(view, rules), counted, Digest.of(counted));
    }

    /**
     * The question as others can ask it again: with its rules, but without the name of their set, which may mean something
     * else by now.
     *
     * @param knownAt a moment of knowledge
     */
    public static SavedQuestion askedAgain(SavedQuestion question, String knownAt) {
        var parameters = new TreeMap<>(question.parameters());
        parameters.remove(RuleBook.SET);
        parameters.put("knownAt", List.of(knownAt));
        return new SavedQuestion(question.analysis(), parameters);
    }

    /** As the event keeps a question. */
    static ReleasedQuestion kept(SavedQuestion question) {
        return new ReleasedQuestion(question.analysis().text(), question.parameters());
    }

    /**
     * As the event kept it.
     *
     * @throws IllegalArgumentException for an analysis or a parameter that this program does not know
     */
    static SavedQuestion asked(ReleasedQuestion kept) {
        return new SavedQuestion(SavedQuestion.Analysis.parse(kept.analysis()), kept.parameters());
    }
}
