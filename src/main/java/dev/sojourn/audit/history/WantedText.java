package dev.sojourn.audit.history;

import dev.sojourn.event.form.EventCatalogue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.TreeSet;

/** Reads what is wanted of a history, as people write it; throws an IllegalArgumentException that says what there is. */
public final class WantedText {
    private WantedText() {}

    /** In which order: oldest or newest first. */
    public static boolean newestFirst(String text) {
        if (text.equals("oldest") || text.equals("newest")) {
            return text.equals("newest");
        }
        throw new IllegalArgumentException("order is oldest or newest");
    }

    /** A type of event, by its name. */
    public static String type(String text) {
        return known(text, EventCatalogue.types().keySet(), "type of event");
    }

    /** What events are about. */
    public static String kind(String text) {
        return known(text, new TreeSet<>(Kinds.ALL), "kind of thing");
    }

    private static String known(String text, Collection<String> all, String what) {
        return all.stream()
                .filter(name -> name.equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no " + what + " \"" + text + "\"; there are " + String.join(", ", all)));
    }

    /** An instant, or the first or last millisecond of a day. */
    public static Instant moment(String text, boolean end) {
        try {
            if (text.contains("T")) {
                return Instant.parse(text);
            }
            var day = LocalDate.parse(text);
            return end
                    ? day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1)
                    : day.atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no moment: write a day (2025-12-03) or an instant (2025-12-03T09:30:00Z)",
                    unreadable);
        }
    }
}
