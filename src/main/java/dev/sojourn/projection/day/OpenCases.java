package dev.sojourn.projection.day;

import dev.sojourn.projection.column.PackedDate;
import dev.sojourn.projection.person.RankedReadings;
import dev.sojourn.projection.person.SpellRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Works out the cases of a {@link CoarseDate}. A case with one possible row is left out, as if no date were open, unless
 * somebody has a flag: which flags hold is told by all spells that cover a day. Whoever has an open year is in its cases
 * alone, whatever months are open, too.
 */
final class OpenCases {

    /** Stretches of one person; of whoever has more all is to be looked at each time. */
    private static final int MOST = 256;

    private static final int[] NONE = {};

    /**
     * Where the rows stand that decide in the readings of somebody's dates, or the state without one.
     *
     * @param from first position
     * @param to position from which it is so no longer
     * @param first day
     * @param last day on which it is so
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Case(int place, int from, int to, int first, int last, int[] rows) {}

    private final int date;
    private final int year; // the one it is in, or is
    private final int first;
    private final int last; // the day on which it has come for sure
    private final SpellPlane plane;
    private final SpellRows spells;
    private final int[] all; // the rows of the one in hand, those no longer believed among them, by precedence
    private final int[] from; // of each of them: the positions, packed dates, and whether it has a flag
    private final int[] to;
    private final int[] start;
    private final int[] end;
    private final boolean[] flagged;
    private final RankedReadings readings;
    private final Stops positions; // where the beliefs about the one in hand change
    private final Stops days; // on which dates of theirs begin to be open, or have come
    private final List<Case> cases = new ArrayList<>();
    private final StringBuilder many = new StringBuilder(); // a growing list of chars

    OpenCases(int date, SpellPlane plane, SpellRows spells) {
        this.date = date;
        this.plane = plane;
        this.spells = spells;
        first = date >> 2;
        last = PackedDate.latest(first, date & 3);
        year = CoarseDate.packed(
                (int) LocalDate.ofEpochDay(first).withDayOfYear(1).toEpochDay(), PackedDate.YEAR);
        readings = new RankedReadings(spells, plane.mostRows());
        positions = new Stops(2 * plane.mostRows() + 1);
        days = new Stops(4 * plane.mostRows() + 2);
        all = new int[plane.mostRows()];
        from = new int[all.length];
        to = new int[all.length];
        start = new int[all.length];
        end = new int[all.length];
        flagged = new boolean[all.length];
        boolean[] dated = plane.dated(first);
        for (int rank = 0; rank < dated.length; rank++) {
            if (dated[rank]) {
                add(rank, plane.rows(rank, all));
            }
        }
    }

    List<Case> cases() {
        return cases;
    }

    /** By place those with too many. */
    char[] many() {
        return many.toString().toCharArray();
    }

    private void add(int rank, int count) {
        int place = plane.place(rank);
        stop(count);
        if ((long) positions.size * days.size > MOST) {
            many.append((char) place);
            return;
        }
        for (int stretch = 0; stretch + 1 < days.size; stretch++) {
            Case before = null; // the one that ends where the next begins
            for (int at = 0; at + 1 < positions.size; at++) {
                int[] rows = rows(rank, count, positions.all[at], days.all[stretch]);
                if (rows.length == 0) {
                    before = null;
                } else if (before != null && Arrays.equals(before.rows, rows)) {
                    before = new Case(place, before.from, positions.all[at + 1], before.first, before.last, rows);
                    cases.set(cases.size() - 1, before);
                } else {
                    before = new Case(
                            place,
                            positions.all[at],
                            positions.all[at + 1],
                            days.all[stretch],
                            days.all[stretch + 1] - 1,
                            rows);
                    cases.add(before);
                }
            }
        }
    }

    /** The rows that decide in some reading, if there are several; none if the date is none of those believed. */
    private int[] rows(int rank, int count, int position, int day) {
        int size = 0;
        boolean concerns = false;
        boolean flags = false;
        for (int at = 0; at < count; at++) {
            if (from[at] <= position && position < to[at]) {
                if (date != year && (start[at] == year || end[at] == year)) {
                    return NONE; // a case of the year
                }
                concerns |= start[at] == date || end[at] == date;
                flags |= flagged[at];
                readings.rows()[size++] = all[at];
            }
        }
        int[] rows = concerns ? readings.deciding(size, day) : NONE;
        return rows.length > 1 || flags
                ? Arrays.stream(rows).map(row -> plane.find(rank, row)).toArray()
                : NONE;
    }

    /** Takes in the rows in hand, and where something about them changes. */
    private void stop(int count) {
        positions.size = 0;
        days.size = 0;
        positions.add(Integer.MAX_VALUE);
        days.add(first);
        days.add(last);
        for (int at = 0; at < count; at++) {
            int row = all[at];
            from[at] = spells.believedFrom(row);
            to[at] = spells.believedTo(row);
            start[at] = CoarseDate.packed(spells.startDay(row), spells.startForm(row));
            end[at] = CoarseDate.packed(spells.endDay(row), spells.endForm(row));
            flagged[at] = spells.flagged(row);
            positions.add(from[at]);
            positions.add(to[at]);
            stopAt(start[at]);
            stopAt(end[at]);
        }
    }

    private void stopAt(int packed) {
        int day = packed >> 2;
        if (first <= day && day < last && packed != date) {
            days.add(day);
            days.add(Math.min(last, PackedDate.latest(day, packed & 3)));
        }
    }

    /** Numbers, ascending, each once; so few that they are put in their places one by one. */
    private static final class Stops {

        final int[] all;
        int size;

        Stops(int most) {
            all = new int[most];
        }

        void add(int number) {
            int at = size;
            while (at > 0 && all[at - 1] > number) {
                at--;
            }
            if (at == 0 || all[at - 1] != number) {
                System.arraycopy(all, at, all, at + 1, size++ - at);
                all[at] = number;
            }
        }
    }
}
