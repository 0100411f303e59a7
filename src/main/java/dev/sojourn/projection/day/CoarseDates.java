package dev.sojourn.projection.day;

import dev.sojourn.projection.column.PackedDate;
import java.util.Arrays;

/**
 * Who of a block has, or had, a spell with a date that stands for more than a day: by rank, for each such date. Of a day in
 * the middle of a year these are the only ones whose dates need to be looked at.
 */
final class CoarseDates {

    private static final char[] NOBODY = {};

    private final int[] dates; // packed, ascending
    private final char[][] ranks; // of each date

    CoarseDates(Slot[] slots) {
        long[] all = new long[2 * Arrays.stream(slots).mapToInt(Slot::length).sum()];
        int size = 0;
        for (var slot : slots) {
            for (int rank = 0; rank < slot.length(); rank++) {
                all[size] = key(slot.start(rank), rank);
                size += coarse(slot.start(rank)) ? 1 : 0;
                all[size] = key(slot.end(rank), rank);
                size += coarse(slot.end(rank)) ? 1 : 0;
            }
        }
        Arrays.sort(all, 0, size);
        long[] each = Arrays.stream(all, 0, size).distinct().toArray();
        dates = Arrays.stream(each).mapToInt(CoarseDates::date).distinct().toArray();
        ranks = new char[dates.length][];
        int next = 0;
        for (int at = 0; at < dates.length; at++) {
            int first = next;
            while (next < each.length && date(each[next]) == dates[at]) {
                next++;
            }
            ranks[at] = new char[next - first];
            for (int one = first; one < next; one++) {
                ranks[at][one - first] = (char) each[one];
            }
        }
    }

    private static boolean coarse(int date) {
        return (date & 3) == PackedDate.YEAR || (date & 3) == PackedDate.MONTH;
    }

    private static long key(int date, int rank) {
        return (long) date << 16 | rank;
    }

    private static int date(long key) {
        return (int) (key >> 16);
    }

    /** Those of a packed date, ascending; not to be written to. */
    char[] of(int date) {
        int at = Arrays.binarySearch(dates, date);
        return at < 0 ? NOBODY : ranks[at];
    }

    /** Bytes it takes. */
    long bytes() {
        return Arrays.stream(ranks).mapToLong(each -> 24 + 2L * each.length).sum() + 8L * dates.length;
    }
}
