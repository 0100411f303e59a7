package dev.sojourn.study.why;

import dev.sojourn.event.Recorded;
import dev.sojourn.event.value.ResearcherId;
import java.util.List;

/**
 * Somebody who is in another cell.
 *
 * @param before their cell at first
 * @param after their cell in the end
 * @param cause the one that counts
 * @param events those between the two moments that are of this cause and about the person; none for rules and the world,
 *     and where the institution did it
 */
public record Change(ResearcherId researcher, String before, String after, Cause cause, List<Recorded> events) {}
