package dev.sojourn.exchange.answer.why;

import dev.sojourn.exchange.answer.why.CompareForm.Count;
import dev.sojourn.exchange.answer.why.CompareForm.Person;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says what changed so that somebody can print it. */
final class Sentences {

    private record Same(String before, String after, String cause, String day) {}

    private Sentences() {}

    /** One sentence for each count that differs. */
    static List<String> of(List<Count> counts, List<Person> people) {
        var sentences = new ArrayList<String>();
        for (var count : counts) {
            var groups = new LinkedHashMap<Same, Integer>();
            for (var person : people) {
                if (person.before().equals(count.cell()) || person.after().equals(count.cell())) {
                    String day =
                            person.recorded() == null ? "" : person.recorded().substring(0, 10);
                    groups.merge(new Same(person.before(), person.after(), person.cause(), day), 1, Integer::sum);
                }
            }
            var parts = new ArrayList<String>();
            groups.forEach((same, size) -> parts.add(part(count.cell(), same, size)));
            sentences.add(words(count.cell()) + ", " + count.before() + " to " + count.after() + ": "
                    + String.join("; ", parts) + ".");
        }
        return sentences;
    }

    private static String part(String cell, Same same, int size) {
        boolean came = same.after().equals(cell);
        String who = size == 1 ? "one person" : size + " people";
        return who + (came ? " came from " + words(same.before()) : " went to " + words(same.after())) + " ("
                + cause(same.cause()) + (same.day().isEmpty() ? "" : " " + same.day()) + ")";
    }

    /** A cell, in words. */
    private static String words(String cell) {
        if (cell.startsWith("destination:")) {
            return "at " + cell.substring("destination:".length());
        }
        if (cell.startsWith("cell:")) {
            return ways(cell.substring("cell:".length()));
        }
        if (cell.startsWith("path:")) {
            return ways(cell.substring("path:".length()));
        }
        if (cell.startsWith("firstMove:")) {
            return "first move " + ways(cell.substring("firstMove:".length()));
        }
        if (cell.startsWith("year:")) {
            var parts = cell.split(":", -1);
            return ENDS.getOrDefault(parts[2], "career over") + " in year " + parts[1];
        }
        return cell;
    }

    private static String ways(String values) {
        return values.replace(">", " to ");
    }

    private static final Map<String, String> ENDS = Map.of("exits", "gone", "censored", "last seen there");

    private static final Map<String, String> CAUSES = Map.of(
            "rules", "counted under other rules",
            "cohort", "membership changed",
            "identity", "records of one person joined or parted",
            "institution", "the institution changed",
            "corrected", "corrected",
            "learned", "learned",
            "world", "by the later day");

    private static String cause(String cause) {
        return CAUSES.get(cause);
    }
}
