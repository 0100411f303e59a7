package dev.sojourn.study;

/**
 * What a source says a number or word is; exactly one kind of saying, of which {@code atLeast} and {@code atMost} are one.
 *
 * @param equals a whole number or a word, or null
 * @param percent a share in whole per cents, rounded half up from the exact fraction, or null
 * @param atLeast the least it can be, or null
 * @param atMost the most it can be, or null
 */
public record Published(String equals, Integer percent, Integer atLeast, Integer atMost) {

    /**
     * Needs one kind.
     *
     * @throws IllegalArgumentException for none, or for more
     */
    public Published {
        int kinds = (equals == null ? 0 : 1) + (percent == null ? 0 : 1) + (atLeast == null && atMost == null ? 0 : 1);
        if (kinds != 1) {
            throw new IllegalArgumentException("needs one of equals, percent, and atLeast or atMost");
        }
    }

    /** As pages and tables show it, for example {@code 29 %} or {@code 21 to 40}. */
    public String text() {
        if (equals != null) {
            return equals;
        }
        if (percent != null) {
            return percent + " %";
        }
        return atMost == null
                ? "at least " + atLeast
                : atLeast == null ? "at most " + atMost : atLeast + " to " + atMost;
    }

    /** How a measured value is shown beside it. */
    String shown(Measured measured) {
        return percent == null || measured.share() == null
                ? measured.text()
                : measured.share().percent() + " %";
    }

    /** Whether what was measured is what was published. */
    boolean holds(Measured measured) {
        if (equals != null) {
            return equals.equals(measured.text());
        }
        if (percent != null) {
            return measured.share() != null && percent.equals(measured.share().percent());
        }
        return measured.count() != null
                && (atLeast == null || measured.count() >= atLeast)
                && (atMost == null || measured.count() <= atMost);
    }
}
