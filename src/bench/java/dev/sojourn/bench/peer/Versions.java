package dev.sojourn.bench.peer;

import dev.sojourn.event.value.SpellId;
import java.util.Arrays;
import java.util.UUID;

/** The versions of all spells: columns as long as the ledger, and of each researcher a chain of rows. */
final class Versions {

    /** After all positions. */
    static final int STILL = Integer.MAX_VALUE;

    private static final int NONE = -1;
    private static final int SPELL_BITS = 5; // of one researcher; the generator makes fourteen at most
    private static final int INSTITUTION_BITS = 15;
    private static final int DAY_BITS = 17;

    /** What a version says. */
    record Told(int institution, int rank, int start, int end) {}

    /**
     * A row.
     *
     * @param spell its number among the researcher's, in the order of ids
     * @param precedence the smallest of those that cover a day decides: kind, latest start, institution, spell. The
     *     institution can be read back from it: {@code precedence >> 5 & 32767}
     * @param from the position from which it was believed
     * @param to the position from which it was not
     */
    record Version(int researcher, int spell, int institution, long precedence, int start, int end, int from, int to) {}

    /** Takes rows. */
    @FunctionalInterface
    interface Sink {

        /** Takes the next. */
        void take(Version version) throws Exception;
    }

    private int size;
    private int[] newest = new int[1 << 10];
    private int[] previous = new int[1 << 12];
    private long[] high = new long[1 << 12];
    private long[] low = new long[1 << 12];
    private int[] place = new int[1 << 12]; // institution and rank
    private int[] start = new int[1 << 12];
    private int[] end = new int[1 << 12];
    private int[] from = new int[1 << 12];
    private int[] to = new int[1 << 12];

    Versions() {
        Arrays.fill(newest, NONE);
    }

    /** From a position on a spell is not believed as it was. */
    void close(int researcher, SpellId spell, int position) {
        var id = UUID.fromString(spell.value());
        for (int row = newest(researcher); row != NONE; row = previous[row]) {
            if (to[row] == STILL
                    && high[row] == id.getMostSignificantBits()
                    && low[row] == id.getLeastSignificantBits()) {
                to[row] = position;
            }
        }
    }

    /** From a position on a spell is believed so. */
    void open(int researcher, SpellId spell, Told told, int position) {
        if (size == place.length) {
            grow();
        }
        var id = UUID.fromString(spell.value());
        high[size] = id.getMostSignificantBits();
        low[size] = id.getLeastSignificantBits();
        place[size] = told.institution << 3 | told.rank;
        start[size] = told.start;
        end[size] = told.end;
        from[size] = position;
        to[size] = STILL;
        previous[size] = newest(researcher);
        newest[researcher] = size++;
    }

    private int newest(int researcher) {
        if (researcher >= newest.length) {
            int before = newest.length;
            newest = Arrays.copyOf(newest, researcher * 2);
            Arrays.fill(newest, before, newest.length, NONE);
        }
        return newest[researcher];
    }

    private void grow() {
        int more = size * 2;
        previous = Arrays.copyOf(previous, more);
        high = Arrays.copyOf(high, more);
        low = Arrays.copyOf(low, more);
        place = Arrays.copyOf(place, more);
        start = Arrays.copyOf(start, more);
        end = Arrays.copyOf(end, more);
        from = Arrays.copyOf(from, more);
        to = Arrays.copyOf(to, more);
    }

    /** How many. */
    int size() {
        return size;
    }

    /** All rows, by researcher and in the order of telling. */
    void each(int researchers, Sink sink) throws Exception {
        for (int researcher = 0; researcher < researchers; researcher++) {
            int[] rows = new int[size(researcher)];
            for (int row = newest[researcher], at = rows.length; row != NONE; row = previous[row]) {
                rows[--at] = row;
            }
            for (int row : rows) {
                sink.take(version(researcher, rows, row));
            }
        }
    }

    private int size(int researcher) {
        int count = 0;
        for (int row = newest[researcher]; row != NONE; row = previous[row]) {
            count++;
        }
        return count;
    }

    private Version version(int researcher, int[] rows, int row) {
        int spell = 0;
        for (int other : rows) {
            spell += comesBefore(row, other) && first(rows, other) ? 1 : 0;
        }
        int institution = place[row] >>> 3;
        long precedence = place[row] & 7;
        precedence = precedence << DAY_BITS | (1 << DAY_BITS) - 1 - start[row];
        precedence = precedence << INSTITUTION_BITS | institution;
        precedence = precedence << SPELL_BITS | spell;
        return new Version(researcher, spell, institution, precedence, start[row], end[row], from[row], to[row]);
    }

    /** Whether the id of another row's spell comes before a row's, as texts: as numbers without sign. */
    private boolean comesBefore(int row, int candidate) {
        int byHigh = Long.compareUnsigned(high[candidate], high[row]);
        return byHigh < 0 || (byHigh == 0 && Long.compareUnsigned(low[candidate], low[row]) < 0);
    }

    /** Whether a row is the first of its spell. */
    private boolean first(int[] rows, int row) {
        for (int other : rows) {
            if (high[other] == high[row] && low[other] == low[row]) {
                return other == row;
            }
        }
        throw new IllegalStateException();
    }
}
