package dev.sojourn.exchange.batch;

import dev.sojourn.command.Command;
import dev.sojourn.command.Obstacle;
import dev.sojourn.command.Request;
import dev.sojourn.command.RuleViolation;
import dev.sojourn.command.RuleViolation.Rule;
import dev.sojourn.command.Undo;
import dev.sojourn.command.curation.BulkCuration;
import dev.sojourn.command.curation.Curation;
import dev.sojourn.command.lookup.References;
import dev.sojourn.command.rule.State;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.PersonErased;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.value.Id;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.exchange.Progress;
import dev.sojourn.exchange.batch.BatchUndone.Item;
import dev.sojourn.store.LedgerStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Undoes an import as a whole: from its last event to its first, so many at a time that a transaction stays small. Stopped
 * at any moment it goes on where it was when it is run again; run once more it changes nothing. Its rows may be imported
 * again afterwards.
 */
public final class BatchUndo {

    /** Events a transaction takes. */
    private static final int CHUNK = 1_000;

    /** Of what stands in the way the first are enough to see what is wrong. */
    private static final int SHOWN = 1_000;

    private final LedgerStore store;
    private final Curation curation;
    private final Batches batches;
    private final int size;

    public BatchUndo(LedgerStore store, Curation curation, Batches batches) {
        this(store, curation, batches, CHUNK);
    }

    /**
     * The same with transactions of another size.
     *
     * @param size events a transaction takes at most
     */
    public BatchUndo(LedgerStore store, Curation curation, Batches batches, int size) {
        this.size = size;
        this.store = store;
        this.curation = curation;
        this.batches = batches;
    }

    /**
     * Undoes an import, unless something stands in the way.
     *
     * @param why the reason, required
     * @param dryRun to say what would be undone, and undo nothing
     * @throws RuleViolation if there is no reason, or somebody recorded what stands in the way meanwhile; what was undone
     *     before stays undone
     * @throws IllegalArgumentException if there is no such import
     */
    public BatchUndone run(String id, Remarks why, String actor, boolean dryRun, Progress progress) {
        var batch = find(id);
        if (why.reason() == null) {
            throw new RuleViolation(Rule.REASON_REQUIRED, "undoing an import needs a reason");
        }
        var counting = counting(id);
        long number = counting.values().stream().mapToLong(Set::size).sum();
        var inTheWay = inTheWay(batch, counting);
        if (dryRun || !inTheWay.isEmpty()) {
            return new BatchUndone(
                    id, dryRun, batch.events(), dryRun ? number : 0, batch.events() - number, inTheWay, null);
        }
        long undone = number == 0 ? 0 : undo(batch, counting, number, why, actor, progress);
        return new BatchUndone(id, false, batch.events(), undone, batch.events() - number, List.of(), null);
    }

    /**
     * The events that undoing an import would record, were nothing in the way; nothing is recorded.
     *
     * @throws RuleViolation if something stands in the way
     * @throws IllegalArgumentException if there is no such import
     */
    public List<Event> supposed(String id, Remarks why, String actor) {
        var batch = find(id);
        var counting = counting(id);
        if (counting.isEmpty()) {
            return List.of();
        }
        try (var bulk = curation.bulk()) {
            bulk.expectUndone(counting.keySet(), batch.firstPosition() - 1);
            for (var stretch : batches.backwards(id)) {
                var events = new ArrayList<Recorded>();
                store.read(stretch.from() - 1, stretch.to(), events::add);
                Collections.reverse(events);
                chunk(bulk, batch, events, counting, why, actor);
            }
            return bulk.kept();
        }
    }

    private Batch find(String id) {
        return batches.find(id)
                .orElseThrow(() -> new IllegalArgumentException("there is no import \"" + id + "\" in the ledger"));
    }

