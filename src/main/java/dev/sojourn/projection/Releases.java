package dev.sojourn.projection;

import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.projection.column.Facts;
import dev.sojourn.projection.column.Facts.Fact;
import dev.sojourn.store.saved.SnapshotIn;
import dev.sojourn.store.saved.SnapshotOut;
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

    private record Saved(ReleaseName name, List<Fact<ReleasePublished>> published, List<Fact<Boolean>> withdrawn) {}

    /** Writes what had been said by a position, all but remarks, which may be personal. */
    void save(SnapshotOut out, int position) {
        out.json(logs.entrySet().stream()
                .map(entry -> new Saved(
                        entry.getKey(),
                        entry.getValue().published.saidBy(position).stream()
                                .map(fact -> new Fact<>(plain(fact.value()), fact.from(), fact.to()))
                                .toList(),
                        entry.getValue().withdrawn.saidBy(position)))
                .toList());
    }

    private static ReleasePublished plain(ReleasePublished told) {
        return new ReleasePublished(
                told.release(),
                told.title(),
                told.position(),
                told.ruleSet(),
                told.digests(),
                told.questions(),
                told.regions(),
                Remarks.NONE);
    }

    /** Reads what was saved. */
    void load(SnapshotIn in) {
        for (var saved : in.json(Saved[].class)) {
            logs.put(saved.name, new Log(Facts.of(saved.published), Facts.of(saved.withdrawn)));
        }
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
