package dev.sojourn.study.worklist;

/**
 * Where a part of a list begins.
 *
 * @param place how many people come before it
 * @param skip how many lines about the next one come before it
 */
public record Spot(int place, int skip) {
    /** The begin of a list. */
    public static final Spot FIRST = new Spot(0, 0);

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Spot parse(String text) {
        if (!text.matches("\\d{1,9}\\.\\d{1,9}")) {
            throw new IllegalArgumentException("this cursor is of another list");
        }
        int dot = text.indexOf('.');
        return new Spot(Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
    }

    @Override
    public String toString() {
        return place + "." + skip;
    }
}
