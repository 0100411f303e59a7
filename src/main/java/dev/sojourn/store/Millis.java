package dev.sojourn.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Recorded time as stored: UTC with three digits of a second, always 24 characters, so that text order is time order. */
final class Millis {

    private static final DateTimeFormatter TEXT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Millis() {}

    static String text(Instant recorded) {
        return TEXT.format(recorded);
    }

    static Instant parse(String stored) {
        return Instant.parse(stored);
    }
}
