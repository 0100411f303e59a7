package dev.sojourn.exchange.check;

import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Kind;
import dev.sojourn.event.value.Role;
import dev.sojourn.exchange.intake.Flaw;
import dev.sojourn.exchange.intake.Mapping;
import dev.sojourn.exchange.intake.Problems;
import dev.sojourn.exchange.intake.Row;
import dev.sojourn.time.PartialDate;
import dev.sojourn.time.ValidTime;
import java.util.Arrays;
import java.util.Set;

/** Reads what a row claims of a spell. */
final class ClaimCells {

    private final Mapping mapping;
    private final Problems problems;
    private final Cells cells;

    ClaimCells(Mapping mapping, Problems problems) {
        this.mapping = mapping;
        this.problems = problems;
        this.cells = new Cells(problems);
    }

    /** The claim, or null if the row is refused. */
    Claim claim(Row row, InstitutionId institution) {
        PartialDate start = cells.date(row, "start");
        PartialDate end = cells.date(row, "end");
        if (start != null && end != null && end.latest().isBefore(start.earliest())) {
            reversed(row, start, end);
        }
        Kind kind = kind(row);
        if (institution == null || problems.refused(row)) {
            return null;
        }
        Role role = mapping.role(row.get("role"));
        return new Claim(institution, role == null ? Role.NOT_STATED : role, kind, start, end, null, Set.of());
    }

    /** What the row says of the role beyond the vocabulary, or null. */
    String title(Row row) {
        String word = row.text("role");
        boolean said = word.isEmpty() || (mapping.role(word) != null && !mapping.translates(word));
        return said ? null : word;
    }

    /** A row that takes a claim back does not make one: dates that cannot be are only worth a look. */
    void glance(Row row) {
        try {
            new ValidTime(parsed(row, "start"), parsed(row, "end"));
        } catch (IllegalArgumentException odd) {
            problems.warning(
                    row, "end", Flaw.REVERSED_INTERVAL, "what is retracted could not be: " + odd.getMessage(), "");
        }
    }

    private static PartialDate parsed(Row row, String column) {
        return row.text(column).isEmpty() ? null : PartialDate.parse(row.text(column));
    }

    private void reversed(Row row, PartialDate start, PartialDate end) {
        problems.row(
                row,
                "end",
                Flaw.REVERSED_INTERVAL,
                "ends in " + end + ", certainly before its start in " + start,
                "swap or correct the dates; leave the end empty if it is not known to have ended");
    }

    private Kind kind(Row row) {
        String text = row.text("kind");
        Kind kind = text.isEmpty() ? null : Mapping.constant(Kind.class, text);
        if (kind == null && !text.isEmpty()) {
            problems.field(
                    row,
                    "kind",
                    text,
                    Flaw.UNKNOWN_KIND,
                    "\"" + text + "\" is no kind",
                    "write one of "
                            + String.join(
                                    ", ",
                                    Arrays.stream(Kind.values()).map(Kind::name).toList())
                            + ", or leave the cell empty");
        }
        return kind;
    }
}
