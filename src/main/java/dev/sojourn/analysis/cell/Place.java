package dev.sojourn.analysis.cell;

import java.util.Set;

/**
 * Where one person stands in an answer.
 *
 * @param cell the one cell they are in, {@link #OUTSIDE} for nobody that the answer is about
 * @param numbers the names of all numbers that count them, the cell among them
 */
public record Place(String cell, Set<String> numbers) {

    /** The cell of all who do not belong to what is counted. */
    public static final String OUTSIDE = "outside";

    /** Somebody outside whom no number counts. */
    public static final Place NOWHERE = new Place(OUTSIDE, Set.of());

    /** Of somebody outside, whom some numbers count even so. */
    static Place outside(Set<String> numbers) {
        return numbers.isEmpty() ? NOWHERE : new Place(OUTSIDE, numbers);
    }
}
