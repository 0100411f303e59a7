package dev.sojourn.projection.person;

import dev.sojourn.event.EducationEvent;
import dev.sojourn.event.EducationEvent.EducationCorrected;
import dev.sojourn.event.EducationEvent.EducationRecorded;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.value.Degree;
import dev.sojourn.event.value.EducationId;
import dev.sojourn.projection.column.IntColumn;
import dev.sojourn.projection.column.Texts;
import dev.sojourn.projection.institution.Institutions;
import dev.sojourn.store.saved.SnapshotIn;
import dev.sojourn.store.saved.SnapshotOut;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;

/** Each researcher's chain of degree rows, from the newest to the oldest. */
public final class Degrees {

    final DegreeTable table;
    /** As {@link Spells#newest}. */
    final IntColumn newest;

    private final Institutions institutions;

    Degrees(Institutions institutions) {
        this(institutions, new DegreeTable(), new IntColumn());
    }

    private Degrees(Institutions institutions, DegreeTable table, IntColumn newest) {
        this.table = table;
        this.newest = newest;
        this.institutions = institutions;
    }

    /** One more event of a degree: the belief before it is closed, the one after it opened. */
    void changed(int researcher, EducationEvent event, int position) {
        int row = current(researcher, event.education());
        int first = row < 0 ? position : table.recorded.get(row);
        believe(researcher, event.education(), row, degree(event), first, position);
    }

    /** As {@link Spells#save}. */
    void save(SnapshotOut out, int researchers, int position) {
        table.save(out, position);
        out.numbers(researchers, researcher -> 1 + newestBy(researcher, position));
    }

    /** As {@link Spells#load}. */
    void load(SnapshotIn in) {
        table.load(in);
        int researchers = newest.load(in);
        for (int researcher = 0; researcher < researchers; researcher++) {
            for (int row = newest.get(researcher) - 1; row >= 0; row = table.previous.get(row) - 1) {
                table.taken(row);
            }
        }
    }

    private int newestBy(int researcher, int position) {
        int row = newest.get(researcher) - 1;
        while (row >= 0 && table.from.get(row) > position) {
            row = table.previous.get(row) - 1;
        }
        return row;
    }

    /** Whether any degree of a researcher that is believed at a position is of one of some institutions. */
    public boolean anyAt(int researcher, BitSet institutions, int position) {
        for (int row = newest.get(researcher) - 1; row >= 0; row = table.previous.get(row) - 1) {
            int at = table.institution.get(row);
            if (at >= 0 && institutions.get(at) && table.from.get(row) <= position && position < table.to.get(row)) {
                return true;
            }
        }
        return false;
    }

    /** How many rows a researcher ever had by a position, the superseded ones included. */
    public int ever(int researcher, int position) {
        int rows = 0;
        for (int row = newest.get(researcher) - 1; row >= 0; row = table.previous.get(row) - 1) {
            rows += table.from.get(row) <= position ? 1 : 0;
        }
        return rows;
    }

    /** After an undo: all of the researcher's degrees are closed and opened anew from the events that count. */
    void refold(int researcher, List<Recorded> counting, int position) {
        for (int row = newest.get(researcher) - 1; row >= 0; row = table.previous.get(row) - 1) {
            if (table.to.get(row) == SpellTable.OPEN) {
                table.to.set(row, position);
            }
        }
        var degrees = new LinkedHashMap<EducationId, Degree>();
        var first = new HashMap<EducationId, Integer>();
        for (var recorded : counting) {
            if (recorded.event() instanceof EducationEvent event) {
                if (event instanceof EducationRecorded) {
                    first.put(event.education(), (int) recorded.position());
                }
                if (event instanceof EducationRecorded
                        || degrees.get(event.education())
                                != null) { // else its beginning does not count, so neither does this
                    degrees.put(event.education(), degree(event));
                }
            }
        }
        degrees.forEach((id, degree) -> believe(researcher, id, -1, degree, first.get(id), position));
    }

    /** What an event claims; null for a retraction. */
    private static Degree degree(EducationEvent event) {
        if (event instanceof EducationRecorded recorded) {
            return recorded.degree();
        }
        return event instanceof EducationCorrected corrected ? corrected.degree() : null;
    }

    private void believe(int researcher, EducationId id, int row, Degree after, int first, int position) {
        if (row >= 0) {
            table.to.set(row, position);
        }
        if (after != null) {
            int where =
                    after.institution() == null ? DegreeTable.NO_INSTITUTION : institutions.number(after.institution());
            newest.set(researcher, 1 + table.add(id, where, after, first, position, newest.get(researcher)));
        }
    }

    private int current(int researcher, EducationId education) {
        byte[] id = Texts.bytes(education.value());
        for (int row = newest.get(researcher) - 1; row >= 0; row = table.previous.get(row) - 1) {
            if (table.to.get(row) == SpellTable.OPEN && table.ids.is(table.education.get(row), id)) {
                return row;
            }
        }
        return -1;
    }

    /** The same chains for another writer. */
    Degrees fork(Institutions theirs) {
        return new Degrees(theirs, table.fork(), newest.fork());
    }
}
