package dev.sojourn.analysis.survival;

import dev.sojourn.event.CareerEvent.Cause;
import java.util.Map;

/**
 * One line of an at-risk table: what happened at one time.
 *
 * @param time since the beginning, in whole units, 0 or more
 * @param atRisk those neither gone, nor ended, nor censored at an earlier time
 * @param gone first exits to another known value
 * @param ended careers that ended, by cause; all causes are there
 * @param censored those last known to be there at this time; they are at risk for the exits of the same time
 * @param partly those of {@code censored} who are not known to have been there until the very day of this time
 */
public record Risk(int time, int atRisk, int gone, Map<Cause, Integer> ended, int censored, int partly) {

    /** Careers that ended, of whatever cause. */
    public int endedInAll() {
        return ended.values().stream().mapToInt(Integer::intValue).sum();
    }
}
