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

    static Changes of(View earlier, View later, Rules rules, LocalDate day) {
        var before = new Lens(earlier, rules, day);
        var after = new Lens(later, rules, day);
        int[] from = withOutside(before.values(Attribute.COUNTRY));
        int[] to = withOutside(after.values(Attribute.COUNTRY));
        var tallies = Parts.of(
                later.blocks(), () -> new Tally(earlier, later, before, after, from.length, to.length), Tally::count);
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

        private final View earlier;
        private final View later;
        private final Lens before;
        private final Lens after;
        private final int outside;
        private final int width;
        private final int[] counts;
        private final int[] one = new int[Block.SIZE];
        private final int[] other = new int[Block.SIZE];
        private final int[] codes = new int[Block.SIZE];

        Tally(View earlier, View later, Lens before, Lens after, int from, int to) {
            this.earlier = earlier;
            this.later = later;
            this.before = before;
            this.after = after;
            this.outside = from - 1;
            this.width = to;
            this.counts = new int[from * to];
        }

        void count(int block) {
            look(earlier, before, block, one, outside);
            look(later, after, block, other, width - 1);
            for (int place = 0; place < Block.SIZE; place++) {
                counts[one[place] * width + other[place]]++;
            }
        }

        private void look(View view, Lens lens, int block, int[] into, int absent) {
            Arrays.fill(into, absent);
            if (block >= view.blocks()) {
                return;
            }
            int[] places = view.everyone().of(block);
            var people = new Chosen(block, places == null ? Block.SIZE : places.length, places);
            lens.codes(Attribute.COUNTRY, people, codes);
            for (int at = 0; at < people.size(); at++) {
                into[people.place(at)] = codes[at];
            }
        }
    }
}
