package dev.sojourn.bench.report;

import java.util.Locale;

/**
 * What the design wants of a row.
 *
 * @param least whether {@code bound} is a lower bound, else an upper one
 * @param bound of {@code reached}
 * @param reached a ratio or an amount
 * @param unit of both, written after the number
 */
public record Goal(boolean least, double bound, double reached, String unit) {

    /** The size of the reference set for which the design's goals for questions are meant. */
    public static final int SIZE = 1_000_000;

    /** At least so many times. */
    public static Goal atLeast(double bound, double reached) {
        return new Goal(true, bound, reached, "×");
    }

    /** At most so much. */
    public static Goal atMost(double bound, double reached, String unit) {
        return new Goal(false, bound, reached, unit);
    }

    /** Whether it is reached. */
    public boolean met() {
        return least ? reached >= bound : reached <= bound;
    }

    /** The goal. */
    public String wanted() {
        return (least ? "≥ " : "≤ ") + number(bound) + unit;
    }

    /** Met or missed, and by how much. */
    public String verdict() {
        if (Double.isNaN(reached)) {
            return "N/A";
        }
        double factor = least ? bound / reached : reached / bound;
        return number(reached) + unit + (met() ? ", met" : ", **missed** by a factor of " + number(factor));
    }

    /** Three digits that count. */
    static String number(double value) {
        double size = Math.abs(value);
        int digits = size == 0 || size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : size >= 0.0995 ? 3 : 5;
        return String.format(Locale.ROOT, "%,." + digits + "f", value)
                .replaceFirst("(\\.\\d*?)0+$", "$1")
                .replaceFirst("\\.$", "");
    }
}
