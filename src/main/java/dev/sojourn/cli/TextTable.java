package dev.sojourn.cli;

import dev.sojourn.exchange.answer.Tabular;
import java.io.PrintWriter;
import java.util.List;

/** A table for the eye: columns aligned, numbers to the right. */
public final class TextTable {
    private TextTable() {}

    public static void print(PrintWriter out, Tabular table) {
        print(out, table.columns(), table.rows());
    }

    public static void print(PrintWriter out, List<String> columns, List<? extends List<?>> rows) {
        int[] widths = new int[columns.size()];
        boolean[] numbers = new boolean[columns.size()];
        for (int column = 0; column < widths.length; column++) {
            int here = column;
            widths[column] = Math.max(
                    width(columns.get(column)),
                    rows.stream()
                            .mapToInt(row -> width(text(row.get(here))))
                            .max()
                            .orElse(0));
            numbers[column] = !rows.isEmpty()
                    && rows.stream().allMatch(row -> row.get(here) == null || row.get(here) instanceof Number);
        }
        line(out, columns, widths, numbers);
        for (List<?> row : rows) {
            line(out, row, widths, numbers);
        }
        out.flush();
    }

    private static void line(PrintWriter out, List<?> cells, int[] widths, boolean[] numbers) {
        var line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String text = text(cells.get(column));
            String space = " ".repeat(widths[column] - width(text));
            line.append(numbers[column] ? space + text : text + space).append("  ");
        }
        out.println(line.toString().stripTrailing());
    }

    private static String text(Object cell) {
        return cell == null ? "" : cell.toString();
    }

    /** Columns on a terminal: Chinese, Japanese and Korean characters take two. */
    private static int width(String text) {
        return text.codePoints()
                .map(point -> switch (Character.UnicodeScript.of(point)) {
                    case HAN, HANGUL, HIRAGANA, KATAKANA -> 2;
                    default -> 1;
                })
                .sum();
    }
}
