package dev.sojourn.exchange.check;

import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.Degree;
import dev.sojourn.event.value.Level;
import dev.sojourn.exchange.check.Entry.Education;
import dev.sojourn.exchange.intake.Flaw;
import dev.sojourn.exchange.intake.Mapping;
import dev.sojourn.exchange.intake.Problems;
import dev.sojourn.exchange.intake.Row;
import java.util.ArrayList;
import java.util.List;

/** Checks {@code education.csv}. */
final class EducationRows {

    private final References references;
    private final Problems problems;
    private final Cells cells;

    EducationRows(References references, Problems problems) {
        this.references = references;
        this.problems = problems;
        this.cells = new Cells(problems);
    }

    List<Education> check(List<Row> rows) {
        var found = new ArrayList<Education>();
        for (Row row : rows) {
            String person = references.person(row);
            Level level = level(row);
            boolean atInstitution = !row.get("institution_id").isBlank();
            var institution = atInstitution ? references.institution(row) : null;
            var country = atInstitution ? null : country(row);
            if (atInstitution && !row.get("country").isBlank()) {
                problems.row(
                        row,
                        "country",
                        Flaw.INSTITUTION_OR_COUNTRY,
                        "the row has both an institution and a country",
                        "leave the country empty: it is that of the institution");
            }
            var start = cells.date(row, "start");
            var end = cells.date(row, "end");
            if (problems.refused(row)) {
                continue;
            }
            try {
                found.add(
                        new Education(row, person, new Degree(level, institution, country, start, end), row.extras()));
            } catch (IllegalArgumentException reversed) {
                problems.row(row, "end", Flaw.REVERSED_INTERVAL, reversed.getMessage(), "swap or correct the dates");
            }
        }
        return found;
    }

    private Level level(Row row) {
        String text = cells.required(row, "level");
        Level level = text == null ? null : Mapping.constant(Level.class, text);
        if (level == null && text != null) {
            problems.row(
                    row,
                    "level",
                    Flaw.UNKNOWN_LEVEL,
                    "\"" + text + "\" is no level",
                    "write BACHELOR, MASTER or DOCTORATE");
        }
        return level;
    }

    /** Without it nothing is left of the row, so that a wrong one refuses it. */
    private CountryCode country(Row row) {
        String text = row.text("country");
        if (text.isEmpty()) {
            problems.row(
                    row,
                    "institution_id",
                    Flaw.INSTITUTION_OR_COUNTRY,
                    "the row has neither an institution nor a country",
                    "fill in one of the two");
            return null;
        }
        try {
            return new CountryCode(text);
        } catch (IllegalArgumentException bad) {
            problems.row(row, "country", Flaw.UNKNOWN_COUNTRY, bad.getMessage(), Countries.advice(text));
            return null;
        }
    }
}
