package dev.sojourn.bench.report;

/**
 * What was measured of one system.
 *
 * @param median of all tries but the first
 * @param least of the same
 * @param first the very first try, when nothing was kept from an earlier one
 * @param tries how many, the first not counted
 * @param missing why there is no number; null if there is one
 */
public record Cell(double median, double least, double first, int tries, String missing) {

    /** One number, measured once. */
    public static Cell of(double value) {
        return new Cell(value, value, value, 1, null);
    }

    /** No number: the system did not finish, or has no way to answer. */
    public static Cell missing(String why) {
        return new Cell(Double.NaN, Double.NaN, Double.NaN, 0, why);
    }

    /** The same in a smaller unit. */
    public Cell times(double factor) {
        return new Cell(median * factor, least * factor, first * factor, tries, missing);
    }

    /** Whether there is a number. */
    public boolean measured() {
        return missing == null;
    }
}
