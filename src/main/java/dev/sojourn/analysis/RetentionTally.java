package dev.sojourn.analysis;

import dev.sojourn.analysis.RetentionPoint.Bounds;
import dev.sojourn.analysis.RetentionPoint.Destination;
import dev.sojourn.analysis.count.Base;
import dev.sojourn.analysis.count.Chosen;
import dev.sojourn.analysis.count.Condition;
import dev.sojourn.analysis.count.Counted;
import dev.sojourn.analysis.count.Lens;
import dev.sojourn.analysis.count.Look;
import dev.sojourn.analysis.count.Staleness;
import dev.sojourn.analysis.count.Values;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.projection.View;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is counted of the base of a retention on one day. */
final class RetentionTally {

    // What is counted beside the cells.
    private static final int SAME_INSTITUTION = Staleness.NUMBERS;
    private static final int UNCERTAIN = Staleness.NUMBERS + 1;
    private static final int QUALIFIED = Staleness.NUMBERS + 2;
    // What the readings of open dates add to the counts as written.
    private static final int LOW = Staleness.NUMBERS + 3;
    private static final int HIGH = Staleness.NUMBERS + 4;
    private static final int BESIDE = Staleness.NUMBERS + 5;

    private final Attribute attribute;
    private final Lens first;
    private final Lens lens;
    private final Condition held;
    private final int since;
    private final int[] values;

    private RetentionTally(View view, Retention.Question question, Lens first, LocalDate day) {
        var rules = question.population().rules();
        this.attribute = question.held().attribute();
        this.first = first;
        this.lens = new Lens(view, rules, day);
        this.held = Condition.on(lens, view, rules, question.held());
        this.since = Staleness.carriedUpTo(rules, question.from(), day);
        this.values = lens.values(attribute);
    }

    static RetentionPoint of(View view, Retention.Question question, Base base, LocalDate day) {
        var one = new RetentionTally(view, question, base.first(), day);
        var counted = Counted.of(
                base.tables("retention", question.held(), day),
                base.blocks(),
                base::in,
                one.values.length * 2L, // by code, and whether another spell decides
                BESIDE,
                () -> one.new Followed(base.most()));
        return one.point(
                counted,
                base.size(),
                new Values(view, question.population().rules().regions()),
                day);
    }

    /** How one thread looks at people. */
    private final class Followed implements Look {

        private final int[] rowsBefore;
        private final int[] rows;
        private final int[] codes;
        private int[] beside; // of the block in hand

        Followed(int most) {
            rowsBefore = new int[most];
            rows = new int[most];
            codes = new int[most];
        }

        @Override
        public int[] at(Chosen people, long[] cells) {
            first.rows(people, rowsBefore);
            lens.rows(people, rows);
            beside = Staleness.of(lens, people, rows, since, codes).numbers(new int[BESIDE - Staleness.NUMBERS]);
            lens.codes(attribute, people, codes);
            for (int at = 0; at < people.size(); at++) {
                // At one position each spell has one row, so another row is another spell.
                cells[at] = codes[at] * 2L + (rows[at] == rowsBefore[at] ? 0 : 1);
                beside[SAME_INSTITUTION] += sameInstitution(at) ? 1 : 0;
            }
            readings(people);
            beside[QUALIFIED] = lens.qualified(people, codes);
            return beside;
        }

        private boolean sameInstitution(int at) {
            return held.namesCoded(codes[at])
                    && (rows[at] == rowsBefore[at] || lens.institution(rows[at]) == lens.institution(rowsBefore[at]));
        }

        private void readings(Chosen people) {
            var doubts = lens.doubts(people);
            for (int at = 0; doubts != null && at < people.size(); at++) {
                if (!doubts.none(at, rows[at])) {
                    readings(doubts.values(attribute, at, rows[at]), values[codes[at]]);
                }
            }
        }

        private void readings(Set<Integer> possible, int written) {
            var cellsOf = new HashSet<Integer>();
            boolean always = true;
            boolean ever = false;
            for (int value : possible) {
                boolean stays = held.names(value);
                cellsOf.add(stays ? Integer.MAX_VALUE : value);
                always &= stays;
                ever |= mayStay(value);
            }
            beside[UNCERTAIN] += cellsOf.size() > 1 ? 1 : 0;
            beside[LOW] += (always ? 1 : 0) - (held.names(written) ? 1 : 0);
            beside[HIGH] += (ever ? 1 : 0) - (mayStay(written) ? 1 : 0);
        }

        private boolean mayStay(int value) {
            return held.names(value) || value == Values.UNKNOWN || value == Values.UNOBSERVED;
        }
    }

    private RetentionPoint point(Counted counted, int base, Values texts, LocalDate day) {
        int[] states = new int[4]; // retained, then unknown, unobserved and inactive by their negative numbers
        Map<Integer, Destination> elsewhere = new HashMap<>();
        counted.counts().forEach((cell, count) -> {
            int value = values[(int) (cell / 2)];
            if (value < 0) {
                states[-value] += count;
            } else if (held.names(value)) {
                states[0] += count;
            } else {
                boolean moved = cell % 2 != 0;
                var here = new Destination(texts.text(attribute, value), moved ? count : 0, moved ? 0 : count);
                elsewhere.merge(value, here, Destination::and);
            }
        });
        int[] sums = counted.sums();
        int retained = states[0];
        int unknown = states[-Values.UNKNOWN];
        var staleness = Staleness.of(sums);
        int unobserved = staleness.unobserved();
        int inactive = staleness.inactive();
        var destinations = new ArrayList<>(elsewhere.values());
        destinations.sort(Comparator.comparingInt(Destination::count).reversed().thenComparing(Destination::value));
        return new RetentionPoint(
                day,
                new Share(retained, base),
                sums[SAME_INSTITUTION],
                new Share(retained, base - unobserved - inactive),
                new Bounds(
                        new Share(retained + sums[LOW], base),
                        new Share(retained + unknown + unobserved + sums[HIGH], base)),
                List.copyOf(destinations),
                unknown,
                staleness,
                sums[UNCERTAIN],
                sums[QUALIFIED]);
    }
}
