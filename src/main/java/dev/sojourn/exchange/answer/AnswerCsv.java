package dev.sojourn.exchange.answer;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tables as CSV (RFC 4180, UTF-8, with a header). Texts that a spreadsheet would take for a formula get an apostrophe in
 * front; numbers are left alone.
 */
public final class AnswerCsv {
    private static final String FORMULA = "=+-@\t\r";

    private AnswerCsv() {}

    /** Writes the whole file, row by row, and flushes the target, which stays open. */
    public static void write(Tabular answer, Writer target) throws IOException {
        var csv = CsvWriter.builder().build(target);
        var beside = answer.beside();
        csv.writeRecord(Stream.concat(answer.columns().stream(), beside.keySet().stream())
                .toList());
        for (List<Object> row : answer.rows()) {
            csv.writeRecord(Stream.concat(row.stream(), beside.values().stream())
                    .map(AnswerCsv::cell)
                    .toArray(String[]::new));
        }
        csv.flush();
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        boolean risky = !(value instanceof Number) && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return risky ? "'" + text : text;
    }
}
