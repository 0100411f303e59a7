package dev.sojourn.analysis.course;

import dev.sojourn.analysis.count.Values;
import java.time.LocalDate;

/**
 * A stretch of time in which one spell decides and its value does not change.
 *
 * @param since its first day, each date taken as its earliest day
 * @param certainBy the day by which it has certainly begun, however the dates written for its first day are read
 * @param row the deciding row, or a state without one
 * @param value of the attribute, or the state without one, as {@link Values} numbers them
 */
public record Stage(LocalDate since, LocalDate certainBy, int row, int value) {

    /** Whether a value is known, so that it can be compared with another. */
    public boolean known() {
        return value >= 0;
    }
}
