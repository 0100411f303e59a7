package dev.sojourn.study.open;

import java.util.Arrays;

/** Finds two to four numbers that come to zero when added or subtracted, by meeting in the middle: pairs against pairs. */
final class ZeroSums {

    private final long[] values;
    private final int[] weights;
    private final int limit;
    private final long[] keys; // a table of sums, each with the places it is made of; 0 where there is none
    private final int[] ones;
    private final int[] others;

    private ZeroSums(long[] values, int[] weights, int limit) {
        this.values = values;
        this.weights = weights;
        this.limit = limit;
        int size = Integer.highestOneBit(Math.max(8, values.length * (values.length + 1))) * 4;
        this.keys = new long[size];
        this.ones = new int[size];
        this.others = new int[size];
    }

    /**
     * Whether there are any.
     *
     * @param values none of them zero
     * @param weights what each weighs, 1 or more; only choices that weigh less than {@code limit} together are looked at
     */
    static boolean any(long[] values, int[] weights, int limit) {
        return new ZeroSums(values, weights, limit).any();
    }

    private boolean any() {
        for (int one = 0; one < values.length; one++) {
            if (meets(values[one], one, one)) {
                return true;
            }
        }
        for (int one = 0; one < values.length; one++) {
            for (int other = one + 1; other < values.length; other++) {
                if (weights[one] + weights[other] < limit
                        && (meets(Field.add(values[one], values[other]), one, other)
                                || meets(Field.subtract(values[one], values[other]), one, other))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a sum is zero, or that of others that were there before, or their negative; puts it there. */
    private boolean meets(long sum, int one, int other) {
        long key = Math.min(sum, Field.P - sum);
        if (key == 0) {
            return true;
        }
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 33) & (keys.length - 1);
        while (keys[slot] != 0) {
            if (keys[slot] == key && apart(slot, one, other)) {
                return true;
            }
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = key;
        ones[slot] = one;
        others[slot] = other;
        return false;
    }

    /** Whether those of a slot are others than these, and weigh little enough with them. */
    private boolean apart(int slot, int one, int other) {
        int[] all = {ones[slot], others[slot], one, other};
        return ones[slot] != one
                && ones[slot] != other
                && others[slot] != one
                && others[slot] != other
                && Arrays.stream(all).distinct().map(at -> weights[at]).sum() < limit;
    }
}
