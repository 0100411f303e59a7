package dev.sojourn.study.whatif;

import dev.sojourn.analysis.Share;
import dev.sojourn.analysis.cell.Place;
import dev.sojourn.analysis.cell.Places;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.study.SavedQuestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * An answer, counted person by person.
 *
 * @param numbers those that are not 0, by name; null where there is no answer
 * @param cells of those inside
 */
record Tally(Map<String, Integer> numbers, Map<ResearcherId, String> cells) {

    static final Tally NO_ANSWER = new Tally(null, Map.of());

    static Tally of(Places places) {
        return of(places, places.members());
    }

    /** Of some people only, by their numbers. */
    static Tally of(Places places, IntStream people) {
        var numbers = new HashMap<String, Integer>();
        var cells = new HashMap<ResearcherId, String>();
        people.forEach(who -> {
            var place = places.of(who);
            place.numbers().forEach(number -> numbers.merge(number, places.times(who, number), Integer::sum));
            if (!place.cell().equals(Place.OUTSIDE)) {
                numbers.putIfAbsent(place.cell(), 0);
                cells.put(places.view().researcher(who), place.cell());
            }
        });
        return new Tally(numbers, cells);
    }

    /** The same people with the numbers of all, which are known. */
    Tally among(Map<String, Integer> all) {
        return new Tally(all, cells);
    }

    /** The numbers of all, after some people went from this tally of theirs to another. */
    Map<String, Integer> moved(Map<String, Integer> all, Tally after) {
        var moved = new HashMap<>(all);
        after.numbers.forEach((number, count) -> moved.merge(number, count, Integer::sum));
        numbers.forEach((number, count) -> moved.merge(number, -count, Integer::sum));
        return moved;
    }

    private Integer count(String number) {
        return numbers == null ? null : Integer.valueOf(numbers.getOrDefault(number, 0));
    }

    private Share share(String number, SavedQuestion question) {
        String base = question.base(number);
        return base == null || numbers == null ? null : new Share(count(number), count(base));
    }

    /** The numbers that are others in another tally of the question, by name. */
    List<Foreseen.Amount> numbersTo(Tally after, SavedQuestion question) {
        var names = new TreeSet<String>();
        names.addAll(numbers == null ? List.of() : numbers.keySet());
        names.addAll(after.numbers == null ? List.of() : after.numbers.keySet());
        var changes = new ArrayList<Foreseen.Amount>();
        for (var name : names) {
            if (!Objects.equals(count(name), after.count(name))) {
                changes.add(new Foreseen.Amount(
                        name, count(name), after.count(name), share(name, question), after.share(name, question)));
            }
        }
        return changes;
    }

    /** Those who are in another cell there, by id. */
    List<Foreseen.Person> peopleTo(Tally after) {
        var all = new TreeMap<String, ResearcherId>();
        cells.keySet().forEach(who -> all.put(who.value(), who));
        after.cells.keySet().forEach(who -> all.put(who.value(), who));
        var changes = new ArrayList<Foreseen.Person>();
        for (var who : all.values()) {
            String from = cells.getOrDefault(who, Place.OUTSIDE);
            String to = after.cells.getOrDefault(who, Place.OUTSIDE);
            if (!from.equals(to)) {
                changes.add(new Foreseen.Person(who, from, to));
            }
        }
        return changes;
    }
}
