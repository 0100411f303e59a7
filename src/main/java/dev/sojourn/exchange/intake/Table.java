package dev.sojourn.exchange.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A CSV file of the package: its columns in order, and its rows. */
public final class Table {

    private final String file;
    private final List<String> header;
    private final List<String> extras;
    private final Map<String, Integer> index = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

    /**
     * A table yet without rows.
     *
     * @param file name of the file
     * @param header names of the columns
     * @param extras those that the package format does not know
     */
    Table(String file, List<String> header, List<String> extras) {
        this.file = file;
        this.header = List.copyOf(header);
        this.extras = List.copyOf(extras);
        for (int column = 0; column < header.size(); column++) {
            index.putIfAbsent(header.get(column), column);
        }
    }

    /** Name of the file. */
    public String file() {
        return file;
    }

    /** Rows in the order of the file. */
    public List<Row> rows() {
        return Collections.unmodifiableList(rows);
    }

    /** Whether the file has the column. */
    public boolean has(String column) {
        return index.containsKey(column);
    }

    List<String> header() {
        return header;
    }

    List<String> extras() {
        return extras;
    }

    int index(String column) {
        return index.getOrDefault(column, -1);
    }

    void add(long line, List<String> cells) {
        rows.add(new Row(this, line, cells));
    }
}
