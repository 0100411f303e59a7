package dev.sojourn.study.open;

import dev.sojourn.analysis.Share;
import dev.sojourn.study.SavedQuestion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What everybody may see of a figure.
 *
 * @param question what was asked
 * @param numbers those that are shown, and what is left over of wholes
 * @param withheld families of numbers of which none is shown, be there none or too few
 */
public record PublicFigure(String id, SavedQuestion question, List<Told> numbers, List<String> withheld) {

    /** What is left over of a whole; after the family that it is left over of. */
    public static final String OTHER = "other:";

    /**
     * A number.
     *
     * @param name as in answers; {@code other:cell} for all cells not shown, together
     * @param on the day of a series that it is of, or null
     * @param of the number that it is a part of; null if it is none, or that is not shown
     * @param share of that one, or null
     */
    public record Told(String name, LocalDate on, int count, String of, Share share) {}

    /** The numbers of a figure that are shown, and what is left over of them. */
    static PublicFigure of(Draft draft, List<Candidate> shown) {
        var counts = shown.stream()
                .filter(one -> one.on() == null)
                .collect(Collectors.toMap(Candidate::name, Candidate::count));
        var numbers = new ArrayList<Told>();
        var withheld = new TreeSet<String>();
        for (var one : shown) {
            String of = Family.of(draft.question().analysis(), one.name()).stream()
                    .map(Family::whole)
                    .filter(whole -> whole != null && counts.containsKey(whole))
                    .findFirst()
                    .orElse(null);
            numbers.add(new Told(
                    one.name(), one.on(), one.count(), of, of == null ? null : new Share(one.count(), counts.get(of))));
        }
        for (var family : Family.of(draft.question().analysis())) {
            leftOver(draft, family, counts, numbers, withheld);
        }
        return new PublicFigure(draft.id(), draft.question(), List.copyOf(numbers), List.copyOf(withheld));
    }

    private static void leftOver(
            Draft draft, Family family, Map<String, Integer> counts, List<Told> numbers, TreeSet<String> withheld) {
        var sums = new TreeMap<String, Integer>();
        var some = new HashMap<String, Boolean>();
        for (var one : draft.candidates()) {
            if (one.on() == null && family.has(one.name())) {
                String group = family.of(one.name());
                sums.merge(group, counts.getOrDefault(one.name(), 0), Integer::sum);
                some.merge(group, counts.containsKey(one.name()), Boolean::logicalOr);
            }
        }
        if (sums.isEmpty()) {
            withheld.add(family.name()); // as if there were some, but few
        }
        sums.forEach((group, sum) -> {
            Integer whole = counts.get(family.whole());
            if (!some.get(group)) {
                withheld.add(group);
            } else if (family.complete() && whole != null && whole > sum) {
                numbers.add(new Told(OTHER + group, null, whole - sum, family.whole(), new Share(whole - sum, whole)));
            }
        });
    }

    /**
     * Everything that can be read off it by one subtraction, by name: numbers, what a whole has beside a part, and what is
     * left over, which is only the same as that of another release if the same numbers are shown.
     */
    Map<String, Integer> readable() {
        var wholes = new HashMap<String, Integer>();
        numbers.forEach(number -> wholes.put(number.name(), number.count()));
        var names = numbers.stream()
                .filter(number -> number.on() == null)
                .map(Told::name)
                .sorted()
                .toList();
        var all = new TreeMap<String, Integer>();
        for (var number : numbers) {
            String name = number.name() + (number.on() == null ? "" : "@" + number.on());
            boolean rest = name.startsWith(OTHER);
            all.put(rest ? name + " beside " + names : name, number.count());
            if (number.of() != null) {
                all.put((rest ? name + " beside " + names : name) + " not", wholes.get(number.of()) - number.count());
            }
        }
        return all;
    }
}
