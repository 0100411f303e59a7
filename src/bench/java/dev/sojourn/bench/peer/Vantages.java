package dev.sojourn.bench.peer;

import dev.sojourn.projection.column.Country;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * From where each question is asked. What is to be fast at any day, any position or for anybody is asked at another one
 * each time, so that nobody can have kept the answer.
 */
final class Vantages {

    private static final Instant EARLY = Instant.parse("2021-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2023-07-01T00:00:00Z");

    private final ToLongFunction<Instant> positionAt;
    private final int researchers;
    private final int head;

    Vantages(ToLongFunction<Instant> positionAt, int researchers, long head) {
        this.positionAt = positionAt;
        this.researchers = researchers;
        this.head = (int) head;
    }

    /** The parameters of a question when it is asked for the so-many-th time. */
    Map<String, Integer> of(Question question, int turn) {
        var all = new HashMap<>(Map.of(
                "from", day("2019-12-31"),
                "to", day("2025-12-31"),
                "position", head,
                "country", Country.number("US"),
                "origin", Country.number("CN"),
                "person", (int) (turn * 7_919L % researchers),
                "earlier", position(LATER),
                "later", position(LATER.plus(question == Question.CHANGES_MONTH ? 30 : 365, ChronoUnit.DAYS))));
        if (question == Question.RETENTION_THEN) {
            all.put("position", position(EARLY));
        } else if (question == Question.FLOWS_ANY) {
            all.put("position", position(LATER.minus(turn * 1_009L % 8_760, ChronoUnit.HOURS)));
            all.put("from", day(2010 + turn % 5 + "-06-30"));
            all.put("to", day(2016 + turn % 7 + "-06-30"));
        }
        return all;
    }

    /** The year-ends of {@link Question#YEARLY}: 26 of them. */
    static int[] yearEnds() {
        int[] days = new int[26];
        for (int year = 0; year < days.length; year++) {
            days[year] = day(2000 + year + "-12-31");
        }
        return days;
    }

    private int position(Instant moment) {
        return (int) positionAt.applyAsLong(moment);
    }

    private static int day(String date) {
        return Facts.day(LocalDate.parse(date));
    }
}
