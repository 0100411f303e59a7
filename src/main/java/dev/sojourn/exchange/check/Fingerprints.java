package dev.sojourn.exchange.check;

import dev.sojourn.exchange.intake.ImportPackage;
import dev.sojourn.exchange.intake.Layout;
import dev.sojourn.exchange.intake.Row;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Knows a row again when its package comes again: SHA-256 over the kind of file, all cells with something in them, and
 * how many equal rows came before it. Neither the order of columns nor that of other rows matters.
 */
public final class Fingerprints {

    private final Map<Row, String> byRow = new HashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final MessageDigest sha256 = sha256();

    /** Takes the fingerprints of all rows. */
    public Fingerprints(ImportPackage contents) {
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
        String content = hash(parts.toString());
        int earlier = seen.merge(content, 1, Integer::sum) - 1;
        return earlier == 0 ? content : hash(content + "#" + earlier);
    }

    private String hash(String text) {
        return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
