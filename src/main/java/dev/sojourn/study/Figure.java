package dev.sojourn.study;

import java.util.List;

/**
 * A saved question with what was published about its answer.
 *
 * @param id stable, for links
 * @param title what it shows
 * @param question what is asked
 * @param chart how a page draws it
 * @param source who published it
 * @param note what a reader should know beside it, or null
 * @param expectations the published values; empty for a figure that nobody published
 */
public record Figure(
        String id,
        String title,
        SavedQuestion question,
        Chart chart,
        String source,
        String note,
        List<Expectation> expectations) {

    /** How a page draws a figure. */
    public enum Chart {
        NUMBER,
        BAR,
        LINE,
        FLOW,
        TABLE
    }

    /** Keeps the order of the values. */
    public Figure {
        expectations = List.copyOf(expectations);
    }
}
