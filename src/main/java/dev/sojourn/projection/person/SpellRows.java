package dev.sojourn.projection.person;

import dev.sojourn.event.value.Flag;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Kind;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.projection.column.Country;
import dev.sojourn.projection.column.IntColumn;
import dev.sojourn.projection.column.PackedDate;
import dev.sojourn.projection.institution.Institutions;
import dev.sojourn.time.PartialDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The spells as believed at one position: rows of the timeline by number, and of each researcher only those that are
 * seen from there.
 */
public final class SpellRows {

    /** {@link #observed} of a spell that nothing ever showed to be true. */
    public static final int NEVER = SpellTable.NEVER;

    private final Institutions institutions;
    private final SpellTable table;
    private final int position;
    // Taken once, after the position was read: see IntColumn.
    private final int[][] newest;
    private final int[][] previous;
    private final int[][] from;
    private final int[][] to;
    private final int[][] start;
    private final int[][] end;
    private final int[][] institution;
    private final int[][] traits;
    private final int[][] observed;

    public SpellRows(Spells spells, Institutions institutions, int position) {
        this.institutions = institutions;
        this.table = spells.table;
        this.position = position;
        newest = spells.newest.chunks();
        from = table.from.chunks(); // first, as it is written last: where it has a row, the others have
        previous = table.previous.chunks();
        to = table.to.chunks();
        start = table.start.chunks();
        end = table.end.chunks();
        institution = table.institution.chunks();
        traits = table.traits.chunks();
        observed = table.observed.chunks();
    }

    private static int at(int[][] column, int row) {
        return column[row >>> IntColumn.BITS][row & IntColumn.MASK];
    }

    /** The newest row of a researcher that is seen from here, or -1. */
    public int first(int researcher) {
        return seen(at(newest, researcher) - 1);
    }

    /** The next older row of the same researcher that is seen from here, or -1. */
    public int next(int row) {
        return seen(at(previous, row) - 1);
    }

    private int seen(int newer) {
        int row = newer;
        // A row added since this view was made may lie beyond the columns taken; its chain leads back into them.
        while (row >= 0 && (beyond(row) || at(from, row) > position || position >= at(to, row))) {
            row = (beyond(row) ? table.previous.get(row) : at(previous, row)) - 1;
        }
        return row;
    }

    /** The newest row of a researcher that was written by this position, be it superseded; -1 if there is none. */
    public int firstEver(int researcher) {
        return written(at(newest, researcher) - 1);
    }

    /** The next older row of the same researcher, be it superseded, or -1. */
    public int nextEver(int row) {
        return written(at(previous, row) - 1);
    }

    private int written(int newer) {
        int row = newer;
        while (row >= 0 && (beyond(row) || at(from, row) > position)) {
            row = (beyond(row) ? table.previous.get(row) : at(previous, row)) - 1;
        }
        return row;
    }

    /** All rows of a researcher that were ever written by this position, the superseded ones too, newest first. */
    public int[] everOf(int researcher) {
        int[] rows = new int[8];
        int size = 0;
        for (int row = firstEver(researcher); row >= 0; row = nextEver(row)) {
            if (size == rows.length) {
                rows = Arrays.copyOf(rows, size * 2);
            }
            rows[size++] = row;
        }
        return Arrays.copyOf(rows, size);
    }

    /** Whether any spell of a researcher that is seen from here is at one of some institutions. */
    public boolean anyAt(int researcher, BitSet institutions) {
        for (int row = first(researcher); row >= 0; row = next(row)) {
            if (institutions.get(institution(row))) {
                return true;
            }
        }
        return false;
    }

    /** How many rows the timeline has by now, the superseded ones included. */
    public int ever() {
        return table.size();
    }

    /** Every {@link Country} that was ever recorded as a workplace; not to be written to. */
    public int[] workplaces() {
        return table.workplaces();
    }

    /** Whether any date of any spell was written as approximate or uncertain. */
    public boolean anyQualified() {
        return table.anyQualified();
    }

    /** Whether any flag holds. */
    public boolean flagged(int row) {
        return SpellTable.flagged(at(traits, row));
    }

    /** The position of the event from which it was no longer believed, {@code Integer.MAX_VALUE} if none by here. */
    public int believedTo(int row) {
        int until = at(to, row);
        return until > position ? Integer.MAX_VALUE : until;
    }

    private boolean beyond(int row) {
        return row >>> IntColumn.BITS >= from.length;
    }

    /** A researcher's spells as believed here, oldest belief first; without those of merged researchers. */
    public int[] of(int researcher) {
        int[] rows = IntStream.iterate(first(researcher), row -> row >= 0, this::next)
                .toArray();
        for (int low = 0, high = rows.length - 1; low < high; low++, high--) {
            int swapped = rows[low];
            rows[low] = rows[high];
            rows[high] = swapped;
        }
        return rows;
    }

    /** First day it counts in a point estimate, in days since 1970; later than any if not known. */
    public int startDay(int row) {
        return at(start, row);
    }

    /** First day it no longer counts in a point estimate; later than any if it is not known to have ended. */
    public int endDay(int row) {
        return at(end, row);
    }

    public int startForm(int row) {
        return SpellTable.startForm(at(traits, row));
    }

    public int endForm(int row) {
        return SpellTable.endForm(at(traits, row));
    }

    int rank(int row) {
        return SpellTable.rank(at(traits, row));
    }

    /** Which spell the row is about. */
    public SpellId spell(int row) {
        return table.id(row);
    }

    /** The number of its institution, as recorded. */
    public int institution(int row) {
        return at(institution, row);
    }

    /** Its institution, as recorded. */
    public InstitutionId institutionId(int row) {
        return institutions.id(institution(row));
    }

    /** As what. */
    public Role role(int row) {
        return SpellTable.role(at(traits, row));
    }

    /** How it relates to others; null where nobody said, which counts as PRIMARY. */
    public Kind kind(int row) {
        return SpellTable.kind(at(traits, row));
    }

    /** Whether a flag holds throughout. */
    public boolean has(int row, Flag flag) {
        return SpellTable.has(at(traits, row), flag);
    }

    /** {@link Country} of the workplace, {@link Country#UNKNOWN} if none was recorded. */
    public int workplace(int row) {
        return SpellTable.workplace(at(traits, row));
    }

    /** Its first day as written, or null. */
    public PartialDate start(int row) {
        return PackedDate.unpack(startDay(row), startForm(row));
    }

    /** Its end as written, or null. */
    public PartialDate end(int row) {
        return PackedDate.unpack(endDay(row), endForm(row));
    }

    /** Whether the start or the end was written as approximate or uncertain. */
    public boolean qualified(int row) {
        return PackedDate.qualified(startForm(row)) || PackedDate.qualified(endForm(row));
    }

    /** The latest day at which anything showed it true, in days since 1970, or {@link #NEVER}. */
    public int observed(int row) {
        return at(observed, row);
    }

    /** The position of the event from which it is believed so. */
    public int believedFrom(int row) {
        return at(from, row);
    }
}
