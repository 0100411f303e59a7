package dev.sojourn.projection.day;

/**
 * The codes of the people of one block, by place, in one byte each where all codes there are fit, else in two: they are
 * kept for every day and attribute asked for.
 */
final class CodeColumn {

    /** The most codes there may be. */
    static final int MOST = 1 << 16;

    private final byte[] small; // numbers without a sign; null if codes are large
    private final char[] large;

    private CodeColumn(byte[] small, char[] large) {
        this.small = small;
        this.large = large;
    }

    /**
     * A column.
     *
     * @param size one more than the largest code there is
     */
    static CodeColumn of(int[] codes, int size) {
        boolean fit = size <= 1 << 8;
        var column = new CodeColumn(fit ? new byte[codes.length] : null, fit ? null : new char[codes.length]);
        for (int place = 0; place < codes.length; place++) {
            column.set(place, codes[place]);
        }
        return column;
    }

    /** The same, to be changed. */
    CodeColumn copy() {
        return new CodeColumn(small == null ? null : small.clone(), large == null ? null : large.clone());
    }

    void set(int place, int code) {
        if (small != null) {
            small[place] = (byte) code;
        } else {
            large[place] = (char) code;
        }
    }

    /** The codes of some, side by side; {@code places} null for all. */
    void gather(int[] places, int size, int[] into) {
        for (int at = 0; at < size; at++) {
            int place = places == null ? at : places[at];
            into[at] = small != null ? Byte.toUnsignedInt(small[place]) : large[place];
        }
    }

    /** Bytes it takes. */
    long bytes() {
        return small != null ? small.length : 2L * large.length;
    }
}
