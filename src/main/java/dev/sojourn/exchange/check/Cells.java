package dev.sojourn.exchange.check;

import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.Evidence;
import dev.sojourn.exchange.intake.Flaw;
import dev.sojourn.exchange.intake.Problems;
import dev.sojourn.exchange.intake.Row;
import dev.sojourn.time.PartialDate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads cells as what they should be; those that are not are reported, and read as null. */
final class Cells {

    private static final Pattern LINK = Pattern.compile("(?i)https?://");

    private final Problems problems;

    Cells(Problems problems) {
        this.problems = problems;
    }

    /** A cell that must say something. */
    String required(Row row, String column) {
        String text = row.get(column);
        if (text.isBlank()) {
            problems.row(row, column, Flaw.VALUE_MISSING, "the cell is empty", "fill it in, or delete the row");
            return null;
        }
        return text;
    }

    /** A cell that must say something, as a value that checks itself. */
    <T> T required(Row row, String column, Function<String, T> value) {
        String text = required(row, column);
        if (text == null) {
            return null;
        }
        try {
            return value.apply(text);
        } catch (IllegalArgumentException bad) {
            String stripped = text.strip();
            String advice = stripped.equals(text) ? "" : "write \"" + stripped + "\", without white space around it";
            problems.row(row, column, Flaw.BAD_VALUE, bad.getMessage(), advice);
            return null;
        }
    }

    /** A date as far as it is known; null also for an empty cell. */
    PartialDate date(Row row, String column) {
        String text = row.text(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return PartialDate.parse(text);
        } catch (IllegalArgumentException bad) {
            problems.row(row, column, Flaw.BAD_DATE, bad.getMessage(), Dates.advice(text));
            return null;
        }
    }

    /** A whole day that the row can do without; null also for an empty cell. */
    LocalDate day(Row row, String column) {
        String text = row.text(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException bad) {
            problems.field(
                    row,
                    column,
                    text,
                    Flaw.BAD_DATE,
                    "\"" + text + "\" is not a day, as in 2023-05-17",
                    Dates.advice(text));
            return null;
        }
    }

    /** A country that the row can do without; null also for an empty cell. */
    CountryCode country(Row row, String column) {
        String text = row.text(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return new CountryCode(text);
        } catch (IllegalArgumentException bad) {
            problems.field(row, column, text, Flaw.UNKNOWN_COUNTRY, bad.getMessage(), Countries.advice(text));
            return null;
        }
    }

    /** A moment, UTC, to the millisecond; null also for an empty cell. */
    Instant moment(Row row, String column) {
        String text = row.text(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException bad) {
            problems.row(
                    row,
                    column,
                    Flaw.BAD_TIMESTAMP,
                    "\"" + text + "\" is no moment, as in 2025-12-03T09:30:00Z",
                    momentMeant(text));
            return null;
        }
    }

    /** What shows a claim to be true: a link, or else the words that name the source. */
    static List<Evidence> evidence(Row row, LocalDate observedOn) {
        String source = row.text("source");
        if (source.isEmpty()) {
            return List.of();
        }
        if (LINK.matcher(source).lookingAt()) {
            try {
                return List.of(new Evidence(source, null, null, null, Evidence.Kind.OTHER, observedOn));
            } catch (IllegalArgumentException noLink) {
                // It only looks like a link: it is kept as it is written, as the name of the source.
                return List.of(new Evidence(null, source, null, null, Evidence.Kind.OTHER, observedOn));
            }
        }
        return List.of(new Evidence(null, source, null, null, Evidence.Kind.OTHER, observedOn));
    }

    private static String momentMeant(String text) {
        return Stream.of(text + "Z", text.replace(' ', 'T') + "Z", text + "T00:00:00Z")
                .filter(Cells::isMoment)
                .findFirst()
                .map(guess -> "write " + guess + " if it is UTC")
                .orElse("");
    }

    private static boolean isMoment(String text) {
        try {
            return OffsetDateTime.parse(text) != null;
        } catch (DateTimeException notOne) {
            return false;
        }
    }
}
