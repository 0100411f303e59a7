package dev.sojourn.exchange.answer.why;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sojourn.analysis.cell.Place;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.exchange.answer.KnownForm;
import dev.sojourn.exchange.answer.Tabular;
import dev.sojourn.study.why.Asking;
import dev.sojourn.study.why.Cause;
import dev.sojourn.study.why.Change;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Two answers to one question, and everybody who is in another cell. As a table: a row for each of them.
 *
 * @param first the call that gives the first answer
 * @param second the call that gives the second answer
 * @param counts every cell that differs, and what each cause did to it
 * @param sentences the same, to be read
 * @param changed how many people are in another cell
 * @param people one page of them, by id, each with exactly one cause
 * @param next where the next page begins; absent at the end
 */
public record CompareForm(
        String first,
        KnownForm knownAt,
        String second,
        KnownForm knownAt2,
        List<Count> counts,
        List<String> sentences,
        int changed,
        List<Person> people,
        @JsonInclude(JsonInclude.Include.NON_NULL) String next)
        implements Tabular {
    /**
     * A cell whose count differs, or in which people changed.
     *
     * @param causes by cause, how many came less how many went
     */
    public record Count(String cell, int before, int after, Map<String, Integer> causes) {}

    /**
     * Somebody in another cell.
     *
     * @param name null where nobody may be named
     * @param positions the events of that cause about the person
     * @param recorded when the last of them was recorded, or null where there is none
     */
    public record Person(
            ResearcherId researcher,
            String name,
            String before,
            String after,
            String cause,
            List<Long> positions,
            String recorded) {}

    /** The form of a comparison, with all its people. */
    public static CompareForm of(Asking first, Asking second, List<Change> changes) {
        var people =
                changes.stream().map(change -> person(first, second, change)).toList();
        var counts = counts(first, changes);
        return new CompareForm(
                first.question().call(),
                KnownForm.of(first.view()),
                second.question().call(),
                KnownForm.of(second.view()),
                counts,
                sentences(first, second).of(counts, people),
                people.size(),
                people,
                null);
    }

    /**
     * The same with a part of the people; counts and sentences are about all of them.
     *
     * @param after the id after which it begins, or null for the first
     * @param limit how many at most
     * @param cursor tells where the next part begins, given the id of the last of this one
     */
    public CompareForm part(String after, int limit, UnaryOperator<String> cursor) {
        var rest = people.stream()
                .dropWhile(person -> after != null && person.researcher.value().compareTo(after) <= 0)
                .toList();
        var part = rest.subList(0, Math.min(limit, rest.size()));
        String more = rest.size() > limit
                ? cursor.apply(part.get(limit - 1).researcher.value())
                : null;
        return new CompareForm(first, knownAt, second, knownAt2, counts, sentences, changed, part, more);
    }

    private static Sentences sentences(Asking first, Asking second) {
        return new Sentences(
                new CellWords(first.question()),
                new CellWords(second.question()),
                first.view().position() <= second.view().position());
    }

    private static Person person(Asking first, Asking second, Change change) {
        var names = new ArrayList<String>();
        for (var view : List.of(second.view(), first.view())) {
            int number = view.find(change.researcher());
            if (number >= 0 && view.names(number) != null) {
                names.add(view.names(number).first());
            }
        }
        var events = change.events();
        return new Person(
                change.researcher(),
                names.isEmpty() ? null : names.get(0),
                change.before(),
                change.after(),
                change.cause().text(),
                events.stream().map(Recorded::position).toList(),
                events.isEmpty()
                        ? null
                        : KnownForm.time(events.get(events.size() - 1).header().recorded()));
    }

    /** Whoever is in another cell is among the changes, so they make the second count of the first. */
    private static List<Count> counts(Asking first, List<Change> changes) {
        var places =
                changes.isEmpty() ? Map.<String, Integer>of() : first.places().counts();
        var cells = new TreeSet<String>();
        changes.forEach(change -> cells.addAll(List.of(change.before(), change.after())));
        cells.remove(Place.OUTSIDE);
        var counts = new ArrayList<Count>();
        for (var cell : cells) {
            var causes = new TreeMap<String, Integer>();
            for (var change : changes) {
                int more =
                        (change.after().equals(cell) ? 1 : 0) - (change.before().equals(cell) ? 1 : 0);
                if (more != 0) {
                    causes.merge(change.cause().text(), more, Integer::sum);
                }
            }
            int before = places.getOrDefault(cell, 0);
            int more = causes.values().stream().mapToInt(Integer::intValue).sum();
            counts.add(new Count(cell, before, before + more, causes));
        }
        return counts;
    }

    /** All causes there are, in the order of priority. */
    public static List<String> causes() {
        return Arrays.stream(Cause.values()).map(Cause::text).toList();
    }

    @Override
    public List<String> columns() {
        return List.of("researcher", "name", "before", "after", "cause", "recorded", "positions");
    }

    @Override
    public int size() {
        return people.size();
    }

    @Override
    public List<List<Object>> rows() {
        return people.stream()
                .map(person -> Arrays.<Object>asList(
                        person.researcher,
                        person.name,
                        person.before,
                        person.after,
                        person.cause,
                        person.recorded,
                        person.positions.toString()))
                .toList();
    }
}
