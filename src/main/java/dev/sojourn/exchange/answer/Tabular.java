package dev.sojourn.exchange.answer;

import java.util.List;

/** An answer that can be read as a table: the form of CSV, and of the command line. */
public interface Tabular {
    /** The names of the columns. */
    List<String> columns();

    /** The rows, each with one value for each column; null where there is none. */
    List<List<Object>> rows();
}
