package dev.sojourn.bench.peer;

import dev.sojourn.analysis.count.Chosen;
import dev.sojourn.analysis.count.Lens;
import dev.sojourn.analysis.count.Parts;
import dev.sojourn.analysis.count.Values;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Rules;
import dev.sojourn.projection.View;
import dev.sojourn.projection.column.Block;
import dev.sojourn.projection.column.Country;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;

/**
 * How many people are in which country on a day as known at one position, and in which other as known at another: what
 * {@code compare} begins with.
 *
 * @param counts by code at the earlier and at the later position
 * @param earlier the values of the codes: countries, or states below 0
 * @param later the same of the later position
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Changes(int[] counts, int[] earlier, int[] later) {

    /** The value of those who were not in the ledger yet. */
    static final int OUTSIDE = Integer.MIN_VALUE;

    /** Looks only at those whom anything between the two positions can have moved. */
    static Changes of(View earlier, View later, Rules rules, LocalDate day) {
        var before = new Lens(earlier, rules, day);
        var after = new Lens(later, rules, day);
        int[] from = withOutside(before.values(Attribute.COUNTRY));
        int[] to = withOutside(after.values(Attribute.COUNTRY));
        var concerned = later.concernedSince(earlier).orElseThrow();
        var tallies = Parts.of(
                later.blocks(),
                () -> new Tally(concerned, earlier, later, before, after, from.length, to.length),
                Tally::count);
        int[] counts = new int[from.length * to.length];
        tallies.forEach(tally -> Arrays.setAll(counts, pair -> counts[pair] + tally.counts[pair]));
        return new Changes(counts, from, to);
    }

    /** Those whose country differs. */
    Answer answer() {
        var answer = new Answer();
        for (int pair = 0; pair < counts.length; pair++) {
            int one = earlier[pair / later.length];
            int other = later[pair % later.length];
            if (one != other) {
                answer.count(place(one) + ">" + place(other), counts[pair]);
            }
        }
        return answer;
    }

    private static String place(int value) {
        return value == OUTSIDE ? "outside" : value < 0 ? Values.state(value) : Country.code(value);
    }

    private static int[] withOutside(int[] values) {
        int[] more = Arrays.copyOf(values, values.length + 1);
        more[values.length] = OUTSIDE;
        return more;
    }

    private static final class Tally {

        private final BitSet concerned;
        private final View earlier;
        private final View later;
        private final Lens before;
        private final Lens after;
        private final int width;
        private final int[] counts;
        private final int[] all = new int[Block.SIZE];
        private final int[] one = new int[Block.SIZE];
        private final int[] other = new int[Block.SIZE];
        private final int[] codes = new int[Block.SIZE];

        Tally(BitSet concerned, View earlier, View later, Lens before, Lens after, int from, int to) {
            this.concerned = concerned;
            this.earlier = earlier;
            this.later = later;
            this.before = before;
            this.after = after;
            this.width = to;
            this.counts = new int[from * to];
        }

        void count(int block) {
            int first = block << Block.BITS;
            int size = 0;
            for (int who = concerned.nextSetBit(first);
                    who >= 0 && who < first + Block.SIZE;
                    who = concerned.nextSetBit(who + 1)) {
                all[size++] = who & Block.MASK;
            }
            if (size > 0) {
                look(earlier, before, block, size, one, counts.length / width - 1);
                look(later, after, block, size, other, width - 1);
                for (int at = 0; at < size; at++) {
                    counts[one[at] * width + other[at]]++;
                }
            }
        }

        /** The codes of the concerned, or that of the outside for those who are not in the ledger. */
        private void look(View view, Lens lens, int block, int size, int[] into, int outside) {
            int[] in = new int[size];
            int found = view.everyone().among(block, all, size, in);
            lens.codes(Attribute.COUNTRY, new Chosen(block, found, in), codes);
            for (int at = 0, next = 0; at < size; at++) {
                into[at] = next < found && in[next] == all[at] ? codes[next++] : outside;
            }
        }
    }
}
