package dev.sojourn.projection;

import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.projection.column.Facts;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The releases of the timeline. */
final class Releases {

    /** What was ever recorded of one release. */
    record Log(Facts<ReleasePublished> published, Facts<Boolean> withdrawn) {}

    private final Map<ReleaseName, Log> logs = new ConcurrentHashMap<>();

    Log log(ReleaseName name) {
        return logs.computeIfAbsent(name, release -> new Log(new Facts<>(), new Facts<>()));
    }

    /** The same releases for another writer. */
    Releases fork() {
        var fork = new Releases();
        logs.forEach((name, log) -> fork.logs.put(name, new Log(log.published.fork(), log.withdrawn.fork())));
        return fork;
    }

    void close(ReleaseName name, int position) {
        log(name).published.close(position);
        log(name).withdrawn.close(position);
    }

    /** Those published by a position, in the order of the positions they name. */
    List<ReleasePublished> published(int position) {
        return logs.values().stream()
                .map(log -> log.published.latestSeenFrom(position))
                .filter(java.util.Objects::nonNull)
                .sorted(Comparator.comparingLong(ReleasePublished::position)
                        .thenComparing(release -> release.release().value()))
                .toList();
    }

    boolean withdrawn(ReleaseName name, int position) {
        var log = logs.get(name);
        return log != null && log.withdrawn.latestSeenFrom(position) != null;
    }
}
