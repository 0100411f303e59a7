package dev.sojourn.projection;

import dev.sojourn.event.CohortEvent.CohortDefined;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.projection.column.Facts;
import dev.sojourn.projection.column.Facts.Fact;
import dev.sojourn.store.saved.SnapshotIn;
import dev.sojourn.store.saved.SnapshotOut;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The cohorts of the timeline: how each was defined, who was added and removed, and whether its list is final. */
final class Cohorts {

    /** Researchers that were added, or removed. */
    @SuppressWarnings("ArrayRecordComponent") // never compared; a roll can be long
    record Roll(boolean added, int[] researchers) {}

    /** What was ever recorded of one cohort. */
    record Log(Facts<CohortDefined> definitions, Facts<Roll> rolls, Facts<Boolean> frozen) {}

    private final Map<CohortId, Log> logs = new ConcurrentHashMap<>();

    Log log(CohortId cohort) {
        return logs.computeIfAbsent(cohort, id -> new Log(new Facts<>(), new Facts<>(), new Facts<>()));
    }

    /** The same cohorts for another writer. */
    Cohorts fork() {
        var fork = new Cohorts();
        logs.forEach(
                (id, log) -> fork.logs.put(id, new Log(log.definitions.fork(), log.rolls.fork(), log.frozen.fork())));
        return fork;
    }

    void close(CohortId cohort, int position) {
        log(cohort).definitions.close(position);
        log(cohort).rolls.close(position);
        log(cohort).frozen.close(position);
    }

    private record Saved(
            CohortId cohort,
            List<Fact<CohortDefined>> definitions,
            List<Fact<Roll>> rolls,
            List<Fact<Boolean>> frozen) {}

    /** Writes what had been said by a position, all but remarks, which may be personal. */
    void save(SnapshotOut out, int position) {
        out.json(logs.entrySet().stream()
                .map(entry -> new Saved(
                        entry.getKey(),
                        entry.getValue().definitions.saidBy(position).stream()
                                .map(fact -> new Fact<>(plain(fact.value()), fact.from(), fact.to()))
                                .toList(),
                        entry.getValue().rolls.saidBy(position),
                        entry.getValue().frozen.saidBy(position)))
                .toList());
    }

    private static CohortDefined plain(CohortDefined told) {
        return new CohortDefined(
                told.cohort(),
                told.title(),
                told.frame(),
                told.referenceYear(),
                told.drawn(),
                told.source(),
                Remarks.NONE);
    }

    /** Reads what was saved. */
    void load(SnapshotIn in) {
        for (var saved : in.json(Saved[].class)) {
            logs.put(saved.cohort, new Log(Facts.of(saved.definitions), Facts.of(saved.rolls), Facts.of(saved.frozen)));
        }
    }

    /** Those defined by a position, in the order of their ids. */
    List<CohortDefined> defined(int position) {
        var found = new ArrayList<CohortDefined>();
        logs.values().forEach(log -> {
            var definition = log.definitions.latestSeenFrom(position);
            if (definition != null) {
                found.add(definition);
            }
        });
        found.sort(java.util.Comparator.comparing(defined -> defined.cohort().value()));
        return found;
    }

    /** The definition as known at a position, or null. */
    CohortDefined definition(CohortId cohort, int position) {
        var log = logs.get(cohort);
        return log == null ? null : log.definitions.latestSeenFrom(position);
    }

    boolean frozen(CohortId cohort, int position) {
        var log = logs.get(cohort);
        return log != null && log.frozen.latestSeenFrom(position) != null;
    }

    /** Those that events after a position, up to another, defined or gave other members. */
    List<CohortId> changedBetween(int after, int upTo) {
        return logs.entrySet().stream()
                .filter(entry -> entry.getValue().definitions.changedBetween(after, upTo)
                        || entry.getValue().rolls.changedBetween(after, upTo))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Members as known at a position, in the order in which they were added. */
    Set<Integer> members(CohortId cohort, int position) {
        var members = new LinkedHashSet<Integer>();
        var log = logs.get(cohort);
        for (var roll : log == null ? List.<Roll>of() : log.rolls.seenFrom(position)) {
            for (int researcher : roll.researchers) {
                if (roll.added) {
                    members.add(researcher);
                } else {
                    members.remove(researcher);
                }
            }
        }
        return members;
    }
}
