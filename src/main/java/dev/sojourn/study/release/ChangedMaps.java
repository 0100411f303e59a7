package dev.sojourn.study.release;

import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.study.rule.RuleBook;
import java.util.Collection;
import java.util.List;

/**
 * Region maps that differ from what a release keeps under the same version. The release is answered with its own map all
 * the same; but whoever reads the version in two answers would take two maps for one.
 */
public final class ChangedMaps {
    private ChangedMaps() {}

    /** A sentence for each release whose map is another one by now. */
    public static List<String> since(Collection<ReleasePublished> releases, RuleBook book) {
        return releases.stream()
                .filter(release -> release.regions() != null && changed(release, book))
                .map(release -> "region map " + release.regions().version() + " is another one than release "
                        + release.release() + " keeps under that version: a changed map needs a version of its own")
                .toList();
    }

    /**
     * Refuses to publish with a map that an earlier release knows otherwise.
     *
     * @throws IllegalArgumentException naming the map and the release
     */
    public static void refuse(Collection<ReleasePublished> releases, RuleBook book) {
        since(releases, book).stream().findFirst().ifPresent(changed -> {
            throw new IllegalArgumentException(changed);
        });
    }

    private static boolean changed(ReleasePublished release, RuleBook book) {
        var kept = new RegionMap(release.regions().version(), release.regions().countries());
        return book.maps().stream().anyMatch(map -> map.version().equals(kept.version()) && !map.equals(kept));
    }
}
