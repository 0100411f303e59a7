package dev.sojourn.projection.day;

import dev.sojourn.projection.column.PackedDate;
import dev.sojourn.projection.person.SpellRows;
import java.util.List;

/**
 * What one year or month, written as a date, leaves open about the people of a block while it goes on: who may be where.
 *
 * <p>Which rows decide in some reading of somebody's dates is the same on all days between two of their dates, and at all
 * positions between two of their events. Each such stretch is a case, worked out once by the rules ({@link OpenCases}); a
 * question then picks its cases without looking at a spell.
 */
final class CoarseDate {

    private final int day; // the first one of the date
    private final char[] many; // places of those with too many cases
    private final char[] places;
    private final int[] from; // positions
    private final int[] to;
    private final char[] first; // days since that of the date
    private final char[] last;
    private final int[] begin; // where the rows of a case begin, and one number more
    private final int[] rows; // where they stand in the plane

    /**
     * Works it out.
     *
     * @param date packed, known to the year or the month
     */
    CoarseDate(int date, SpellPlane plane, SpellRows spells) {
        var open = new OpenCases(date, plane, spells);
        List<OpenCases.Case> cases = open.cases();
        day = date >> 2;
        many = open.many();
        places = new char[cases.size()];
        from = new int[cases.size()];
        to = new int[cases.size()];
        first = new char[cases.size()];
        last = new char[cases.size()];
        begin = new int[cases.size() + 1];
        for (int at = 0; at < places.length; at++) {
            var one = cases.get(at);
            places[at] = (char) one.place();
            from[at] = one.from();
            to[at] = one.to();
            first[at] = (char) (one.first() - day);
            last[at] = (char) (one.last() - day);
            begin[at + 1] = begin[at] + one.rows().length;
        }
        rows = new int[begin[places.length]];
        for (int at = 0; at < places.length; at++) {
            int[] its = cases.get(at).rows();
            System.arraycopy(its, 0, rows, begin[at], its.length);
        }
    }

    /** A day and how precisely it is known. */
    static int packed(int day, int form) {
        return day == PackedDate.UNKNOWN_DAY ? Integer.MAX_VALUE : day << 2 | (form & 3);
    }

    /** Tells the cases of a day, which lies in this date, as believed at a position up to that of the plane. */
    void tell(int asked, int asKnownAt, SpellPlane plane, OpenDates open) {
        int since = asked - day;
        int[] some = new int[from.length];
        int size = 0;
        for (int at = 0; at < from.length; at++) {
            some[size] = at; // overwritten by the next if it does not hold: there is no branch to be foreseen
            int fails = (asKnownAt - from[at]) | (to[at] - 1 - asKnownAt) | (since - first[at]) | (last[at] - since);
            size += 1 + (fails >> 31);
        }
        for (int one = 0; one < size; one++) {
            int at = some[one];
            open.add(places[at], rows, begin[at], begin[at + 1], plane);
        }
        for (char place : many) {
            open.alone(place);
        }
    }

    /** Bytes it takes. */
    long bytes() {
        return 2L * many.length + 18L * from.length + 4L * rows.length;
    }
}
