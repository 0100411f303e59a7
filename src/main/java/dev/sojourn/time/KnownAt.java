package dev.sojourn.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * How a question says from which moment of knowledge to look: the recorded axis, before it is resolved to a position.
 *
 * <p>Written as {@code now}, {@code position:4711}, {@code release:tracker-1.0}, a date ({@code 2025-12-03}, the end of
 * that day in UTC) or an instant ({@code 2025-12-03T09:30:00Z}).
 */
public sealed interface KnownAt {

    /** All that is recorded by the time the question is answered. */
    record Now() implements KnownAt {}

    /** All that was recorded up to and including an event. */
    record AtPosition(long position) implements KnownAt {

        /**
         * Position 0 is the empty ledger.
         *
         * @throws IllegalArgumentException if the position is negative
         */
        public AtPosition {
            if (position < 0) {
                throw new IllegalArgumentException("position:" + position + " is before the first event");
            }
        }
    }

    /** What a named release was computed from. */
    record AtRelease(String name) implements KnownAt {}

    /** All that was recorded at or before a moment, UTC. */
    record AtInstant(Instant instant) implements KnownAt {}

    /** The default. */
    KnownAt NOW = new Now();

    /**
     * Reads one of the forms above.
     *
     * @throws IllegalArgumentException for any other text; the message lists the forms
     */
    static KnownAt parse(String text) {
        if (text.equals("now")) {
            return NOW;
        }
        try {
            if (text.startsWith("position:")) {
                return new AtPosition(Long.parseLong(text.substring("position:".length())));
            }
            if (text.startsWith("release:") && text.length() > "release:".length()) {
                return new AtRelease(text.substring("release:".length()));
            }
            if (text.contains("T")) {
                return new AtInstant(Instant.parse(text));
            }
            return new AtInstant(endOf(LocalDate.parse(text)));
        } catch (NumberFormatException | DateTimeParseException unreadable) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no moment of knowledge: write now, an instant (2025-12-03T09:30:00Z),"
                            + " a day (2025-12-03), position:N or release:NAME",
                    unreadable);
        }
    }

    /** The last millisecond of a day, UTC; recorded time has no finer grain. */
    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
    }
}
