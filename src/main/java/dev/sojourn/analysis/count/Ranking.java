package dev.sojourn.analysis.count;

import java.util.Arrays;

/**
 * Puts cells in the order of answers, the largest first. Most cells of a large answer are small, so they are dealt out
 * by their count instead of being compared: a matrix of countries has 15,000 of them, and comparing took longer than
 * counting a million people.
 */
public final class Ranking {

    /** Counts from here on are few enough to be compared. */
    private static final int LARGE = 1 << 12;

    private Ranking() {}

    /** The places of counts, largest count first; equal ones keep their order, and zeros are left out. */
    public static int[] of(int[] counts) {
        int largest = 0;
        for (int count : counts) {
            largest = Math.max(largest, count);
        }
        int[] from = new int[Math.min(largest, LARGE) + 1]; // where those of a count begin
        for (int count : counts) {
            from[Math.min(count, LARGE)]++;
        }
        from[0] = 0;
        int size = 0;
        for (int count = from.length - 1; count > 0; count--) {
            int those = from[count];
            from[count] = size;
            size += those;
        }
        int[] places = new int[size];
        int large = 0;
        for (int place = 0; place < counts.length; place++) {
            int count = Math.min(counts[place], LARGE);
            if (count > 0) {
                places[from[count]++] = place;
                large += count == LARGE ? 1 : 0;
            }
        }
        compare(places, large, counts);
        return places;
    }

    /** Sorts the first places, which are those of large counts. */
    private static void compare(int[] places, int large, int[] counts) {
        long[] keys = new long[large];
        for (int at = 0; at < large; at++) {
            keys[at] = (long) (Integer.MAX_VALUE - counts[places[at]]) << 32 | places[at];
        }
        Arrays.sort(keys);
        for (int at = 0; at < large; at++) {
            places[at] = (int) keys[at];
        }
    }
}
