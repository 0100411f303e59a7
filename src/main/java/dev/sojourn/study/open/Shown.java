package dev.sojourn.study.open;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Numbers that are shown, each a count of some people, and what can be worked out of them.
 *
 * <p>People whom all numbers shown treat alike form a <em>group</em>; adding and subtracting numbers never tells them
 * apart. A number is then a row of zeros and ones, one for each group, and what can be worked out are the sums of multiples
 * of rows. The rows are kept as a basis (Gauss and Jordan), each with a column of its own.
 */
final class Shown {

    /** Groups are looked for in fours, which takes pairs of them; more small ones than this are taken to be unsafe. */
    private static final int MOST_SMALL = 1_000;

    private int[] groupOf; // by person; 0 for those whom no number counts
    private int[] sizes; // by group
    private int groups;
    private final List<long[]> rows;
    private final List<Integer> columns; // the own column of each row

    /** Nothing is shown yet. */
    Shown() {
        groupOf = new int[0];
        sizes = new int[64];
        groups = 1;
        rows = new ArrayList<>();
        columns = new ArrayList<>();
    }

    private Shown(Shown before) {
        groupOf = before.groupOf.clone();
        sizes = before.sizes.clone();
        groups = before.groups;
        rows = new ArrayList<>();
        before.rows.forEach(row -> rows.add(row.clone()));
        columns = new ArrayList<>(before.columns);
    }

    /** The same with some more numbers, each given by the people it counts, from 0. */
    Shown with(List<int[]> numbers) {
        var more = new Shown(this);
        numbers.forEach(more::add);
        return more;
    }

    private void add(int[] people) {
        int[] counted = split(people);
        long[] row = new long[sizes.length];
        for (int group : counted) {
            row[group] = 1;
        }
        for (int at = 0; at < rows.size(); at++) {
            subtract(row, rows.get(at), row[columns.get(at)]);
        }
        int own = 0;
        while (own < groups && row[own] == 0) {
            own++;
        }
        if (own == groups) {
            return; // it could be worked out before
        }
        long divisor = Field.inverse(row[own]);
        for (int group = 0; group < groups; group++) {
            row[group] = Field.times(row[group], divisor);
        }
        for (long[] other : rows) {
            subtract(other, row, other[own]);
        }
        rows.add(row);
        columns.add(own);
    }

    private void subtract(long[] row, long[] other, long times) {
        for (int group = 0; times != 0 && group < groups; group++) {
            row[group] = Field.subtract(row[group], Field.times(other[group], times));
        }
    }

    /** Parts the groups of which only some are counted, and gives those counted. */
    private int[] split(int[] people) {
        int most = Arrays.stream(people).max().orElse(-1) + 1;
        if (most > groupOf.length) {
            int known = groupOf.length;
            groupOf = Arrays.copyOf(groupOf, Math.max(most, known * 2));
            sizes[0] += groupOf.length - known;
        }
        int[] hit = new int[groups];
        for (int person : people) {
            hit[groupOf[person]]++;
        }
        int[] becomes = new int[groups];
        int before = groups;
        for (int group = 0; group < before; group++) {
            becomes[group] = hit[group] > 0 && (hit[group] < sizes[group] || group == 0) ? fresh(group) : group;
        }
        for (int person : people) {
            int group = groupOf[person];
            if (becomes[group] != group) {
                sizes[group]--;
                sizes[becomes[group]]++;
                groupOf[person] = becomes[group];
            }
        }
        return Arrays.stream(people).map(person -> groupOf[person]).distinct().toArray();
    }

    /** Another group, which all numbers shown so far treat like one there is. */
    private int fresh(int like) {
        if (groups == sizes.length) {
            sizes = Arrays.copyOf(sizes, groups * 2);
            rows.replaceAll(row -> Arrays.copyOf(row, groups * 2));
        }
        for (long[] row : rows) {
            row[groups] = row[like];
        }
        return groups++;
    }

    /**
     * Whether no count of fewer than {@code threshold} people, though more than none, can be worked out; nor a difference of
     * two counts that are about so few people together. Looks at every choice of up to four groups.
     *
     * <p>A row can be worked out if it is at right angles to all that every shown number is at right angles to. One such
     * row, drawn at random, gives every group a number; sums and differences of small groups that come to zero can be
     * worked out, and others come to zero once in 2^61 times.
     */
    boolean safe(int threshold) {
        long[] across = across();
        var small = new ArrayList<Integer>();
        for (int group = 1; group < groups; group++) {
            if (sizes[group] > 0 && sizes[group] < threshold) {
                if (across[group] == 0) {
                    return false;
                }
                small.add(group);
            }
        }
        if (small.size() > MOST_SMALL) {
            return false;
        }
        return !ZeroSums.any(
                small.stream().mapToLong(group -> across[group]).toArray(),
                small.stream().mapToInt(group -> sizes[group]).toArray(),
                threshold);
    }

    private long[] across() {
        var random = new SplittableRandom(20251203);
        long[] across = new long[groups];
        Arrays.setAll(across, group -> random.nextLong(Field.P));
        columns.forEach(column -> across[column] = 0);
        long[] free = across.clone(); // nothing yet in the rows' own columns; no row has anything in another's
        for (int at = 0; at < rows.size(); at++) {
            long sum = 0;
            for (int group = 0; group < groups; group++) {
                sum = Field.add(sum, Field.times(rows.get(at)[group], free[group]));
            }
            across[columns.get(at)] = Field.subtract(0, sum);
        }
        return across;
    }
}
