package dev.sojourn.study.claim;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact number, so that nothing is ever rounded twice. */
record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

    static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    static Fraction of(BigDecimal number) {
        return number.scale() > 0
                ? new Fraction(number.unscaledValue(), BigInteger.TEN.pow(number.scale()))
                : new Fraction(number.toBigIntegerExact(), BigInteger.ONE);
    }

    Fraction minus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).subtract(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Fraction plus(Fraction other) {
        return minus(other.times(-1));
    }

    /** In lowest terms, so that a product of many does not grow without need. */
    Fraction times(Fraction other) {
        var above = numerator.multiply(other.numerator);
        var below = denominator.multiply(other.denominator);
        var common = above.gcd(below).max(BigInteger.ONE);
        return new Fraction(above.divide(common), below.divide(common));
    }

    Fraction times(long factor) {
        return new Fraction(numerator.multiply(BigInteger.valueOf(factor)), denominator);
    }

    /** Rounded half up: halves away from zero, so that what fell by 10.5 points fell by 11. */
    BigDecimal rounded(int decimals) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_UP);
    }

    @Override
    public int compareTo(Fraction other) {
        return minus(other).numerator.signum();
    }
}
