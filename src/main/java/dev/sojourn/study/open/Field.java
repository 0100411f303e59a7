package dev.sojourn.study.open;

/** Whole numbers from 0 to p - 1 with p = 2^61 - 1, a prime: sums of counts are exact in it, and every number divides. */
final class Field {

    static final long P = (1L << 61) - 1;

    private Field() {}

    static long add(long one, long other) {
        long sum = one + other;
        return sum >= P ? sum - P : sum;
    }

    static long subtract(long one, long other) {
        return one >= other ? one - other : one - other + P;
    }

    static long times(long one, long other) {
        long high = Math.multiplyHigh(one, other);
        long low = one * other;
        return add(low & P, (high << 3) | (low >>> 61)); // 2^61 is 1
    }

    /** One divided by it (Fermat). */
    static long inverse(long number) {
        long result = 1;
        long power = number;
        for (long rest = P - 2; rest > 0; rest >>= 1) {
            result = (rest & 1) == 1 ? times(result, power) : result;
            power = times(power, power);
        }
        return result;
    }
}
