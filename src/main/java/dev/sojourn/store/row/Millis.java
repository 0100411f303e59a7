package dev.sojourn.store.row;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Recorded time as stored: UTC with three digits of a second, always 24 characters, so that text order is time order. */
public final class Millis {

    private static final DateTimeFormatter TEXT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final String FORM = "0000-00-00T00:00:00.000Z";
    private static final int LENGTH = FORM.length();

    private Millis() {}

    public static String text(Instant recorded) {
        return TEXT.format(recorded);
    }

    /**
     * Reads what {@link #text} wrote: a formatter takes a tenth of all the time of building the read model.
     *
     * @throws DateTimeException if it is no moment
     */
    public static Instant parse(String stored) {
        if (stored.length() != LENGTH || !separated(stored)) {
            return Instant.parse(stored);
        }
        int hour = number(stored, 11, 13);
        int minute = number(stored, 14, 16);
        int second = number(stored, 17, 19);
        if (hour > 23 || minute > 59 || second > 59) {
            return Instant.parse(stored);
        }
        var day = LocalDate.of(number(stored, 0, 4), number(stored, 5, 7), number(stored, 8, 10));
        long millis = ((hour * 60L + minute) * 60 + second) * 1000 + number(stored, 20, 23);
        return Instant.ofEpochMilli(day.toEpochDay() * 86_400_000 + millis);
    }

    private static boolean separated(String stored) {
        for (int at = 0; at < LENGTH; at++) {
            char form = FORM.charAt(at);
            char here = stored.charAt(at);
            if (form == '0' ? here < '0' || here > '9' : here != form) {
                return false;
            }
        }
        return true;
    }

    private static int number(String stored, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            number = number * 10 + stored.charAt(at) - '0';
        }
        return number;
    }
}
