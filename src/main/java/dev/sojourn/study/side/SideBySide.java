package dev.sojourn.study.side;

import dev.sojourn.analysis.cell.Place;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.study.SavedQuestion;
import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.study.why.Asking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The same question under several rule sets, from one moment of knowledge.
 *
 * @param sides one for each rule set
 * @param cells every cell that anybody is in under any of them, with how many are under each
 * @param differing everybody who is not in the same cell under all, by id
 */
public record SideBySide(List<Asking> sides, List<Cell> cells, List<Person> differing) {
    private static final int MOST = 6;

    /** How many people are in a cell, side by side. */
    public record Cell(String name, List<Integer> counts) {}

    /** The cells of one person, side by side; {@value Place#OUTSIDE} where the person does not count. */
    public record Person(ResearcherId researcher, List<String> cells) {}

    /**
     * The questions to be asked side by side: one for each of the names, with a comma between them, that
     * {@code rules} gives. Single rules beside it hold for all of them.
     *
     * @throws IllegalArgumentException if these are not two to six different names, or a parameter is wrong
     */
    public static List<SavedQuestion> questions(SavedQuestion.Analysis analysis, Map<String, List<String>> parameters) {
        var names = parameters.getOrDefault(RuleBook.SET, List.of()).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .distinct()
                .toList();
        if (names.size() < 2 || names.size() > MOST) {
            throw new IllegalArgumentException(
                    "rules: two to six different rule sets are needed side by side, as in rules=headquarters,workplace");
        }
        return names.stream()
                .map(name -> {
                    var one = new TreeMap<>(parameters);
                    one.put(RuleBook.SET, List.of(name));
                    return new SavedQuestion(analysis, one);
                })
                .toList();
    }

    /**
     * Puts them side by side.
     *
     * @throws IllegalArgumentException if the cohort, a value of a condition, a rule set or a region map does not exist
     */
    public static SideBySide of(List<Asking> sides) {
        var places = sides.stream().map(Asking::places).toList();
        var counts = places.stream().map(each -> each.counts()).toList();
        var names = new TreeSet<String>();
        counts.forEach(each -> names.addAll(each.keySet()));
        var cells = names.stream()
                .map(name -> new Cell(
                        name,
                        counts.stream().map(each -> each.getOrDefault(name, 0)).toList()))
                .toList();
        var cellsOf = places.stream().map(Asking::cells).toList();
        var all = new HashSet<ResearcherId>();
        cellsOf.forEach(each -> all.addAll(each.keySet()));
        var differing = new ArrayList<Person>();
        for (var who : all) {
            var own = cellsOf.stream()
                    .map(each -> each.getOrDefault(who, Place.OUTSIDE))
                    .toList();
            if (own.stream().distinct().count() > 1) {
                differing.add(new Person(who, own));
            }
        }
        differing.sort(Comparator.comparing(person -> person.researcher().value()));
        return new SideBySide(sides, cells, differing);
    }
}
