package dev.sojourn.study.release;

import dev.sojourn.analysis.question.Rules;
import dev.sojourn.command.ReleaseCommand.PublishRelease;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.event.value.ReleasedQuestion;
import dev.sojourn.event.value.ReleasedRegions;
import dev.sojourn.projection.View;
import dev.sojourn.study.Figure;
import dev.sojourn.study.Figures;
import dev.sojourn.study.SavedQuestion;
import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.study.rule.RuleText;
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

    /**
     * Computes all figures, under the rules and the region map that each asks for. What a figure does not say, the rule set does; a figure that
     * names a set of its own is asked under that one.
     *
     * @param ruleSet {@value Rules#STANDARD} or another of the book
     * @throws IllegalArgumentException if there is no such rule set
     */
    public static Publication of(
            ReleaseName name,
            String title,
            View view,
            Figures figures,
            RuleBook book,
            String ruleSet,
            Remarks remarks) {
        var digests = new TreeMap<String, String>();
        var questions = new TreeMap<String, ReleasedQuestion>();
        var leftOut = new TreeMap<String, String>();
        book.rules(ruleSet); // a set that is not there is refused even without figures
        var maps = new TreeMap<String, ReleasedRegions>();
        for (Figure figure : figures.all()) {
            try {
                var question = released(figure.question(), book, ruleSet);
                var map = question.rules(book).regions();
                var kept = RuleBook.kept(List.of(map));
                digests.put(
                        figure.id(),
                        ReleasedFigure.of(figure.id(), question, view, kept).digest());
                questions.put(figure.id(), ReleasedFigure.kept(question));
                maps.put(map.version(), new ReleasedRegions(map.version(), map.countries()));
            } catch (IllegalArgumentException unanswered) {
                leftOut.put(figure.id(), unanswered.getMessage());
            }
        }
        var command = new PublishRelease(
                name, title, view.position(), ruleSet, digests, questions, List.copyOf(maps.values()), remarks);
        return new Publication(command, leftOut);
    }

    /** With every rule said, so that neither a changed file nor another default of a later program can change it. */
    private static SavedQuestion released(SavedQuestion question, RuleBook book, String ruleSet) {
        var parameters = new TreeMap<>(question.parameters());
        parameters.remove("knownAt");
        parameters.putIfAbsent(RuleBook.SET, List.of(ruleSet));
        var rules = new SavedQuestion(question.analysis(), parameters).rules(book);
        RuleBook.PARAMETERS.forEach(parameters::remove);
        RuleText.of(rules).forEach((parameter, text) -> parameters.put(parameter, List.of(text)));
        return new SavedQuestion(question.analysis(), parameters);
    }
}
