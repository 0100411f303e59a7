package dev.sojourn.exchange.answer.why;

import dev.sojourn.analysis.cell.Place;
import dev.sojourn.exchange.answer.why.CompareForm.Count;
import dev.sojourn.exchange.answer.why.CompareForm.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Says what changed so that somebody can print it: "86 to 87: one person was found at a US institution". */
final class Sentences {

    /** People with the same to be said of them. */
    private record Same(String before, String after, String cause) {}

    /** How many, and on which days what made the change was recorded. */
    private static final class Group {
        private int size;
        private final TreeSet<String> days = new TreeSet<>();
    }

    private static final Map<String, String> CAUSES = Map.of(
            "rules", "counted under other rules",
            "cohort", "membership changed",
            "identity", "records of one person joined or parted",
            "institution", "the institution changed",
            "corrected", "corrected",
            "learned", "learned",
            "world", "by the other day");

    private final CellWords words;
    private final CellWords later;
    private final boolean forward;

    /**
     * About two answers.
     *
     * @param forward whether more was known when the second was asked; else nobody "was found" in between
     */
    Sentences(CellWords first, CellWords second, boolean forward) {
        this.words = first;
        this.later = second;
        this.forward = forward;
    }

    /** One sentence for each count that differs. */
    List<String> of(List<Count> counts, List<Person> people) {
        var sentences = new ArrayList<String>();
        for (var count : counts) {
            var groups = new LinkedHashMap<Same, Group>();
            for (var person : people) {
                if (person.before().equals(count.cell()) || person.after().equals(count.cell())) {
                    var group = groups.computeIfAbsent(
                            new Same(person.before(), person.after(), person.cause()), same -> new Group());
                    group.size++;
                    if (person.recorded() != null) {
                        group.days.add(person.recorded().substring(0, 10));
                    }
                }
            }
            var parts = groups.entrySet().stream()
                    .sorted(Comparator.comparing(entry -> -entry.getValue().size))
                    .map(entry -> part(count.cell(), entry.getKey(), entry.getValue()))
                    .toList();
            String cell = later.of(count.cell());
            sentences.add(cell.substring(0, 1).toUpperCase(Locale.ROOT) + cell.substring(1) + ", " + count.before()
                    + " to " + count.after() + ": " + String.join("; ", parts) + ".");
        }
        return sentences;
    }

    private String part(String cell, Same same, Group group) {
        boolean one = group.size == 1;
        boolean came = same.after().equals(cell);
        boolean counted = !same.before().equals(Place.OUTSIDE);
        return (one ? "one person " : group.size + " people ") + verb(same.cause(), one) + " "
                + later.of(same.after()) + (came && counted ? ", before that " + words.of(same.before()) : "") + " ("
                + CAUSES.get(same.cause()) + days(group.days) + ")";
    }

    private String verb(String cause, boolean one) {
        if (forward && cause.equals("learned")) {
            return one ? "was found" : "were found";
        }
        if (forward && cause.equals("corrected")) {
            return "turned out to be";
        }
        return one ? "is counted" : "are counted";
    }

    private static String days(SortedSet<String> days) {
        if (days.isEmpty()) {
            return "";
        }
        return " " + days.first() + (days.size() == 1 ? "" : " to " + days.last());
    }
}
