package dev.sojourn.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.sojourn.exchange.ImportReport.Outcome;
import dev.sojourn.exchange.intake.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An import's report for people: as text, and its problems as CSV. */
public final class ReportText {

    private ReportText() {}

    /**
     * The report as lines of text.
     *
     * @param most how many errors, and how many warnings, to write out; the rest is counted
     */
    public static String of(ImportReport report, int most) {
        var text = new StringBuilder();
        line(text, headline(report));
        line(
                text,
                "rows " + report.rows() + ": create " + report.create() + ", change " + report.change() + ", same "
                        + report.same() + ", error " + report.error());
        if (!report.events().isEmpty()) {
            line(text, "events " + report.eventCount() + (report.outcome() == Outcome.IMPORTED ? "" : " (not stored)"));
            report.events().forEach((type, count) -> line(text, String.format("  %-24s %8d", type, count)));
        }
        if (report.lastPosition() > 0) {
            line(text, "positions " + report.firstPosition() + " to " + report.lastPosition());
        }
        problems(text, "errors", report.errors(), most);
        problems(text, "warnings", report.warnings(), most);
        if (!report.extraFiles().isEmpty()) {
            line(text, "ignored files: " + String.join(", ", report.extraFiles()));
        }
        report.remarks().forEach(remark -> line(text, "note: " + remark));
        return text.toString();
    }

    /** The problems as CSV with a header; cells that a spreadsheet would take for formulas begin with an apostrophe. */
    public static void csv(List<Problem> problems, Writer out) {
        try (var csv = CsvWriter.builder().build(out)) {
            csv.writeRecord("severity", "file", "line", "column", "value", "rule", "message", "suggestion", "drops");
            for (var problem : problems) {
                csv.writeRecord(
                        problem.severity().name(),
                        harmless(problem.file()),
                        problem.line() == 0 ? "" : Long.toString(problem.line()),
                        harmless(problem.column()),
                        harmless(problem.value()),
                        problem.rule(),
                        harmless(problem.message()),
                        harmless(problem.suggestion()),
                        problem.drops().name());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String headline(ImportReport report) {
        return switch (report.outcome()) {
            case IMPORTED ->
                report.eventCount() == 0
                        ? "Nothing new: the ledger has all of this package already."
                        : "Imported as batch " + report.batch() + ".";
            case DRY_RUN -> "Checked, nothing stored (dry run).";
            case REFUSED ->
                report.errors().stream().anyMatch(problem -> problem.drops() == Problem.Drops.PACKAGE)
                        ? "Refused, nothing stored: the package cannot be read."
                        : "Refused, nothing stored: correct the errors, or accept the valid rows only"
                                + " (--accept-valid-rows).";
        };
    }

    private static void problems(StringBuilder text, String title, List<Problem> problems, int most) {
        if (problems.isEmpty()) {
            return;
        }
        Map<String, Long> byRule =
                problems.stream().collect(Collectors.groupingBy(Problem::rule, TreeMap::new, Collectors.counting()));
        line(
                text,
                title + " " + problems.size() + " ("
                        + byRule.entrySet().stream()
                                .map(rule -> rule.getKey() + " " + rule.getValue())
                                .collect(Collectors.joining(", "))
                        + ")");
        problems.stream().limit(most).forEach(problem -> line(text, "  " + problem));
        if (problems.size() > most) {
            line(text, "  and " + (problems.size() - most) + " more");
        }
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
