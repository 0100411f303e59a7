package dev.sojourn.study.open;

import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import java.util.List;

/**
 * What everybody may see of a release.
 *
 * @param release what was published
 * @param threshold no count of fewer people, though more than none, can be worked out
 * @param figures those with anything to show, in the order of their ids
 */
public record PublicRelease(ReleasePublished release, int threshold, List<PublicFigure> figures) {}
