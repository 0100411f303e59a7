package dev.sojourn.analysis.frozen;

import dev.sojourn.analysis.Asked;
import dev.sojourn.analysis.Retention;
import dev.sojourn.analysis.Share;
import dev.sojourn.analysis.cell.Places;
import dev.sojourn.analysis.count.Condition;
import dev.sojourn.analysis.count.Days;
import dev.sojourn.analysis.count.Lens;
import dev.sojourn.analysis.count.Staleness;
import dev.sojourn.analysis.count.Values;
import dev.sojourn.projection.View;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A retention whose base is frozen as it was known at one moment, while where its people are is told as known at another.
 * Who is in the base is not asked again: neither a correction of a state on the first day nor of an origin changes it. Two
 * who turned out to be one person count once. Everybody is in exactly one state at each point, as in a {@link Retention};
 * who is not in the ledger at the other moment is unobserved.
 *
 * @param asked the question again, as known at the moment that tells where people are
 * @param members the last event that counts for who is in the base
 * @param from first day
 * @param base how many people
 * @param series one point for each anniversary of {@code from} and the end point; since states are told as known at another
 *     moment, not everybody needs to be retained at the first
 */
public record FrozenRetention(Asked asked, long members, LocalDate from, int base, List<Point> series) {

    /** How many are at another value. */
    public record Elsewhere(String value, int count) {}

    /**
     * Where the base is on one day.
     *
     * @param sameInstitution how many of the retained are where they were on the first day, as known now
     * @param staleness how fresh what is known of the base is, as of a point of a {@link Retention}; nobody looked for those
     *     who are not in the ledger at the other moment
     */
    public record Point(
            LocalDate on,
            Share retained,
            int sameInstitution,
            Share observed,
            List<Elsewhere> destinations,
            int unknown,
            Staleness staleness) {}

    /**
     * Answers.
     *
     * @param members what was believed when the base was frozen
     * @param states what is believed of where people are
     * @throws IllegalArgumentException if the cohort, or a value of a condition, does not exist at either moment
     */
    public static FrozenRetention of(View members, View states, Retention.Question question) {
        var rules = question.population().rules();
        var frozen = Places.of(members, question, question.from());
        var view = rules.of(states);
        int[] people = IntStream.of(frozen.people("base"))
                .map(person -> view.find(frozen.view().researcher(person)))
                .map(person -> person == View.NONE ? person : view.survivor(person))
                .toArray();
        var known = IntStream.of(people)
                .filter(person -> person != View.NONE)
                .distinct()
                .toArray();
        int missing =
                (int) IntStream.of(people).filter(person -> person == View.NONE).count();
        var series = Days.from(question.from(), question.to()).stream()
                .map(day -> point(view, question, known, missing, day))
                .toList();
        return new FrozenRetention(
                Asked.of(view, question.population(), question.to()),
                members.position(),
                question.from(),
                known.length + missing,
                series);
    }

    /** Its last point. */
    public Point end() {
        return series.get(series.size() - 1);
    }

    private static Point point(View view, Retention.Question question, int[] people, int missing, LocalDate day) {
        var rules = question.population().rules();
        var attribute = question.held().attribute();
        var held = Condition.of(view, rules, question.held(), day);
        var first = new Lens(view, rules, question.from());
        var lens = new Lens(view, rules, day);
        var values = new Values(view, rules.regions());
        int retained = 0;
        int same = 0;
        int unknown = 0;
        int since = Staleness.carriedUpTo(rules, question.from(), day);
        var staleness = new Staleness(0, 0, missing, 0, 0);
        var elsewhere = new TreeMap<String, Integer>();
        for (int person : people) {
            int before = first.deciding(person);
            int row = lens.deciding(person);
            int value = lens.value(attribute, person, row);
            staleness = staleness.and(Staleness.of(lens, person, row, since));
            if (value < 0) {
                unknown += value == Values.UNKNOWN ? 1 : 0;
            } else if (held.names(value)) {
                retained++;
                same += before >= 0 && (row == before || lens.institution(row) == lens.institution(before)) ? 1 : 0;
            } else {
                elsewhere.merge(values.text(attribute, value), 1, Integer::sum);
            }
        }
        int base = people.length + missing;
        return new Point(
                day,
                new Share(retained, base),
                same,
                new Share(retained, base - staleness.unobserved() - staleness.inactive()),
                sorted(elsewhere),
                unknown,
                staleness);
    }

    private static List<Elsewhere> sorted(Map<String, Integer> elsewhere) {
        return elsewhere.entrySet().stream()
                .map(entry -> new Elsewhere(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing((Elsewhere one) -> -one.count()).thenComparing(Elsewhere::value))
                .toList();
    }
}
