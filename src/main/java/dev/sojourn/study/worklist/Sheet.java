package dev.sojourn.study.worklist;

import java.time.LocalDate;
import java.util.List;

/**
 * A part of a worklist.
 *
 * @param asOf the day of the list
 * @param lines what to look at, most urgent first; can be fewer than asked for though more come
 * @param next where the next part begins, null at the end
 */
public record Sheet(LocalDate asOf, List<Line> lines, Spot next) {}
