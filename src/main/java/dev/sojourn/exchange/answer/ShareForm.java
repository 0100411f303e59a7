package dev.sojourn.exchange.answer;

import dev.sojourn.analysis.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Fractions in [0, 1] with at most four decimals, rounded half up. */
public final class ShareForm {
    /** A 95 % interval of a share, for inference to a wider population; the count itself is complete. */
    public record Interval(String method, double level, BigDecimal low, BigDecimal high) {}

    private static final int DECIMALS = 4;
    private static final double UNITS = 10_000;

    /** Nearer to one unit than to the middle of two, by far more than multiplying can be off. */
    private static final double CLEAR = 0.499;

    /** Units that a double counts exactly, with as much to spare. */
    private static final double MANY = 1e9;

    private ShareForm() {}

    /** Null over a base of 0. */
    public static BigDecimal of(Share share) {
        var value = share.value();
        return value == null ? null : plain(value);
    }

    /** Wilson's; null over a base of 0. */
    public static Interval interval(Share share) {
        return interval("wilson", share.wilson());
    }

    /** Null if there is none. */
    public static Interval interval(String method, Share.Interval interval) {
        return interval == null ? null : new Interval(method, 0.95, round(interval.low()), round(interval.high()));
    }

    /** To four decimals, half up. */
    public static BigDecimal round(double value) {
        double units = value * UNITS;
        double nearest = Math.rint(units);
        if (Math.abs(units - nearest) < CLEAR && Math.abs(nearest) < MANY) {
            return plain(BigDecimal.valueOf((long) nearest, DECIMALS));
        }
        return plain(BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP));
    }

    /** 0.87 rather than 0.8700, but never 1E+1. */
    private static BigDecimal plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }
}
