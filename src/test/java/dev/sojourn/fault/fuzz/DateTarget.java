package dev.sojourn.fault.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sojourn.time.PartialDate;
import java.util.List;

/** A date: what is read is told as it was written, and its days are in order. */
public final class DateTarget {

    private DateTarget() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        try {
            var date = PartialDate.parse(text);
            if (!date.toString().equals(text) || date.earliest().isAfter(date.latest())) {
                throw new AssertionError("read as " + date);
            }
        } catch (IllegalArgumentException named) {
            if (named.getMessage() == null || named instanceof NumberFormatException) {
                throw new AssertionError("a refusal without a word of ours", named);
            }
        }
    }

    /** Of each precision. */
    public static List<String> seeds() {
        return List.of("2019", "2019-05", "2019-05-17", "2019-05~", "0001?", "9999-12-31~", "2020-02-29");
    }
}
