package dev.sojourn.study.claim;

import dev.sojourn.analysis.survival.Survival;
import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.projection.View;
import dev.sojourn.study.Knowledge;
import dev.sojourn.study.SavedQuestion;
import dev.sojourn.study.SavedQuestion.Analysis;
import dev.sojourn.study.claim.Checked.Basis;
import dev.sojourn.study.claim.Operand.Asked;
import dev.sojourn.study.claim.Operand.OfLedger;
import dev.sojourn.study.claim.Operand.Released;
import dev.sojourn.study.release.ReleaseAnswers;
import dev.sojourn.study.release.ReleasedFigure;
import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.time.KnownAt;
import dev.sojourn.time.KnownAt.AtPosition;
import java.util.List;
import java.util.Map;

/**
 * A question that a claim rests on, ready to be asked.
 *
 * @param number which one of its answer
 * @param question as it can be asked again by its call
 * @param view what was believed at its moment of knowledge
 * @param rules under which it is asked: of a release, those that the release keeps
 */
record Source(OfLedger number, SavedQuestion question, View view, RuleBook rules) {

    /**
     * The question of a number.
     *
     * @param moment of knowledge, null for the number's own
     * @throws IllegalArgumentException if there is no such moment or release, or the release keeps no such question, or
     *     cannot be verified
     */
    static Source of(OfLedger number, String moment, Knowledge knowledge, RuleBook rules) {
        if (number instanceof Released released) {
            return of(released, moment, knowledge);
        }
        var asked = ((Asked) number).question();
        var question = moment == null ? asked : asked.with(Map.of("knownAt", List.of(moment)));
        return new Source(number, question, knowledge.at(question.knownAt()), rules);
    }

    private static Source of(Released number, String moment, Knowledge knowledge) {
        var release = release(number.release(), knowledge);
        var answers = new ReleaseAnswers(release, knowledge.at(new AtPosition(release.position())));
        var question = answers.questions().get(number.question());
        if (question == null) {
            throw new IllegalArgumentException("release " + number.release() + " keeps no question \""
                    + number.question()
                    + "\"; "
                    + (answers.questions().isEmpty()
                            ? "it names a moment of knowledge only"
                            : "there are "
                                    + String.join(", ", answers.questions().keySet())));
        }
        var check = answers.check(number.question());
        if (!check.pass()) {
            throw new IllegalArgumentException(
                    "\"" + number.question() + "\" of release " + number.release() + " cannot be verified: "
                            + (check.problem() == null ? "it is not what was published" : check.problem()));
        }
        String at = moment == null ? "release:" + number.release() : moment;
        return new Source(
                number, ReleasedFigure.askedAgain(question, at), knowledge.at(KnownAt.parse(at)), answers.rules());
    }

    private static ReleasePublished release(ReleaseName name, Knowledge knowledge) {
        return knowledge.at(KnownAt.NOW).releases().stream()
                .filter(release -> release.release().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no release " + name + " is in the ledger"));
    }

    Basis basis() {
        return new Basis(question, number.read(), view.position(), null);
    }

    /** Whether it follows the same people through time, so that another sample has nothing to do with it. */
    boolean follows() {
        return question.analysis() == Analysis.RETENTION || question.analysis() == Analysis.SURVIVAL;
    }

    /** Whether the number is estimated, with those censored in mind, and not counted. */
    boolean isEstimate() {
        return question.analysis() == Analysis.SURVIVAL && Estimated.has(number.read());
    }

    /**
     * The number.
     *
     * @throws IllegalArgumentException if there is no answer, or the number is none of its numbers, or no such kind of
     *     number
     */
    Value value(Kind kind) {
        if (isEstimate()) {
            return Estimated.of((Survival) question.given(view, rules), number.read(), kind);
        }
        var places = question.places(view, rules, number.on());
        int count = places.count(number.read());
        if (kind == Kind.COUNT) {
            return Value.count(count);
        }
        String base = number.base() == null ? question.base(number.read()) : number.base();
        if (base == null) {
            throw new IllegalArgumentException(
                    "\"" + number.read() + "\" is a share of nothing by itself: name the number it is one of as base");
        }
        int of = places.count(base);
        if (of == 0) {
            throw new IllegalArgumentException("there is no share of nobody: " + base + " is 0");
        }
        return Value.share(count, of, kind);
    }
}
