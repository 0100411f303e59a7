package dev.sojourn.audit.diff;

import dev.sojourn.audit.history.History;
import java.util.List;

/**
 * One thing that is believed differently.
 *
 * @param how what became of it
 * @param fields what of it differs, by name
 * @param world whether it differs though nothing was recorded in between: the days are different ones
 * @param causes the events behind it, in the order of recording
 */
public record Difference(Piece piece, How how, List<Field> fields, boolean world, List<History.Line> causes) {
    /** What became of a thing. */
    public enum How {
        ADDED,
        ENDED,
        CONFIRMED,
        CHANGED,
        RETRACTED,
        REMOVED
    }

    /** A field, with what is believed of it; null for nothing. */
    public record Field(String name, String before, String after) {}
}
