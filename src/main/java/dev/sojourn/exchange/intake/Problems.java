package dev.sojourn.exchange.intake;

import dev.sojourn.exchange.intake.Problem.Drops;
import dev.sojourn.exchange.intake.Problem.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong while a package is read and checked, and which rows it keeps out. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();
    private final Set<Row> refused = new HashSet<>();

    /** A file that cannot be used. */
    public void file(String file, long line, String column, String value, Flaw flaw, String message, String advice) {
        found.add(new Problem(Severity.ERROR, file, line, column, value, flaw.name(), message, advice, Drops.PACKAGE));
    }

    /** A row that cannot be used. */
    public void row(Row row, String column, Flaw flaw, String message, String advice) {
        row(row, column, flaw.name(), message, advice);
    }

    /** A row that cannot be used, by a rule of the ledger. */
    public void row(Row row, String column, String rule, String message, String advice) {
        if (!refused.add(row) && !row.complete()) {
            return; // with cells missing or shifted, nothing more can be said of it
        }
        found.add(at(Severity.ERROR, row, column, rule, message, advice, Drops.ROW));
    }

    /** An optional cell that cannot be used; its row can be without it. */
    public void field(Row row, String column, String value, Flaw flaw, String message, String advice) {
        if (!row.complete()) {
            return;
        }
        found.add(new Problem(
                Severity.ERROR, row.file(), row.line(), column, value, flaw.name(), message, advice, Drops.FIELD));
    }

    /** Something worth a look. */
    public void warning(Row row, String column, Flaw flaw, String message, String advice) {
        warning(row, column, flaw.name(), message, advice);
    }

    /** Something worth a look, by the ledger's name for it. */
    public void warning(Row row, String column, String rule, String message, String advice) {
        found.add(at(Severity.WARNING, row, column, rule, message, advice, Drops.NOTHING));
    }

    /** A row that is kept out though nothing is wrong with it; the others are stored without it. */
    public void skipped(Row row, Flaw flaw, String message, String advice) {
        if (refused.add(row)) {
            found.add(at(Severity.WARNING, row, "", flaw.name(), message, advice, Drops.ROW));
        }
    }

    /** Whether the row is kept out. */
    public boolean refused(Row row) {
        return refused.contains(row);
    }

    /** How many rows are kept out. */
    public int refusedRows() {
        return refused.size();
    }

    /** Whether there is an error of which not even valid rows can be accepted. */
    public boolean hopeless() {
        return found.stream().anyMatch(problem -> problem.drops() == Drops.PACKAGE);
    }

    /** Whether there is any error. */
    public boolean anyError() {
        return found.stream().anyMatch(Problem::error);
    }

    /** All of them, by file and line. */
    public List<Problem> sorted() {
        return found.stream()
                .sorted(Comparator.comparing(Problem::file).thenComparing(Problem::line))
                .toList();
    }

    private static Problem at(
            Severity severity, Row row, String column, String rule, String message, String advice, Drops drops) {
        return new Problem(
                severity,
                row.file(),
                row.line(),
                column,
                column.isEmpty() ? "" : row.get(column),
                rule,
                message,
                advice,
                drops);
    }
}