    /** The events of an import that count, by subject. */
    private Map<Id, Set<Long>> counting(String id) {
        var all = new LinkedHashMap<Id, Set<Long>>();
        for (var stretch : batches.backwards(id)) {
            store.read(stretch.from() - 1, stretch.to(), recorded -> all.computeIfAbsent(
                            recorded.event().subject(), subject -> new HashSet<>())
                    .add(recorded.header().sequence()));
        }
        all.forEach((subject, sequences) -> sequences.retainAll(
                Curation.state(store, subject).counted(Set.of()).keySet()));
        all.values().removeIf(Set::isEmpty);
        return all;
    }

    private List<Item> inTheWay(Batch batch, Map<Id, Set<Long>> undone) {
        var found = new ArrayList<Obstacle>();
        var gone = new ArrayList<Id>();
        undone.forEach((subject, sequences) -> {
            var state = Curation.state(store, subject);
            found.addAll(state.inTheWayOf(sequences));
            state.counted(Set.of()).forEach((sequence, event) -> {
                if (event instanceof PersonErased) {
                    found.add(obstacle(event, sequence, Rule.RESEARCHER_ERASED, "nothing more is recorded of them"));
                }
            });
            if (sequences.contains(state.counted(Set.of()).firstKey())) {
                gone.add(subject);
            }
        });
        var references = new References(store);
        references.expect(gone, batch.firstPosition() - 1, store.head());
        Map<Id, State<Command, Event>> naming = new LinkedHashMap<>();
        for (var target : gone) {
            for (var subject : references.naming(target, batch.firstPosition() - 1, store.head())) {
                var counted = naming.computeIfAbsent(subject, other -> Curation.state(store, other))
                        .counted(undone.getOrDefault(subject, Set.of()));
                counted.forEach((sequence, event) -> {
                    if (References.named(event).anyMatch(target::equals)) {
                        found.add(obstacle(event, sequence, Rule.STANDS_IN_THE_WAY, "it names " + target));
                    }
                });
            }
        }
        return found.stream().distinct().limit(SHOWN).map(this::item).toList();
    }

    private static Obstacle obstacle(Event event, long sequence, Rule rule, String why) {
        return new Obstacle(event.subject(), sequence, event.getClass().getSimpleName(), rule, why);
    }

    private Item item(Obstacle obstacle) {
        var header = store.ofSubject(obstacle.subject(), store.head())
                .get((int) obstacle.sequence())
                .header();
        return new Item(
                header.position(),
                obstacle.event(),
                obstacle.subject(),
                header.actor(),
                obstacle.rule(),
                obstacle.why());
    }

    private long undo(
            Batch batch, Map<Id, Set<Long>> counting, long number, Remarks why, String actor, Progress progress) {
        long undone = 0;
        try (var bulk = curation.bulk()) {
            bulk.expectUndone(counting.keySet(), batch.firstPosition() - 1);
            for (var stretch : batches.backwards(batch.id())) {
                for (long to = stretch.to(); to >= stretch.from(); to -= size) {
                    var chunk = new ArrayList<Recorded>(size);
                    store.read(Math.max(stretch.from() - 1, to - size), to, chunk::add);
                    Collections.reverse(chunk);
                    undone += chunk(bulk, batch, chunk, counting, why, actor);
                    bulk.flush();
                    progress.at(undone, number);
                }
            }
        }
        return undone;
    }

    private static int chunk(
            BulkCuration bulk,
            Batch batch,
            List<Recorded> chunk,
            Map<Id, Set<Long>> counting,
            Remarks why,
            String actor) {
        int undone = 0;
        for (var recorded : chunk) {
            var subject = recorded.event().subject();
            long sequence = recorded.header().sequence();
            if (counting.getOrDefault(subject, Set.of()).contains(sequence)) {
                bulk.apply(
                        new Request(
                                Undo.of(subject, sequence, why),
                                actor,
                                "undo-" + batch.id() + "-" + chunk.get(0).position(),
                                null,
                                batch.id()),
                        null,
                        null);
                undone++;
            }
        }
        return undone;
    }
}
