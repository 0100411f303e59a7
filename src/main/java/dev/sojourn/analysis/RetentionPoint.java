package dev.sojourn.analysis;

import dev.sojourn.analysis.count.Base;
import dev.sojourn.analysis.count.Condition;
import dev.sojourn.analysis.count.Lens;
import dev.sojourn.analysis.count.Values;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.projection.View;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the base of a retention is on one day.
 *
 * @param on the day
 * @param retained how many have a value that is held, of the base
 * @param sameInstitution how many of the retained are at the institution of the first day, mergers followed
 * @param observed retained, of the base without those unobserved and inactive
 * @param bounds the fewest and the most that can be retained, of the base
 * @param destinations the other values, largest first, then by value
 * @param unknown how many have a spell, but not a known value
 * @param unobserved how many have no spell that covers the day
 * @param inactive how many careers have ended
 * @param uncertain how many are in different cells depending on how coarse dates are read
 * @param carried how many of those with a spell nothing showed to be true after the first day, or within {@code maxAge}
 * @param qualified those whose spell has a date that was written as approximate or uncertain
 */
public record RetentionPoint(
        LocalDate on,
        Share retained,
        int sameInstitution,
        Share observed,
        Bounds bounds,
        List<Destination> destinations,
        int unknown,
        int unobserved,
        int inactive,
        int uncertain,
        int carried,
        int qualified) {

    /**
     * What the unknown leaves open.
     *
     * @param low those retained in every reading of the dates
     * @param high those retained, unknown or unobserved in some reading
     */
    public record Bounds(Share low, Share high) {}

    /**
     * Those at another value.
     *
     * @param value as in answers
     * @param moved how many by another spell
     * @param reclassified how many by the same spell, whose institution changed
     */
    public record Destination(String value, int moved, int reclassified) {

        /** How many in all. */
        public int count() {
            return moved + reclassified;
        }
    }

    static RetentionPoint of(View view, Retention.Question question, Base base, LocalDate day) {
        var tally = new Tally(view, question, base, day);
        for (int at = 0; at < base.size(); at++) {
            tally.count(base.researchers()[at], base.rows()[at]);
        }
        return tally.point();
    }

    private static final class Tally {

        private final View view;
        private final Base base;
        private final LocalDate day;
        private final Attribute attribute;
        private final Lens lens;
        private final Condition held;
        private final Values values;
        private final int since;
        private final Map<Integer, int[]> elsewhere = new TreeMap<>(); // value: moved, reclassified
        private int retained;
        private int sameInstitution;
        private int unknown;
        private int unobserved;
        private int inactive;
        private int uncertain;
        private int carried;
        private int qualified;
        private int low;
        private int high;

        Tally(View view, Retention.Question question, Base base, LocalDate day) {
            var rules = question.population().rules();
            this.view = view;
            this.base = base;
            this.day = day;
            this.attribute = question.held().attribute();
            this.lens = new Lens(view, rules, day);
            this.held = Condition.of(view, rules, question.held(), day);
            this.values = new Values(view, rules.regions());
            this.since = (int) (rules.maxAge() == null ? question.from() : day.minus(rules.maxAge())).toEpochDay();
        }

        void count(int researcher, int rowBefore) {
            int row = lens.deciding(researcher);
            int value = lens.value(attribute, researcher, row);
            switch (value) {
                case Values.UNKNOWN -> unknown++;
                case Values.UNOBSERVED -> unobserved++;
                case Values.INACTIVE -> inactive++;
                default -> here(rowBefore, row, value);
            }
            carried += row >= 0 && !lens.observedAfter(row, since) ? 1 : 0;
            qualified += lens.qualified(row) ? 1 : 0;
            readings(researcher);
        }

        private void here(int rowBefore, int row, int value) {
            boolean sameSpell = view.spells().spell(row).equals(view.spells().spell(rowBefore));
            if (held.names(value)) {
                retained++;
                sameInstitution += lens.institution(row) == lens.institution(rowBefore) ? 1 : 0;
            } else {
                elsewhere.computeIfAbsent(value, another -> new int[2])[sameSpell ? 1 : 0]++;
            }
        }

        private void readings(int researcher) {
            var cells = new HashSet<Integer>();
            boolean always = true;
            boolean ever = false;
            for (int value : lens.possible(attribute, researcher)) {
                boolean stays = held.names(value);
                cells.add(stays ? Integer.MAX_VALUE : value);
                always &= stays;
                ever |= stays || value == Values.UNKNOWN || value == Values.UNOBSERVED;
            }
            uncertain += cells.size() > 1 ? 1 : 0;
            low += always ? 1 : 0;
            high += ever ? 1 : 0;
        }

        RetentionPoint point() {
            var destinations = new ArrayList<Destination>();
            elsewhere.forEach((value, counts) ->
                    destinations.add(new Destination(values.text(attribute, value), counts[0], counts[1])));
            destinations.sort(
                    Comparator.comparingInt(Destination::count).reversed().thenComparing(Destination::value));
            return new RetentionPoint(
                    day,
                    new Share(retained, base.size()),
                    sameInstitution,
                    new Share(retained, base.size() - unobserved - inactive),
                    new Bounds(new Share(low, base.size()), new Share(high, base.size())),
                    List.copyOf(destinations),
                    unknown,
                    unobserved,
                    inactive,
                    uncertain,
                    carried,
                    qualified);
        }
    }
}
