package dev.sojourn.exchange.intake;

import static de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads CSV files strictly (RFC 4180): what cannot be read for certain is reported, not guessed. */
final class CsvTables {

    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    private CsvTables() {}

    /** The file as a table, or null if it cannot be used; then the problems say why. */
    static Table read(Layout layout, String text, Problems problems) {
        String file = layout.file();
        Table table = null;
        // Ids, roles and dates repeat in most rows: one copy of each is kept.
        var once = new HashMap<String, String>();
        try (var csv = CsvReader.builder()
                .extraFieldStrategy(IGNORE)
                .missingFieldStrategy(IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)) {
            for (CsvRecord row : csv) {
                if (table == null) {
                    table = header(layout, row, problems);
                    if (table == null) {
                        return null;
                    }
                } else {
                    table.add(row.getStartingLineNumber(), cells(row, once));
                }
            }
        } catch (CsvParseException malformed) {
            problems.file(
                    file,
                    line(malformed),
                    "",
                    "",
                    Flaw.MALFORMED_CSV,
                    malformed.getMessage(),
                    "put quotes around the whole cell, and double those inside it");
            return null;
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        if (table == null) {
            problems.file(
                    file,
                    1,
                    "",
                    "",
                    Flaw.MISSING_HEADER,
                    "the file is empty",
                    "begin it with the header " + String.join(",", layout.required()));
            return null;
        }
        countFields(table, problems);
        return table;
    }

    private static Table header(Layout layout, CsvRecord row, Problems problems) {
        String file = layout.file();
        long line = row.getStartingLineNumber();
        var header = row.getFields().stream().map(String::strip).toList();
        boolean usable = true;
        var seen = new HashSet<String>();
        for (String column : header) {
            if (!seen.add(column)) {
                problems.file(
                        file,
                        line,
                        column,
                        column,
                        Flaw.DUPLICATE_HEADER,
                        "two columns have this name",
                        "rename one of them");
                usable = false;
            }
        }
        for (String column : layout.required()) {
            if (!seen.contains(column)) {
                problems.file(
                        file, line, column, "", Flaw.MISSING_HEADER, "the column is missing", similar(column, header));
                usable = false;
            }
        }
        var extras = header.stream().filter(column -> !layout.knows(column)).toList();
        return usable ? new Table(file, header, extras) : null;
    }

    private static String similar(String column, List<String> header) {
        return header.stream()
                .filter(other -> plain(other).equals(plain(column)))
                .findFirst()
                .map(other -> "rename \"" + other + "\" to " + column)
                .orElse("add a column " + column);
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(java.util.Locale.ROOT);
    }

    private static void countFields(Table table, Problems problems) {
        int expected = table.header().size();
        for (Row row : table.rows()) {
            if (!row.complete()) {
                problems.row(
                        row,
                        "",
                        Flaw.WRONG_FIELD_COUNT,
                        "the row has " + row.size() + " cells, the header " + expected,
                        row.size() > expected ? "put quotes around a cell that has a comma in it" : "");
            }
        }
    }

    private static List<String> cells(CsvRecord row, Map<String, String> once) {
        var cells = new ArrayList<String>(row.getFieldCount());
        for (String cell : row.getFields()) {
            cells.add(cell.length() > 60 ? cell : once.computeIfAbsent(cell, same -> same));
        }
        return cells;
    }

    private static long line(CsvParseException malformed) {
        var line = LINE.matcher(String.valueOf(malformed.getMessage()));
        return line.find() ? Long.parseLong(line.group(1)) : 0;
    }
}
