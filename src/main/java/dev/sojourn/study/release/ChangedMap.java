package dev.sojourn.study.release;

import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.event.value.ReleasedRegions;
import dev.sojourn.study.rule.RuleBook;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * A region map that differs from what a release keeps under the same version. The release is answered with its own map all
 * the same; but whoever reads the version in two answers would take two maps for one.
 *
 * @param release that keeps another map
 * @param version of both
 */
public record ChangedMap(ReleaseName release, String version) {

    /** Every version of which a release keeps another map than the book has by now. */
    public static List<ChangedMap> since(Collection<ReleasePublished> releases, RuleBook book) {
        var now = new TreeMap<String, RegionMap>();
        book.maps().forEach(map -> now.put(map.version(), map));
        return releases.stream()
                .flatMap(release -> release.regions().stream()
                        .filter(kept -> now.containsKey(kept.version()) && !same(kept, now.get(kept.version())))
                        .map(kept -> new ChangedMap(release.release(), kept.version())))
                .toList();
    }

    /**
     * Refuses to publish with a map that an earlier release knows otherwise.
     *
     * @throws IllegalArgumentException naming the map and the release
     */
    public static void refuse(Collection<ReleasePublished> releases, RuleBook book) {
        since(releases, book).stream().findFirst().ifPresent(changed -> {
            throw new IllegalArgumentException(changed.text());
        });
    }

    /** As a sentence. */
    public String text() {
        return "region map " + version + " is another one than release " + release
                + " keeps under that version: a changed map needs a version of its own";
    }

    private static boolean same(ReleasedRegions kept, RegionMap now) {
        return new RegionMap(kept.version(), kept.countries()).equals(now);
    }
}
