package dev.sojourn.exchange.answer;

import java.util.List;
import java.util.Map;

/** An answer that can be read as a table: the form of CSV, and of the command line. */
public interface Tabular {
    /** The names of the columns. */
    List<String> columns();

    /** The rows, each with one value for each column; null where there is none. */
    List<List<Object>> rows();

    /** How many rows; found without making them where there may be many. */
    default int size() {
        return rows().size();
    }

    /** What holds for all rows alike, by its name: in CSV more columns, with the same values in each row. */
    default Map<String, Object> beside() {
        return Map.of();
    }

    /** What is to be known of the numbers, for whoever reads the table by eye. */
    default List<String> notes() {
        return List.of();
    }
}
