package dev.sojourn.exchange.check;

import dev.sojourn.exchange.intake.ImportPackage;
import dev.sojourn.exchange.intake.Layout;
import dev.sojourn.exchange.intake.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Knows a row again when its package comes again: a hash over the kind of file, all cells with something in them, and how
 * many equal rows came before it. Neither the order of columns nor that of other rows matters. The hash is keyed, since it
 * stays in the ledger, where nobody without the key must be able to try out what a row said of a person.
 */
public final class Fingerprints {

    private final Map<Row, String> byRow = new HashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final UnaryOperator<String> hash;

    /** Takes the fingerprints of all rows, by a hash of 64 characters. */
    public Fingerprints(ImportPackage contents, UnaryOperator<String> hash) {
        this.hash = hash;
        contents.tables().forEach((layout, table) -> table.rows().forEach(row -> byRow.put(row, of(layout, row))));
    }

    /** The row's fingerprint, lower-case hex. */
    public String of(Row row) {
        return byRow.get(row);
    }

    /** An id made from some of a row's cells, the same each time; equal ones are told apart by their order. */
    String id(String prefix, Layout layout, Row row, List<String> columns) {
        var parts = new StringBuilder(prefix).append(layout);
        columns.forEach(column -> append(parts, column, row.get(column)));
        return prefix + "-" + counted(parts).substring(0, 32);
    }

    private String of(Layout layout, Row row) {
        var parts = new StringBuilder(layout.name());
        row.filled().forEach((column, cell) -> append(parts, column, cell));
        return counted(parts);
    }

    /** With lengths, so that no two rows run together to the same text. */
    private static void append(StringBuilder parts, String column, String cell) {
        parts.append('\n')
                .append(column)
                .append('=')
                .append(cell.length())
                .append(':')
                .append(cell);
    }

    private String counted(StringBuilder parts) {
        String content = hash.apply(parts.toString());
        int earlier = seen.merge(content, 1, Integer::sum) - 1;
        return earlier == 0 ? content : hash.apply(content + "#" + earlier);
    }
}
