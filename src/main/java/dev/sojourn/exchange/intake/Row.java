package dev.sojourn.exchange.intake;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One row of a table. Rows are equal only to themselves: two with the same cells are still two.
 *
 * <p>A cell that is empty and a column that the file does not have read the same: nothing was said.
 */
public final class Row {

    private final Table table;
    private final long line;
    private final List<String> cells;

    Row(Table table, long line, List<String> cells) {
        this.table = table;
        this.line = line;
        this.cells = cells;
    }

    /** Name of the file. */
    public String file() {
        return table.file();
    }

    /** Line of the file on which the row begins, from 1. */
    public long line() {
        return line;
    }

    /** The cell as written; empty where the row or the file does not have it. */
    public String get(String column) {
        int index = table.index(column);
        return index < 0 || index >= cells.size() ? "" : cells.get(index);
    }

    /** The cell without the white space around it. */
    public String text(String column) {
        return get(column).strip();
    }

    /** Cells of columns that the package format does not know, by column; empty ones are left out. */
    public Map<String, String> extras() {
        return table.extras().isEmpty() ? Map.of() : filled(table.extras());
    }

    /** All cells with something in them, by column, in the order of the columns' names. */
    public Map<String, String> filled() {
        return filled(table.header());
    }

    private Map<String, String> filled(List<String> columns) {
        var filled = new TreeMap<String, String>();
        for (String column : columns) {
            String value = get(column);
            if (!value.isEmpty()) {
                filled.put(column, value);
            }
        }
        return filled;
    }

    boolean complete() {
        return cells.size() == table.header().size();
    }

    int size() {
        return cells.size();
    }
}
