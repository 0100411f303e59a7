package dev.sojourn.command;

/** The one check that commands make of themselves: that what they cannot do without is there. */
final class Missing {

    private Missing() {}

    /**
     * Refuses an absent value.
     *
     * @param what the field, and how to write it
     * @throws IllegalArgumentException if the value is null
     */
    static void refuse(Object value, String what) {
        if (value == null) {
            throw new IllegalArgumentException("missing " + what);
        }
    }
}
