package dev.sojourn.projection.day;

import dev.sojourn.projection.column.Block;
import dev.sojourn.projection.person.SpellRows;
import dev.sojourn.projection.person.States;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The spells of one block of researchers, laid out so that the processor goes through them without branches.
 *
 * <p>Which of two spells takes precedence depends on neither the day nor the position. So each researcher's current
 * spells are sorted by it once, and the k-th ones of all researchers stand side by side, those with most spells first: a
 * pass from the last slot to the first, in which whatever covers the day overwrites what was there, leaves the deciding
 * one. It is written with masks instead of conditions so that the compiler vectorises it; a loop by researcher costs
 * several times as much, for its branches cannot be foreseen ({@code Kernels}, "flows by country, known 2021-01-01").
 *
 * <p>What was superseded by the position at which the plane was laid out stands apart, and matters to earlier ones only.
 */
final class SpellPlane {

    /** Later than any day, but small enough for differences not to overflow. */
    private static final int NEVER = 1 << 30;

    private final int position;
    private final int first;
    private final char[] order; // the researchers of the block, those with most spells first
    private final int[] lengths; // of each slot: how many have a spell there
    private final int[] start;
    private final int[] end;
    private final int[] from;
    private final int[] row;
    private final byte[] forms; // how the dates were written
    private final int[] superseded;
    private final int[] supersededFrom;
    private final int[] supersededTo;
    private final char[] whose;

    /** Lays out a block of which so many researchers are known, as believed in a view. */
    SpellPlane(int block, int researchers, SpellRows spells, States states, int position) {
        this.position = position;
        this.first = block << Block.BITS;
        var current = new ArrayList<List<Integer>>(researchers);
        var older = new ArrayList<Integer>();
        var owners = new StringBuilder(); // a growing list of chars
        for (int local = 0; local < researchers; local++) {
            var mine = new ArrayList<Integer>();
            for (int ever : spells.everOf(first + local)) {
                if (spells.believedTo(ever) == Integer.MAX_VALUE) {
                    mine.add(ever);
                } else {
                    older.add(ever);
                    owners.append((char) local);
                }
            }
            mine.sort((one, other) -> one.equals(other) ? 0 : states.precedes(one, other) ? -1 : 1);
            current.add(mine);
        }
        order = ordered(current);
        lengths = lengths(current);
        int rows = Arrays.stream(lengths).sum();
        start = new int[rows];
        end = new int[rows];
        from = new int[rows];
        row = new int[rows];
        forms = new byte[rows];
        fill(current, spells);
        superseded = older.stream().mapToInt(Integer::intValue).toArray();
        supersededFrom = Arrays.stream(superseded).map(spells::believedFrom).toArray();
        supersededTo = Arrays.stream(superseded).map(spells::believedTo).toArray();
        whose = owners.toString().toCharArray();
    }

    private static char[] ordered(List<List<Integer>> current) {
        var byCount = new ArrayList<Integer>();
        for (int local = 0; local < current.size(); local++) {
            byCount.add(local);
        }
        byCount.sort(Comparator.comparingInt(local -> -current.get(local).size())); // stable: numbers keep their order
        char[] order = new char[byCount.size()];
        for (int at = 0; at < order.length; at++) {
            order[at] = (char) byCount.get(at).intValue();
        }
        return order;
    }

    private static int[] lengths(List<List<Integer>> current) {
        int slots = current.stream().mapToInt(List::size).max().orElse(0);
        int[] lengths = new int[slots];
        for (var mine : current) {
            for (int slot = 0; slot < mine.size(); slot++) {
                lengths[slot]++;
            }
        }
        return lengths;
    }

    private void fill(List<List<Integer>> current, SpellRows spells) {
        int at = 0;
        for (int slot = 0; slot < lengths.length; slot++) {
            for (int rank = 0; rank < lengths[slot]; rank++, at++) {
                int known = current.get(order[rank]).get(slot);
                start[at] = Math.min(spells.startDay(known), NEVER);
                end[at] = Math.min(spells.endDay(known), NEVER);
                from[at] = spells.believedFrom(known);
                row[at] = known;
                forms[at] = OpenDates.forms(spells.startForm(known), spells.endForm(known));
            }
        }
    }

    /** The position as of which it was laid out. */
    int position() {
        return position;
    }

    /**
     * The deciding row of each researcher of the block on a day, by spells alone, as believed at a position up to that of
     * the plane; {@link States#UNOBSERVED} where there is none.
     *
     * @param into by place in the block
     */
    void deciding(int day, int asKnownAt, SpellRows spells, States states, int[] into) {
        int[] best = new int[order.length];
        Arrays.fill(best, States.UNOBSERVED);
        int offset = row.length;
        for (int slot = lengths.length - 1; slot >= 0; slot--) {
            offset -= lengths[slot];
            overwrite(best, lengths[slot], offset, day, asKnownAt);
        }
        for (int rank = 0; rank < best.length; rank++) {
            into[order[rank]] = best[rank];
        }
        if (asKnownAt < position) {
            superseded(day, asKnownAt, spells, states, into);
        }
    }

    private void overwrite(int[] best, int length, int offset, int day, int asKnownAt) {
        for (int rank = 0; rank < length; rank++) {
            int at = offset + rank;
            // Each difference is negative where the condition holds: start <= day, day < end, from <= position.
            int holds = ((start[at] - day - 1) & (day - end[at]) & (from[at] - asKnownAt - 1)) >> 31;
            best[rank] ^= (best[rank] ^ row[at]) & holds;
        }
    }

    private void superseded(int day, int asKnownAt, SpellRows spells, States states, int[] into) {
        for (int at = 0; at < superseded.length; at++) {
            if (supersededFrom[at] <= asKnownAt && asKnownAt < supersededTo[at]) {
                int older = superseded[at];
                int best = into[whose[at]];
                if (spells.startDay(older) <= day
                        && day < spells.endDay(older)
                        && (best < 0 || states.precedes(older, best))) {
                    into[whose[at]] = older;
                }
            }
        }
    }

    /** What dates that can lie on both sides of a day leave open, as believed at a position up to that of the plane. */
    void open(int asKnownAt, SpellRows spells, OpenDates open) {
        int offset = row.length;
        for (int slot = lengths.length - 1; slot >= 0; slot--) {
            offset -= lengths[slot];
            for (int rank = 0; rank < lengths[slot]; rank++) {
                int known = offset + rank;
                if (from[known] <= asKnownAt) {
                    open.spell(order[rank], row[known], start[known], end[known], forms[known]);
                }
            }
        }
        for (int at = 0; asKnownAt < position && at < superseded.length; at++) {
            if (supersededFrom[at] <= asKnownAt && asKnownAt < supersededTo[at]) {
                int older = superseded[at];
                open.older(
                        whose[at],
                        spells.startDay(older),
                        spells.startForm(older),
                        spells.endDay(older),
                        spells.endForm(older));
            }
        }
    }

    /** Bytes it takes. */
    long bytes() {
        return 17L * row.length + 12L * superseded.length + 2L * (order.length + whose.length);
    }
}
