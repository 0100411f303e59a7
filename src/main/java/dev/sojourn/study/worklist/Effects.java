package dev.sojourn.study.worklist;

import dev.sojourn.projection.View;
import dev.sojourn.study.Figure;
import dev.sojourn.study.SavedQuestion.Analysis;
import dev.sojourn.study.rule.RuleBook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whose state, if checked, could move a figure, and how far. */
public final class Effects {

    private static final int DECIMALS = 4;

    private Effects() {}

    /**
     * Counts a figure's first value with and without each person, as believed in a view whatever moment the figure asks
     * about: as if nobody knew where they are, and as if they were among those counted. Nobody's origin changes by that, so
     * those whom a condition on it leaves out are left out here.
     *
     * @param set the rule set to count by; null for the figure's own rules
     * @return the larger change of each person who makes one, by number
     * @throws IllegalArgumentException if the figure has no value of that kind
     */
    public static Map<Integer, Double> of(Figure figure, String set, View view, RuleBook rules) {
        if (figure.expectations().isEmpty()) {
            throw new IllegalArgumentException("figure \"" + figure.id() + "\" has no published value to be moved");
        }
        var main = figure.expectations().get(0);
        var question = set == null ? main.question() : main.question().with(Map.of(RuleBook.SET, List.of(set)));
        if (question.analysis() == Analysis.STATE) {
            throw new IllegalArgumentException("figure \"" + figure.id() + "\" is no number that anybody could move");
        }
        var places = question.places(view, rules);
        var counted = people(places.people(main.read()));
        String base = question.base(main.read());
        var based = base == null ? Set.<Integer>of() : people(places.people(base));
        var value = new Value(counted.size(), base == null ? null : Integer.valueOf(based.size()));
        var effects = new HashMap<Integer, Double>();
        question.whomStatesDecide(view, rules).forEach(person -> {
            var one = new Value.Part(counted.contains(person), based.contains(person));
            double effect = value.effect(one, question.keepsUnobserved());
            if (effect > 0) {
                effects.put(person, effect);
            }
        });
        return effects;
    }

    /** As lists show it, rounded half up to four decimals. */
    public static BigDecimal shown(double effect) {
        return BigDecimal.valueOf(effect).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private static Set<Integer> people(int[] numbers) {
        return Arrays.stream(numbers).boxed().collect(Collectors.toCollection(HashSet::new));
    }
}
