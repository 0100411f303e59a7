package dev.sojourn.study.claim;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A number that a claim rests on.
 *
 * @param exact as computed, or as published
 * @param half how far the true number can be from it, since it was published rounded; 0 where it is exact
 * @param text as it is shown: {@code 87}, {@code 398/675}, {@code 53 %}
 */
record Value(Fraction exact, Fraction half, String text) {

    private static final Fraction NONE = Fraction.of(0, 1);

    static Value count(int count) {
        return new Value(Fraction.of(count, 1), NONE, Integer.toString(count));
    }

    /** A share, in per cent or of 1. */
    static Value share(int count, int base, Kind kind) {
        return new Value(Fraction.of(kind == Kind.RATE ? count : 100L * count, base), NONE, count + "/" + base);
    }

    /** A share that no two counts make up; of a simple fraction, the fraction is shown. */
    static Value estimate(Fraction share, Kind kind) {
        var lowest = share.times(Fraction.of(1, 1));
        boolean simple = lowest.denominator().compareTo(BigInteger.valueOf(1_000_000)) < 0;
        return new Value(
                kind == Kind.RATE ? share : share.times(100),
                NONE,
                simple
                        ? lowest.numerator() + "/" + lowest.denominator()
                        : share.rounded(6).toPlainString());
    }

    /** A time, in whole units. */
    static Value time(int time, String unit) {
        return new Value(Fraction.of(time, 1), NONE, time + " " + unit);
    }

    /** A share that was published rounded. */
    static Value rounded(BigDecimal percent, Kind kind) {
        var unit = BigDecimal.ONE.scaleByPowerOfTen(-Math.max(0, percent.scale()));
        var half = Fraction.of(unit.divide(BigDecimal.valueOf(2)));
        var exact = Fraction.of(percent);
        boolean rate = kind == Kind.RATE;
        return new Value(
                rate ? hundredth(exact) : exact, rate ? hundredth(half) : half, percent.toPlainString() + " %");
    }

    private static Fraction hundredth(Fraction fraction) {
        return new Fraction(fraction.numerator(), fraction.denominator().multiply(BigInteger.valueOf(100)));
    }

    Value minus(Value other) {
        return new Value(exact.minus(other.exact), half.plus(other.half), text + " - " + other.text);
    }

    boolean isRounded() {
        return half.numerator().signum() > 0;
    }

    /** The least it can be. */
    Fraction least() {
        return exact.minus(half);
    }

    /** Less than this, or this where it is exact. */
    Fraction most() {
        return exact.plus(half);
    }
}
