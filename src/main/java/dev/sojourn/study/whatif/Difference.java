package dev.sojourn.study.whatif;

import dev.sojourn.analysis.Retention;
import dev.sojourn.analysis.RetentionPoint;
import dev.sojourn.analysis.Roster;
import dev.sojourn.projection.View;
import dev.sojourn.study.Expectation;
import dev.sojourn.study.Figure;
import dev.sojourn.study.FigureResult;
import dev.sojourn.study.Figures;
import dev.sojourn.study.SavedQuestion;
import dev.sojourn.study.SavedQuestion.Analysis;
import dev.sojourn.study.rule.RuleBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The figures as believed before something and after it; figures that ask the same are asked once. */
final class Difference {
    private final View before;
    private final View after;
    private final RuleBook rules;
    private final Map<SavedQuestion, Boolean> differing = new HashMap<>();
    private final Map<SavedQuestion, List<Foreseen.Answer>> answers = new HashMap<>();

    Difference(View before, View after, RuleBook rules) {
        this.before = before;
        this.after = after;
        this.rules = rules;
    }

    /** The figures that differ. */
    List<Foreseen.Change> of(Figures figures) {
        var changes = new ArrayList<Foreseen.Change>();
        for (var figure : figures.all()) {
            var values = values(figure);
            var answers = answers(figure);
            if (!values.isEmpty() || !answers.isEmpty()) {
                changes.add(new Foreseen.Change(figure, values, answers));
            }
        }
        return changes;
    }

    private List<Foreseen.Value> values(Figure figure) {
        var expectations =
                figure.expectations().stream().filter(this::mayDiffer).toList();
        var one = computed(figure, expectations, before);
        var other = computed(figure, expectations, after);
        var values = new ArrayList<Foreseen.Value>();
        for (int at = 0; at < expectations.size(); at++) {
            if (!Objects.equals(one.get(at), other.get(at))) {
                values.add(new Foreseen.Value(expectations.get(at).read(), one.get(at), other.get(at)));
            }
        }
        return values;
    }

    /** Words about a person can be names and degrees, which are not among what is counted. */
    private boolean mayDiffer(Expectation expectation) {
        var question = unpinned(expectation.question());
        return question.analysis() == Analysis.STATE || differs(question);
    }

    private List<String> computed(Figure figure, List<Expectation> expectations, View view) {
        var asked = new Figure(
                figure.id(),
                figure.title(),
                figure.question(),
                figure.chart(),
                figure.source(),
                figure.note(),
                expectations);
        return new Figures(List.of(asked), List.of())
                .compute(anyMoment -> view, rules).stream()
                        .map(FigureResult::computed)
                        .toList();
    }

    private List<Foreseen.Answer> answers(Figure figure) {
        var questions = new LinkedHashSet<SavedQuestion>();
        questions.add(unpinned(figure.question()));
        figure.expectations().forEach(expectation -> questions.add(unpinned(expectation.question())));
        var all = new ArrayList<Foreseen.Answer>();
        for (var question : questions) {
            if (differs(question)) {
                var others = new TreeMap<>(question.parameters());
                others.entrySet().removeAll(figure.question().parameters().entrySet());
                answers.computeIfAbsent(question, this::compared)
                        .forEach(answer ->
                                all.add(new Foreseen.Answer(others, answer.on(), answer.numbers(), answer.people())));
            }
        }
        return all;
    }

    private boolean differs(SavedQuestion question) {
        return differing.computeIfAbsent(
                question, asked -> !Objects.equals(counted(asked, before), counted(asked, after)));
    }

    private List<Foreseen.Answer> compared(SavedQuestion question) {
        var compared = new ArrayList<Foreseen.Answer>();
        for (var day : days(question)) {
            var one = tally(question, before, day);
            var other = tally(question, after, day);
            var numbers = one.numbersTo(other, question);
            var people = question.analysis() == Analysis.STATE
                    ? Members.changed(roster(question, before), roster(question, after))
                    : one.peopleTo(other);
            if (!numbers.isEmpty() || !people.isEmpty()) {
                compared.add(new Foreseen.Answer(Map.of(), day, numbers, people));
            }
        }
        return compared;
    }

    /** Those of a series; else one, which the question itself says. */
    private List<LocalDate> days(SavedQuestion question) {
        var view = counted(question, before) == null ? after : before;
        return question.given(view, rules) instanceof Retention retention
                ? retention.series().stream().map(RetentionPoint::on).toList()
                : Collections.singletonList(null);
    }

    private Roster roster(SavedQuestion question, View view) {
        try {
            return (Roster) question.given(view, rules);
        } catch (IllegalArgumentException noSuchThing) {
            return null;
        }
    }

    private Tally tally(SavedQuestion question, View view, LocalDate day) {
        try {
            return Tally.of(question.places(view, rules, day));
        } catch (IllegalArgumentException noSuchThing) {
            return Tally.NO_ANSWER;
        }
    }

    /** Null where there is no answer. */
    private Map<String, Object> counted(SavedQuestion question, View view) {
        try {
            return question.counted(view, rules);
        } catch (IllegalArgumentException noSuchThing) {
            return null;
        }
    }

    private static SavedQuestion unpinned(SavedQuestion question) {
        var parameters = new TreeMap<>(question.parameters());
        parameters.remove("knownAt");
        return new SavedQuestion(question.analysis(), parameters);
    }
}
