package dev.sojourn.fault.damage;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Damages good examples. A fuzzer that learns from coverage would go further; that of Jazzer 0.24 does not run under
 * JUnit 6, and the formats here are small enough for chance.
 */
public final class Damage {

    /** What parsers stumble over. */
    private static final List<String> ODD = List.of(
            "null",
            "{}",
            "[]",
            "[null]",
            "\"\"",
            "-1",
            "0",
            "1e999999999",
            "9".repeat(2_000),
            "NaN",
            "true",
            "0000",
            "9999-12-31",
            "2020-02-30",
            "?",
            "~",
            "\"",
            "\\u0000",
            "\\ud800",
            "\u0000",
            "\ud800",
            "\u202e",
            "\r",
            "\n",
            ",,,,",
            "\"@class\":\"java.net.URL\",",
            "<!ENTITY a \"b\">",
            "&a ",
            "*a",
            "[".repeat(2_000),
            "{\"a\":".repeat(1_500),
            " ".repeat(2_000));

    private final Random random;

    public Damage(long seed) {
        random = new Random(seed);
    }

    /** One of these. */
    public <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A text, damaged in one to four places; other is where foreign pieces come from. */
    public String of(String text, String other) {
        var damaged = new StringBuilder(text);
        for (int places = 1 + random.nextInt(4); places > 0; places--) {
            int from = random.nextInt(damaged.length() + 1);
            int to = Math.min(damaged.length(), from + random.nextInt(random.nextInt(10) == 0 ? 200 : 8));
            switch (random.nextInt(7)) {
                case 0 -> damaged.delete(from, to);
                case 1 -> damaged.insert(to, damaged.substring(from, to));
                case 2 -> damaged.replace(from, to, any(ODD));
                case 3 -> damaged.insert(from, (char) random.nextInt(random.nextBoolean() ? 128 : 65_536));
                case 4 -> damaged.setLength(random.nextInt(8) == 0 ? from : damaged.length());
                case 5 -> damaged.replace(from, to, piece(other));
                default -> replaceValue(damaged);
            }
        }
        return damaged.toString();
    }

    private String piece(String other) {
        int from = random.nextInt(other.length() + 1);
        return other.substring(from, Math.min(other.length(), from + random.nextInt(60)));
    }

    /** Puts something odd where a value stands, so that what is around it stays well-formed. */
    private void replaceValue(StringBuilder json) {
        int from = json.indexOf(":", random.nextInt(json.length() + 1)) + 1;
        int to = from;
        while (to < json.length() && ",}]\n".indexOf(json.charAt(to)) < 0) {
            to++;
        }
        json.replace(from, to, any(ODD));
    }

    /**
     * Tries something many times.
     *
     * @param attempt is given damage of its own each time, and throws only what it may not throw
     * @throws AssertionError naming the seed that brings it about again
     */
    public static void times(int count, Consumer<Damage> attempt) {
        for (long seed = 0; seed < count; seed++) {
            try {
                attempt.accept(new Damage(seed));
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError unexpected) {
                throw new AssertionError("seed " + seed + ": " + unexpected, unexpected);
            }
        }
    }
}
