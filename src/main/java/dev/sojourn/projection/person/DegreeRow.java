package dev.sojourn.projection.person;

import dev.sojourn.event.value.EducationId;
import dev.sojourn.event.value.Level;
import dev.sojourn.projection.column.Country;
import dev.sojourn.projection.column.PackedDate;
import dev.sojourn.time.PartialDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One degree as believed at a position.
 *
 * @param education which degree
 * @param level of it
 * @param institution number of the institution, or -1 where only the country is known
 * @param country {@link Country} where only that is known, else {@link Country#UNKNOWN}
 * @param start as written, or null
 * @param end as written, or null
 * @param recorded the position at which the degree was first recorded
 */
public record DegreeRow(
        EducationId education,
        Level level,
        int institution,
        int country,
        PartialDate start,
        PartialDate end,
        int recorded) {

    /** Of two bachelor's: the earliest end, an unknown one last; then the order of recording. */
    public boolean completedBefore(DegreeRow other) {
        int mine = PackedDate.day(end);
        int theirs = PackedDate.day(other.end);
        return mine != theirs ? mine < theirs : recorded < other.recorded;
    }

    /** The degrees of a person whose record has these parts, oldest first. */
    public static List<DegreeRow> of(Degrees degrees, List<Integer> parts, int position) {
        var rows = new ArrayList<DegreeRow>();
        for (int part : parts) {
            addAll(degrees, part, position, rows);
        }
        rows.sort(Comparator.comparingInt(DegreeRow::recorded));
        return rows;
    }

    private static void addAll(Degrees degrees, int researcher, int position, List<DegreeRow> rows) {
        var table = degrees.table;
        for (int row = degrees.newest.get(researcher) - 1; row >= 0; row = table.previous.get(row) - 1) {
            if (table.from.get(row) <= position && position < table.to.get(row)) {
                rows.add(of(table, row));
            }
        }
    }

    private static DegreeRow of(DegreeTable table, int row) {
        return new DegreeRow(
                table.id(row),
                table.level(row),
                table.institution.get(row),
                table.country(row),
                PackedDate.unpack(table.start.get(row), table.startForm(row)),
                PackedDate.unpack(table.end.get(row), table.endForm(row)),
                table.recorded.get(row));
    }
}
