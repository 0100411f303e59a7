package dev.sojourn.study.worklist;

/**
 * A count, or the share that it is of a base.
 *
 * @param base null for a count alone
 */
record Value(int count, Integer base) {

    /** What one person adds to it. */
    record Part(boolean counted, boolean based) {}

    /**
     * How far it moves at most when somebody turns out to be unobserved, or to be counted: in percentage points, or of a
     * count in people.
     *
     * @param keepsUnobserved whether somebody of the base stays in it when unobserved
     */
    double effect(Part now, boolean keepsUnobserved) {
        var unobserved = new Part(false, now.based && keepsUnobserved);
        var in = new Part(true, true);
        return Math.max(change(now, unobserved), change(now, in));
    }

    private double change(Part now, Part then) {
        int others = count - number(now.counted);
        if (base == null) {
            return Math.abs(others + number(then.counted) - count);
        }
        int otherBase = base - number(now.based);
        return Math.abs(percent(others + number(then.counted), otherBase + number(then.based)) - percent(count, base));
    }

    /** A share of nobody is taken for 0: there is nothing yet that could be moved. */
    private static double percent(int count, int base) {
        return base == 0 ? 0 : 100.0 * count / base;
    }

    private static int number(boolean yes) {
        return yes ? 1 : 0;
    }
}
