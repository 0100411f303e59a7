package dev.sojourn.exchange.check;

import dev.sojourn.event.value.CohortId;
import dev.sojourn.exchange.check.Entry.Membership;
import dev.sojourn.exchange.intake.Flaw;
import dev.sojourn.exchange.intake.Problems;
import dev.sojourn.exchange.intake.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks {@code cohorts.csv}. */
final class CohortRows {

    /** The cohort that always has everybody; nobody can be put into it. */
    private static final String EVERYONE = "everyone";

    private final References references;
    private final Problems problems;
    private final Cells cells;

    CohortRows(References references, Problems problems) {
        this.references = references;
        this.problems = problems;
        this.cells = new Cells(problems);
    }

    List<Membership> check(List<Row> rows) {
        var found = new ArrayList<Membership>();
        Map<List<String>, Row> seen = new HashMap<>();
        for (Row row : rows) {
            var cohort = cells.required(row, "cohort_id", CohortId::new);
            String person = references.person(row);
            String year = row.text("reference_year");
            if (!year.isEmpty() && !year.matches("\\d{4}")) {
                problems.row(row, "reference_year", Flaw.BAD_DATE, "\"" + year + "\" is no year", Dates.advice(year));
            }
            if (cohort != null && cohort.value().equals(EVERYONE)) {
                problems.row(
                        row,
                        "cohort_id",
                        Flaw.BAD_VALUE,
                        "the cohort everyone has all researchers by itself",
                        "give the cohort another id");
            }
            if (problems.refused(row)) {
                continue;
            }
            Row earlier = seen.putIfAbsent(List.of(cohort.value(), person), row);
            if (earlier == null) {
                found.add(new Membership(row, cohort, person));
            } else {
                problems.row(
                        row,
                        "person_id",
                        Flaw.DUPLICATE_ID,
                        "line " + earlier.line() + " has the same person in the same cohort",
                        "delete one of the two rows");
            }
        }
        return found;
    }
}
