package dev.sojourn.bench.peer;

import dev.sojourn.projection.column.Country;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** An answer in a form that can be compared: counts, or facts about a person, by what they are of. */
final class Answer {

    private final Map<String, String> parts = new TreeMap<>();

    /** Adds people to a number. */
    Answer count(String what, long people) {
        if (people != 0) {
            parts.merge(what, "" + people, (one, more) -> "" + (Long.parseLong(one) + Long.parseLong(more)));
        }
        return this;
    }

    /** Adds a fact. */
    Answer fact(String what, Object value) {
        parts.put(what, "" + value);
        return this;
    }

    /** How many numbers and facts there are. */
    int size() {
        return parts.size();
    }

    /** Where two differ: at most five things of each, none if they are equal. */
    static List<String> differences(Answer one, Answer other) {
        var names = new TreeSet<>(one.parts.keySet());
        names.addAll(other.parts.keySet());
        return names.stream()
                .filter(name -> !one.parts.getOrDefault(name, "0").equals(other.parts.getOrDefault(name, "0")))
                .limit(5)
                .map(name -> name + " is " + one.parts.getOrDefault(name, "0") + " and "
                        + other.parts.getOrDefault(name, "0"))
                .toList();
    }

    /** A country by its number. */
    static String country(int number) {
        return number == Facts.UNKNOWN ? "unknown" : Country.code(number);
    }

    @Override
    public String toString() {
        return parts.toString();
    }
}
