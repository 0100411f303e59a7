package dev.sojourn.exchange.answer;

import dev.sojourn.analysis.Asked;
import dev.sojourn.projection.View;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/**
 * The moment of knowledge that an answer was given from.
 *
 * @param position the last event that counts, 0 for the empty ledger
 * @param recorded when it was recorded, UTC with three fraction digits; null for the empty ledger
 */
public record KnownForm(long position, String recorded) {
    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    /** The moment of a view. */
    public static KnownForm of(View view) {
        return new KnownForm(view.position(), view.position() == 0 ? null : time(view.recorded()));
    }

    static KnownForm of(Asked asked) {
        return new KnownForm(asked.position(), asked.position() == 0 ? null : time(asked.recorded()));
    }

    /** An instant as every answer writes it. */
    public static String time(Instant instant) {
        return MILLISECONDS.format(instant);
    }
}
