package dev.sojourn.store.row;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Recorded time as stored: UTC with three digits of a second, always 24 characters, so that text order is time order. */
public final class Millis {

    private static final DateTimeFormatter TEXT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Millis() {}

    public static String text(Instant recorded) {
        return TEXT.format(recorded);
    }

    public static Instant parse(String stored) {
        return Instant.parse(stored);
    }
}
