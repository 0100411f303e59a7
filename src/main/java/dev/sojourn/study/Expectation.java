package dev.sojourn.study;

/**
 * One published value of a figure.
 *
 * @param read what is read out of the answer, for example {@code retained} or {@code cell:CN}
 * @param question the figure's own, or with some parameters replaced
 * @param published what the source says
 */
public record Expectation(String read, SavedQuestion question, Published published) {}
