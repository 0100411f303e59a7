package dev.sojourn.exchange.answer;

import dev.sojourn.analysis.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Fractions in [0, 1] with at most four decimals, rounded half up. */
public final class ShareForm {
    /** A 95 % interval of a share, for inference to a wider population; the count itself is complete. */
    record Interval(String method, double level, BigDecimal low, BigDecimal high) {}

    private ShareForm() {}

    /** Null over a base of 0. */
    public static BigDecimal of(Share share) {
        var value = share.value();
        return value == null ? null : plain(value);
    }

    /** Null over a base of 0. */
    static Interval interval(Share share) {
        var wilson = share.wilson();
        return wilson == null ? null : new Interval("wilson", 0.95, round(wilson.low()), round(wilson.high()));
    }

    static BigDecimal round(double value) {
        return plain(BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP));
    }

    /** 0.87 rather than 0.8700, but never 1E+1. */
    private static BigDecimal plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }
}
