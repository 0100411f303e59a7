package dev.sojourn.analysis;

import dev.sojourn.analysis.RetentionPoint.Bounds;
import dev.sojourn.analysis.RetentionPoint.Destination;
import dev.sojourn.analysis.count.Base;
import dev.sojourn.analysis.count.Chosen;
import dev.sojourn.analysis.count.Condition;
import dev.sojourn.analysis.count.Counts;
import dev.sojourn.analysis.count.Lens;
import dev.sojourn.analysis.count.Parts;
import dev.sojourn.analysis.count.Staleness;
import dev.sojourn.analysis.count.Values;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.projection.View;
import dev.sojourn.projection.column.Block;
import dev.sojourn.projection.day.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one thread counts of the base of a retention on one day. */
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
    private final Tables.Use kept;
    private final int[] values;
    private final Counts counts; // by code, and whether another spell decides
    private final int[] rowsBefore = new int[Block.SIZE];
    private final int[] rows = new int[Block.SIZE];
    private final int[] codes = new int[Block.SIZE];
    private final long[] cells = new long[Block.SIZE];
    private final int[] sums = new int[BESIDE];
    private int[] beside; // of the block in hand

    private RetentionTally(View view, Retention.Question question, Lens first, LocalDate day, Tables.Use kept) {
        this.kept = kept;
        var rules = question.population().rules();
        this.attribute = question.held().attribute();
        this.first = first;
        this.lens = new Lens(view, rules, day);
        this.held = Condition.of(view, rules, question.held(), day);
        this.since = Staleness.carriedUpTo(rules, question.from(), day);
        this.values = lens.values(attribute);
        this.counts = new Counts(values.length * 2L);
    }

    static RetentionPoint of(View view, Retention.Question question, Base base, LocalDate day) {
        var kept = base.tables("retention", question.held(), day);
        var tallies = Parts.of(
                base.blocks(),
                () -> new RetentionTally(view, question, base.first(), day, kept),
                (tally, block) -> tally.count(base.in(block)));
        return point(
                tallies,
                base.size(),
                new Values(view, question.population().rules().regions()),
                day);
    }

    /** One more block, or what was counted of it before. */
    private void count(Chosen people) {
        int[] beside;
        if (kept == null || !counts.few()) {
            beside = look(people);
            counts.add(cells, people.size());
        } else {
            var table = kept.of(people.block(), () -> {
                int[] counted = look(people);
                return counts.table(cells, people.size(), counted);
            });
            beside = table.sums();
            counts.add(table);
        }
        for (int at = 0; at < BESIDE; at++) {
            sums[at] += beside[at];
        }
    }

    /** Fills in the cells; answers what is counted beside them. */
    private int[] look(Chosen people) {
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
        return held.names(values[codes[at]])
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

    private static int sum(List<RetentionTally> tallies, int what) {
        return tallies.stream().mapToInt(tally -> tally.sums[what]).sum();
    }

    private static RetentionPoint point(List<RetentionTally> tallies, int base, Values texts, LocalDate day) {
        var one = tallies.get(0);
        int[] states = new int[4]; // retained, then unknown, unobserved and inactive by their negative numbers
        Map<Integer, Destination> elsewhere = new HashMap<>();
        Counts.sum(tallies.stream().map(tally -> tally.counts).toList()).forEach((cell, count) -> {
            int value = one.values[(int) (cell / 2)];
            if (value < 0) {
                states[-value] += count;
            } else if (one.held.names(value)) {
                states[0] += count;
            } else {
                boolean moved = cell % 2 != 0;
                var here = new Destination(texts.text(one.attribute, value), moved ? count : 0, moved ? 0 : count);
                elsewhere.merge(value, here, Destination::and);
            }
        });
        int retained = states[0];
        int unknown = states[-Values.UNKNOWN];
        var staleness = Staleness.sum(
                tallies.stream().map(tally -> Staleness.of(tally.sums)).toList());
        int unobserved = staleness.unobserved();
        int inactive = staleness.inactive();
        var destinations = new ArrayList<>(elsewhere.values());
        destinations.sort(Comparator.comparingInt(Destination::count).reversed().thenComparing(Destination::value));
        return new RetentionPoint(
                day,
                new Share(retained, base),
                sum(tallies, SAME_INSTITUTION),
                new Share(retained, base - unobserved - inactive),
                new Bounds(
                        new Share(retained + sum(tallies, LOW), base),
                        new Share(retained + unknown + unobserved + sum(tallies, HIGH), base)),
                List.copyOf(destinations),
                unknown,
                staleness,
                sum(tallies, UNCERTAIN),
                sum(tallies, QUALIFIED));
    }
}
