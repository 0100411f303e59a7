package dev.sojourn.audit.history;

/**
 * Which part of a history to show.
 *
 * @param newestFirst in which order
 * @param after the position that the part before ended with; 0 for the first part
 * @param limit the most events, at least 1
 */
public record Part(boolean newestFirst, long after, int limit) {
    /** Whether a position comes after the part before. */
    boolean begun(long position) {
        return after == 0 || (newestFirst ? position < after : position > after);
    }
}
