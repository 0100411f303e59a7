package dev.sojourn.study.whatif;

import dev.sojourn.analysis.Retention;
import dev.sojourn.analysis.RetentionPoint;
import dev.sojourn.analysis.Roster;
import dev.sojourn.analysis.cell.Places;
import dev.sojourn.analysis.survival.Survival;
import dev.sojourn.projection.View;
import dev.sojourn.study.Expectation;
import dev.sojourn.study.Figure;
import dev.sojourn.study.FigureResult;
import dev.sojourn.study.Figures;
import dev.sojourn.study.SavedQuestion;
import dev.sojourn.study.SavedQuestion.Analysis;
import dev.sojourn.study.SavedQuestion.Told;
import dev.sojourn.study.rule.RuleBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The figures as believed before some events and after them; figures that ask the same are asked once. Answers are counted as
 * they always are, and people looked at one by one only if the events touch them.
 */
final class Difference {
    /** The two sides of a question; null where there is no answer. */
    private record Sides(Told before, Told after) {
        boolean differ() {
            return !Objects.equals(counted(before), counted(after));
        }

        private static Map<String, Object> counted(Told told) {
            return told == null ? null : told.counted();
        }

        /** Whether the numbers of those whom nothing touches have the same names in both. */
        boolean sameNames() {
            return before != null && after != null && units() == null;
        }

        /** Those of two survivals, where they are not the same; else null. */
        Foreseen.Units units() {
            return before != null
                            && before.given() instanceof Survival one
                            && after != null
                            && after.given() instanceof Survival other
                            && one.unit() != other.unit()
                    ? new Foreseen.Units(one.unit(), other.unit())
                    : null;
        }

        Record given() {
            return (before == null ? after : before).given();
        }
    }

    private record Views(View before, View after) {}

    private final View before;
    private final View after;
    private final RuleBook rules;
    private final Map<SavedQuestion, Sides> sides = new HashMap<>();
    private final Map<Views, Optional<BitSet>> concerned = new HashMap<>();
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
        var question = expectation.question().ofAnyMoment();
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
        questions.add(figure.question().ofAnyMoment());
        figure.expectations()
                .forEach(expectation -> questions.add(expectation.question().ofAnyMoment()));
        var all = new ArrayList<Foreseen.Answer>();
        for (var question : questions) {
            if (differs(question)) {
                var others = new TreeMap<>(question.parameters());
                others.entrySet().removeAll(figure.question().parameters().entrySet());
                answers.computeIfAbsent(question, this::compared)
                        .forEach(answer -> all.add(new Foreseen.Answer(
                                others, answer.on(), answer.units(), answer.numbers(), answer.people())));
            }
        }
        return all;
    }

    private boolean differs(SavedQuestion question) {
        return sides(question).differ();
    }

    private Sides sides(SavedQuestion question) {
        return sides.computeIfAbsent(question, asked -> new Sides(told(asked, before), told(asked, after)));
    }

    private List<Foreseen.Answer> compared(SavedQuestion question) {
        var compared = new ArrayList<Foreseen.Answer>();
        var given = sides(question).given();
        List<LocalDate> days = given instanceof Retention retention
                ? retention.series().stream().map(RetentionPoint::on).toList()
                : Collections.singletonList(null);
        for (var day : days) {
            var tallies = tallies(question, day);
            var numbers = tallies.before().numbersTo(tallies.after(), question);
            var people = question.analysis() == Analysis.STATE
                    ? Members.changed(roster(question, before), roster(question, after))
                    : tallies.before().peopleTo(tallies.after());
            var units = sides(question).units();
            if (units != null || !numbers.isEmpty() || !people.isEmpty()) {
                compared.add(new Foreseen.Answer(Map.of(), day, units, numbers, people));
            }
        }
        return compared;
    }

    private record Tallies(Tally before, Tally after) {}

    private Tallies tallies(SavedQuestion question, LocalDate day) {
        var one = places(question, before, day);
        var other = places(question, after, day);
        if (one == null || other == null || !sides(question).sameNames()) {
            return new Tallies(
                    one == null ? Tally.NO_ANSWER : Tally.of(one), other == null ? Tally.NO_ANSWER : Tally.of(other));
        }
        var some = concerned.computeIfAbsent(
                new Views(one.view(), other.view()), views -> views.after.concernedSince(views.before));
        if (some.isEmpty()) { // what the first review makes of people has numbers of its own
            return new Tallies(Tally.of(one), Tally.of(other));
        }
        var theirs = Tally.of(one, one.members().filter(some.get()::get));
        var theirsAfter = Tally.of(other, other.members().filter(some.get()::get));
        var known = Totals.of(sides(question).given(), day);
        var all = known == null ? Tally.of(one).numbers() : known;
        return new Tallies(theirs.among(all), theirsAfter.among(theirs.moved(all, theirsAfter)));
    }

    private Roster roster(SavedQuestion question, View view) {
        try {
            return (Roster) question.given(view, rules);
        } catch (IllegalArgumentException noSuchThing) {
            return null;
        }
    }

    private Places places(SavedQuestion question, View view, LocalDate day) {
        try {
            return question.places(view, rules, day);
        } catch (IllegalArgumentException noSuchThing) {
            return null;
        }
    }

    private Told told(SavedQuestion question, View view) {
        try {
            return question.told(view, rules);
        } catch (IllegalArgumentException noSuchThing) {
            return null;
        }
    }
}
