package dev.sojourn.audit.diff;

import java.util.Comparator;

/**
 * One thing that is believed of a person.
 *
 * @param kind what it is
 * @param id which one: the id of a spell or degree, an identifier, the position of the event that ended or resumed the
 *     career, the other researcher of a merge, the attribute of a state; empty where there is only one
 */
public record Piece(Kind kind, String id) implements Comparable<Piece> {
    /** Kinds of things, in the order in which differences are shown. */
    public enum Kind {
        NAMES,
        IDENTIFIER,
        MERGED_INTO,
        MERGED,
        DEGREE,
        SPELL,
        CAREER,
        SEARCHED,
        STATE
    }

    private static final Comparator<Piece> ORDER =
            Comparator.comparing(Piece::kind).thenComparing(Piece::id);

    @Override
    public int compareTo(Piece other) {
        return ORDER.compare(this, other);
    }
}
