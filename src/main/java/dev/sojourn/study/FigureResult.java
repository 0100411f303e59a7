package dev.sojourn.study;

/**
 * One published value beside the computed one.
 *
 * @param figure what it belongs to
 * @param expectation what was published, and the question
 * @param computed as shown beside the published value; null if there is no answer
 * @param pass whether it is what was published
 * @param position the last event that counted, 0 if there is no answer
 * @param problem why there is no answer, or null
 */
public record FigureResult(
        Figure figure, Expectation expectation, String computed, boolean pass, long position, String problem) {}
