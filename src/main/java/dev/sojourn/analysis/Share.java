package dev.sojourn.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * A count out of a base, kept as a fraction so that it is rounded once, at the edge.
 *
 * @param count 0 to {@code base}; of a rate of change it can be below 0 or above the base, and such have no interval
 * @param base what it is a share of; of 0 there are no shares
 */
public record Share(int count, int base) {

    /**
     * A 95 % Wilson score interval (E. B. Wilson, 1927). For inference to a wider population: the count itself is
     * complete.
     */
    public record Interval(double low, double high) {}

    /** In [0, 1], rounded half up to 4 decimals; null over a base of 0. */
    public BigDecimal value() {
        return rounded(BigDecimal.valueOf(count), 4);
    }

    /** In whole per cents, rounded half up from the fraction itself; null over a base of 0. */
    public Integer percent() {
        var percent = rounded(BigDecimal.valueOf(count).movePointRight(2), 0);
        return percent == null ? null : percent.intValueExact();
    }

    /** Null over a base of 0. */
    public Interval wilson() {
        if (base == 0) {
            return null;
        }
        var interval = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(base, count, 0.05);
        return new Interval(interval.getLowerBound(), interval.getUpperBound());
    }

    private BigDecimal rounded(BigDecimal numerator, int decimals) {
        return base == 0 ? null : numerator.divide(BigDecimal.valueOf(base), decimals, RoundingMode.HALF_UP);
    }
}
