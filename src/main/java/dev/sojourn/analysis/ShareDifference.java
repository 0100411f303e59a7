package dev.sojourn.analysis;

/**
 * How much larger the share of one sample is than that of another, which was drawn independently.
 *
 * @param first the one
 * @param second what is taken away
 */
public record ShareDifference(Share first, Share second) {

    /** In [-1, 1]; null if there is no share. */
    public Double value() {
        return first.base() == 0 || second.base() == 0 ? null : Double.valueOf(p(first) - p(second));
    }

    /**
     * A 95 % hybrid score interval, from the Wilson intervals of both shares: method 10 of R. G. Newcombe, Interval
     * estimation for the difference between independent proportions, Statistics in Medicine 17 (1998), 873-890. For
     * inference to wider populations; null if there is no share.
     */
    public Share.Interval newcombe() {
        if (value() == null) {
            return null;
        }
        var one = first.wilson();
        var other = second.wilson();
        double below = Math.hypot(p(first) - one.low(), other.high() - p(second));
        double above = Math.hypot(one.high() - p(first), p(second) - other.low());
        return new Share.Interval(value() - below, value() + above);
    }

    private static double p(Share share) {
        return (double) share.count() / share.base();
    }
}
