package dev.sojourn.analysis.count;

import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.projection.day.OpenDates;
import dev.sojourn.projection.person.RankedReadings;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * What open dates leave open about some people on one day. Of most nothing; of most others whether one date has come, so
 * that two rows are to be compared; and the few who are left are looked at one by one.
 */
public final class Doubts {

    /** Beside those of {@link OpenDates}: somebody to be asked about by the general rules. */
    private static final int ALONE = -1;

    private final Lens lens;
    private final Chosen people;
    private final OpenDates open;
    private final boolean[] institutions; // those that can be different things on the day; empty where none can

    Doubts(Lens lens, Chosen people, OpenDates open, boolean[] institutions) {
        this.lens = lens;
        this.people = people;
        this.open = open;
        this.institutions = institutions;
    }

    /** Whether there is but one reading of somebody, given the row that decides as written. */
    public boolean none(int at, int row) {
        return open.readings(people.place(at)) == OpenDates.SETTLED && !openInstitution(row);
    }

    /** Whether there are just two readings, the one as written and {@link #late}. */
    public boolean two(int at, int row) {
        return open.readings(people.place(at)) == OpenDates.TWO && !openInstitution(row) && !openInstitution(late(at));
    }

    /** The row that decides if the open date has not come, or the state without one. */
    public int late(int at) {
        return lens.ruled(open.late(people.place(at)));
    }

    private boolean openInstitution(int row) {
        return row >= 0 && institutions.length > 0 && institutions[lens.spells().institution(row)];
    }

    /** Whether an attribute of somebody depends on the reading. */
    public boolean matter(Attribute attribute, int at, int row) {
        return !none(at, row) && values(attribute, at, row).size() > 1;
    }

    /**
     * Marks those of whom an attribute depends on the reading.
     *
     * @param rows the deciding rows as written, side by side
     * @param codes the codes of the attribute that they give
     * @param marks by place in the list
     */
    public void mark(Attribute attribute, int[] rows, int[] codes, boolean[] marks) {
        if (!byRow(attribute)) {
            for (int at = 0; at < people.size(); at++) {
                marks[at] |= matter(attribute, at, rows[at]);
            }
            return;
        }
        var sure = lens.sure(attribute);
        var readings = new RankedReadings(lens.spells(), lens.day(), open.mostSpells());
        int[] some = new int[people.size()];
        int size = listed(lens.doubtful(attribute), codes, some);
        for (int one = 0; one < size; one++) {
            int at = some[one];
            int place = people.place(at);
            marks[at] |= switch (open.isAlone(place) ? ALONE : open.readings(place)) {
                case OpenDates.SETTLED -> sure.applyAsInt(rows[at]) == RankedReadings.SEVERAL;
                case OpenDates.TWO -> differ(sure, rows[at], late(at));
                case OpenDates.MANY -> readings.differ(open.spells(place, readings.rows()), sure);
                default -> matter(attribute, at, rows[at]);
            };
        }
    }

    /** Those who may have more than one value: who have an open date, or are where an institution has one. */
    private int listed(boolean[] doubtful, int[] codes, int[] into) {
        int size = 0;
        for (int at = 0; at < into.length; at++) {
            into[size] = at; // overwritten by the next if it does not count: there is no branch to be foreseen
            size += open.any(people.place(at)) || (doubtful != null && doubtful[codes[at]]) ? 1 : 0;
        }
        return size;
    }

    private static boolean differ(IntUnaryOperator sure, int row, int late) {
        int written = sure.applyAsInt(row);
        return written == RankedReadings.SEVERAL || written != sure.applyAsInt(late);
    }

    /** The values that an attribute of somebody has in the readings. */
    public Set<Integer> values(Attribute attribute, int at, int row) {
        int researcher = people.researcher(at);
        if (byRow(attribute) && two(at, row)) {
            int written = lens.value(attribute, researcher, row);
            int late = lens.value(attribute, researcher, late(at));
            return written == late ? Set.of(written) : Set.of(written, late);
        }
        return lens.possible(attribute, researcher);
    }

    /** Flags are those of any covering spell, so the deciding row does not tell them. */
    private static boolean byRow(Attribute attribute) {
        return attribute != Attribute.FOUNDER && attribute != Attribute.LEADERSHIP;
    }
}
