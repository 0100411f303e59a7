package dev.sojourn.analysis.count;

import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.projection.day.OpenDates;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What open dates leave open about some people on one day. Of most nothing; of most others which of a few rows decides,
 * so that these are to be compared; and the few who are left are looked at one by one.
 */
public final class Doubts {

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
        return open.of(people.place(at)) == OpenDates.SETTLED && !openInstitution(row);
    }

    /**
     * The rows that decide in the readings of somebody, or the states without one; null if they do not tell all, so that
     * the general rules are to be asked.
     *
     * @param row the one that decides as written
     */
    int[] rows(int at, int row) {
        int number = open.of(people.place(at));
        int[] rows = number < 0
                ? new int[] {row}
                : Arrays.stream(open.rows(), open.begin(number), open.begin(number + 1))
                        .map(lens::ruled)
                        .toArray();
        return number == OpenDates.ALONE || Arrays.stream(rows).anyMatch(this::openInstitution) ? null : rows;
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
     * @param marks by place in the block; those of others are set, too
     */
    public void mark(Attribute attribute, int[] rows, int[] codes, boolean[] marks) {
        boolean byRow = byRow(attribute);
        if (byRow) {
            markListed(attribute, marks);
            markInstitutions(attribute, rows, codes, marks);
        }
        for (int at = 0; at < people.size(); at++) {
            int place = people.place(at);
            if (byRow ? open.of(place) == OpenDates.ALONE : !none(at, rows[at])) {
                marks[place] |= matter(attribute, at, rows[at]);
            }
        }
    }

    /** Those whose rows have different codes; of whoever is alone they do not tell all. */
    private void markListed(Attribute attribute, boolean[] marks) {
        int[] codes = new int[open.begin(open.size())];
        lens.codes(attribute, open, codes);
        boolean[] several = lens.severalInstitutions(attribute);
        for (int number = 0; number < open.size(); number++) {
            int differ = 0;
            for (int at = open.begin(number); at < open.begin(number + 1); at++) {
                differ |= codes[at] ^ codes[open.begin(number)];
                if (several != null && several[open.institutions()[at]]) {
                    differ |= lens.several(attribute, open.rows()[at]) ? 1 : 0;
                }
            }
            int place = open.place(number);
            marks[place] |= differ != 0 && open.of(place) == number;
        }
    }

    /** Those at an institution that has several values itself, whatever their own dates are. */
    private void markInstitutions(Attribute attribute, int[] rows, int[] codes, boolean[] marks) {
        boolean[] several = lens.severalInstitutions(attribute);
        if (several == null) {
            return;
        }
        int[] institutions = lens.institutions(people.block());
        boolean[] doubtful = institutions == null ? lens.doubtful(attribute) : several;
        for (int at = 0; at < people.size(); at++) {
            if (doubtful[institutions == null ? codes[at] : institutions[people.place(at)]]) {
                marks[people.place(at)] |= lens.several(attribute, rows[at]);
            }
        }
    }

    /** The values that an attribute of somebody has in the readings. */
    public Set<Integer> values(Attribute attribute, int at, int row) {
        int researcher = people.researcher(at);
        int[] rows = byRow(attribute) ? rows(at, row) : null;
        return rows == null
                ? lens.possible(attribute, researcher)
                : Arrays.stream(rows)
                        .mapToObj(one -> lens.value(attribute, researcher, one))
                        .collect(Collectors.toSet());
    }

    /** Flags are those of any covering spell, so the deciding row does not tell them. */
    private static boolean byRow(Attribute attribute) {
        return attribute != Attribute.FOUNDER && attribute != Attribute.LEADERSHIP;
    }
}
