package dev.sojourn.command;

/**
 * Something accepted that a person should look at.
 *
 * @param detail what, and which value
 */
public record Warning(Kind kind, String detail) {

    /** Stable names, for clients and import reports. */
    public enum Kind {
        /** Two spells of one researcher at one institution share a day. */
        OVERLAP_AT_ONE_INSTITUTION,
        /** Another spell of the researcher says exactly the same. */
        SAME_CLAIM_AGAIN,
        /** A day that has not come yet. */
        FUTURE_DATE,
        /** A year so long ago that it may be a slip of the pen. */
        UNLIKELY_DATE,
        /** A spell was seen to hold on a day before its start or after its end. */
        OBSERVED_OUTSIDE_STAY,
        /** The end is written coarser than the start, or before it, so that the stay may hold on no day. */
        MAY_HOLD_ON_NO_DAY
    }
}
