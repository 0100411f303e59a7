package dev.sojourn.projection.institution;

import dev.sojourn.event.value.GroupId;
import dev.sojourn.event.value.Sector;
import dev.sojourn.projection.column.Country;
import java.util.Set;

/**
 * What an institution is on one day, as known at one position.
 *
 * @param institution the institution itself, or the one it has merged into by that day
 * @param country {@link Country} of its headquarters, {@link Country#UNKNOWN} if not known
 * @param sector of it
 * @param parent its ultimate parent that day; itself if it has none
 * @param groups those it or any of its parents belongs to
 */
public record InstitutionState(int institution, int country, Sector sector, int parent, Set<GroupId> groups) {}
