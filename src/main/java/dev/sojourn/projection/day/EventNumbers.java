package dev.sojourn.projection.day;

import dev.sojourn.projection.person.SpellRows;
import java.util.Arrays;

/**
 * Numbers the positions at which what is believed about the people of a block changed, so that they take 15 bits. Where
 * there are too many of them, several share a number, and of a position between two of one number it is told whose beliefs
 * changed there.
 */
final class EventNumbers {

    /** The number of a belief that does not end. */
    static final short NEVER = Short.MAX_VALUE;

    /** One more than the largest number. */
    private static final int MOST = NEVER - 1;

    private final int[] positions; // ascending
    private final int shift; // 1 << shift of them share a number
    private final char[] places; // of each position; none where no two share a number

    private EventNumbers(int[] positions, char[] places) {
        int bits = 0;
        while (positions.length >> bits >= MOST) {
            bits++;
        }
        this.positions = positions;
        this.shift = bits;
        this.places = bits == 0 ? new char[0] : places;
    }

    /**
     * Numbers what is believed of the first rows, as many as there are numbers asked for.
     *
     * @param placeOf the place of whom each row is about
     * @param from is given the number of the position from which each row is believed
     * @param to likewise from which it no longer is, or {@link #NEVER}
     */
    static EventNumbers of(int[] rows, char[] placeOf, SpellRows spells, short[] from, short[] to) {
        long[] events = new long[2 * from.length]; // the position, the row, and whether it begins or ends
        int size = 0;
        for (int at = 0; at < from.length; at++) {
            events[size++] = (long) spells.believedFrom(rows[at]) << 32 | at << 1;
            if (spells.believedTo(rows[at]) != Integer.MAX_VALUE) {
                events[size++] = (long) spells.believedTo(rows[at]) << 32 | at << 1 | 1;
            }
        }
        Arrays.sort(events, 0, size);
        int[] positions = new int[size];
        char[] places = new char[size];
        int[] numbers = new int[size];
        int distinct = 0;
        for (int event = 0; event < size; event++) {
            int position = (int) (events[event] >> 32);
            if (distinct == 0 || positions[distinct - 1] != position) {
                positions[distinct++] = position;
            }
            places[distinct - 1] = placeOf[(int) events[event] >> 1];
            numbers[event] = distinct - 1;
        }
        var made = new EventNumbers(Arrays.copyOf(positions, distinct), Arrays.copyOf(places, distinct));
        Arrays.fill(to, NEVER);
        for (int event = 0; event < size; event++) {
            short[] column = (events[event] & 1) == 0 ? from : to;
            column[(int) events[event] >> 1] = (short) (numbers[event] >> made.shift);
        }
        return made;
    }

    private int upTo(int position) {
        int at = Arrays.binarySearch(positions, position);
        return at < 0 ? -1 - at : at + 1;
    }

    /** What has a smaller number has happened by a position; what has not, has not, but for {@link #unclear}. */
    short after(int position) {
        return (short) (upTo(position) >> shift);
    }

    /** The places of those about whom the numbers do not tell what is believed at a position. */
    char[] unclear(int position) {
        return shift == 0 ? places : Arrays.copyOfRange(places, after(position) << shift, upTo(position));
    }

    /** Bytes they take. */
    long bytes() {
        return 4L * positions.length + 2L * places.length;
    }
}
