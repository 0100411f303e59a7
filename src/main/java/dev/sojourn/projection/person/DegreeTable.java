package dev.sojourn.projection.person;

import dev.sojourn.event.value.Degree;
import dev.sojourn.event.value.EducationId;
import dev.sojourn.event.value.Level;
import dev.sojourn.projection.column.Country;
import dev.sojourn.projection.column.IntColumn;
import dev.sojourn.projection.column.PackedDate;
import dev.sojourn.projection.column.Texts;
import dev.sojourn.store.saved.SnapshotIn;
import dev.sojourn.store.saved.SnapshotOut;
import java.util.List;

/**
 * One row for each thing the ledger has ever believed about a degree, in columns; kept as {@link SpellTable} is.
 *
 * <p>{@code traits} packs level 2, form of the start 4, form of the end 4, country 10 (0 for none, else 1 + {@link
 * Country}). {@code recorded} is the position at which the degree was first recorded, whatever was corrected since.
 */
final class DegreeTable {

    private static final Level[] LEVELS = Level.values();

    /** {@code institution} where only the country is known. */
    static final int NO_INSTITUTION = -1;

    final IntColumn institution;
    final IntColumn start;
    final IntColumn end;
    final IntColumn traits;
    final IntColumn recorded;
    final IntColumn from;
    final IntColumn to;
    final IntColumn previous;
    final IntColumn education; // where its id stands
    final Texts ids;
    private int rows;

    DegreeTable() {
        institution = new IntColumn();
        start = new IntColumn();
        end = new IntColumn();
        traits = new IntColumn();
        recorded = new IntColumn();
        from = new IntColumn();
        to = new IntColumn();
        previous = new IntColumn();
        education = new IntColumn();
        ids = new Texts();
    }

    /** The same rows for another writer. */
    private DegreeTable(DegreeTable same) {
        institution = same.institution.fork();
        start = same.start.fork();
        end = same.end.fork();
        traits = same.traits.fork();
        recorded = same.recorded.fork();
        from = same.from.fork();
        to = same.to.fork();
        previous = same.previous.fork();
        education = same.education.fork();
        ids = same.ids.fork();
        rows = same.rows;
    }

    DegreeTable fork() {
        return new DegreeTable(this);
    }

    int add(EducationId id, int where, Degree degree, int firstRecorded, int position, int chained) {
        int row = rows++;
        institution.set(row, where);
        start.set(row, PackedDate.day(degree.start()));
        end.set(row, PackedDate.day(degree.end()));
        traits.set(
                row,
                degree.level().ordinal()
                        | PackedDate.form(degree.start()) << 2
                        | PackedDate.form(degree.end()) << 6
                        | (1 + Country.number(degree.country())) << 10);
        recorded.set(row, firstRecorded);
        to.set(row, SpellTable.OPEN);
        previous.set(row, chained);
        education.set(row, ids.add(Texts.bytes(id.value())));
        from.set(row, position); // last, as in SpellTable
        return row;
    }

    /** As {@link SpellTable#save}. */
    void save(SnapshotOut out, int position) {
        int size = from.size();
        for (var column : List.of(institution, start, end, traits, recorded, from, previous, education)) {
            column.save(out, size);
        }
        out.numbers(size, row -> to.get(row) <= position ? to.get(row) : SpellTable.OPEN);
        ids.save(out);
    }

    /** As {@link SpellTable#load}. */
    void load(SnapshotIn in) {
        for (var column : List.of(institution, start, end, traits, recorded, from, previous, education, to)) {
            column.load(in);
        }
        ids.load(in);
    }

    /** A row counts. */
    void taken(int row) {
        rows = Math.max(rows, row + 1);
    }

    int size() {
        return rows;
    }

    EducationId id(int row) {
        return new EducationId(ids.get(education.get(row)));
    }

    Level level(int row) {
        return LEVELS[traits.get(row) & 3];
    }

    int startForm(int row) {
        return traits.get(row) >>> 2 & 15;
    }

    int endForm(int row) {
        return traits.get(row) >>> 6 & 15;
    }

    int country(int row) {
        return (traits.get(row) >>> 10 & 1023) - 1;
    }
}
