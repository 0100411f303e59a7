package dev.sojourn.bench.report;

import java.util.function.Consumer;

/** A part of the benchmark, which measures something at one size of the reference set and hands over its rows. */
public interface Section {

    /** By which it is chosen, and called in the report. */
    String name();

    /**
     * Measures.
     *
     * @throws Exception if something cannot be measured at all, or systems give different answers; that ends the run
     */
    void measure(int researchers, Consumer<Row> rows) throws Exception;
}
