package dev.sojourn.projection.person;

import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.projection.column.IntColumn;
import dev.sojourn.projection.person.Naming.Links;
import dev.sojourn.store.saved.SnapshotIn;
import dev.sojourn.store.saved.SnapshotOut;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/**
 * What identifies people, apart from what is counted: names and identifiers. Erasure empties it for one person, at every
 * position, and nothing else.
 */
public final class People {

    private final IntColumn changedResearcher = new IntColumn();
    private final IntColumn changedPosition = new IntColumn();
    private volatile int changes;
    private volatile IntConsumer whenErased = researcher -> {};
    private final Map<Integer, Naming> people = new ConcurrentHashMap<>();
    private final Set<Integer> erased = ConcurrentHashMap.newKeySet();
    /** Those of the snapshot that this timeline was read from, if it was. */
    private SealedPeople sealed = new SealedPeople();

    private IntFunction<Naming> opener = researcher -> null;
    private final People before; // whose people these are until they are written to; or null
    private final int since; // up to which position they are

    People() {
        this(null, Integer.MAX_VALUE);
    }

    private People(People before, int since) {
        this.before = before;
        this.since = since;
    }

    /**
     * The same people for another writer. Those who follow changes and erasures are not told of its; who is erased here
     * later, is so there, too.
     */
    People fork(int position) {
        return new People(this, position);
    }

    /** Writes who was named or linked by a position, each under their own key. */
    void save(SnapshotOut out, int researchers, int position, IntFunction<ResearcherId> id) {
        int said = changesBy(position);
        changedResearcher.save(out, said);
        changedPosition.save(out, said);
        out.numbers(erased.stream().mapToInt(Integer::intValue).toArray());
        out.number(researchers);
        for (int researcher = 0; researcher < researchers; researcher++) {
            var whose = id.apply(researcher);
            var person = people.get(researcher);
            out.bytes(
                    erased(researcher)
                            ? SealedPeople.NONE
                            : person == null
                                    ? sealed.of(researcher)
                                    : person.sealed(position, saved -> out.sealed(whose, saved)
                                            .orElse(SealedPeople.NONE)));
        }
    }

    private int changesBy(int position) {
        int said = changes;
        while (said > 0 && changedPosition.get(said - 1) > position) {
            said--;
        }
        return said;
    }

    /** Reads what was saved; each is opened when it is first asked for. */
    void load(SnapshotIn in, IntFunction<ResearcherId> id) {
        changes = changedResearcher.load(in);
        changedPosition.load(in);
        for (int researcher : in.numbers()) {
            erased.add(researcher);
        }
        sealed = SealedPeople.load(in);
        var unsealing = in.unsealing();
        opener = researcher -> unsealing
                .open(id.apply(researcher), sealed.of(researcher), Naming.Saved.class)
                .map(saved -> new Naming(saved, sealed.of(researcher)))
                .orElse(null);
    }

    void named(int researcher, Names names, int position) {
        if (names != null && !erased(researcher)) {
            person(researcher).named(names, position);
            log(researcher, position);
        }
    }

    void links(int researcher, boolean linked, List<Identifier> identifiers, int position) {
        if (!identifiers.isEmpty() && !erased(researcher)) {
            person(researcher).linked(new Links(linked, identifiers), position);
            log(researcher, position);
        }
    }

    void close(int researcher, int position) {
        if (find(researcher) != null) {
            person(researcher).close(position);
        }
    }

    void erase(int researcher) {
        erased.add(researcher);
        people.remove(researcher);
        whenErased.accept(researcher);
    }

    /** Whether somebody was erased, by now: at every position. */
    public boolean erased(int researcher) {
        return erased.contains(researcher) || (before != null && before.erased(researcher));
    }

    /** Null if none are known, or no longer. */
    public Names names(int researcher, int position) {
        if (borrowed(researcher)) {
            return before.names(researcher, Math.min(position, since));
        }
        var person = known(researcher);
        return person == null ? null : person.names.latestSeenFrom(position);
    }

    public List<Identifier> identifiers(int researcher, int position) {
        if (borrowed(researcher)) {
            return before.identifiers(researcher, Math.min(position, since));
        }
        var person = known(researcher);
        if (person == null) {
            return List.of();
        }
        var linked = new java.util.LinkedHashSet<Identifier>();
        for (var links : person.links.seenFrom(position)) {
            if (links.linked()) {
                linked.addAll(links.identifiers());
            } else {
                links.identifiers().forEach(linked::remove);
            }
        }
        return List.copyOf(linked);
    }

    /** How often anybody was named or linked so far; see {@link #changedResearcher}. */
    public int changes() {
        return changes;
    }

    /** Who was named or linked at a change, by its number from 0; for indexes that follow. */
    public int changedResearcher(int change) {
        return changedResearcher.get(change);
    }

    /** The position from which that is seen. */
    public int changedPosition(int change) {
        return changedPosition.get(change);
    }

    /** Has an index of names told of every erasure, before anybody is told that it is done. */
    public void whenErased(IntConsumer forget) {
        whenErased = whenErased.andThen(forget);
    }

    private void log(int researcher, int position) {
        int change = changes;
        changedResearcher.set(change, researcher);
        changedPosition.set(change, position);
        changes = change + 1; // volatile: whoever reads it sees the two columns up to there
    }

    private Naming person(int researcher) {
        var known = find(researcher);
        return people.computeIfAbsent(researcher, first -> known == null ? new Naming() : known.fork(since));
    }

    private Naming find(int researcher) {
        return borrowed(researcher) ? before.find(researcher) : known(researcher);
    }

    private boolean borrowed(int researcher) {
        return before != null && !people.containsKey(researcher) && !erased(researcher);
    }

    /** Null if nothing was ever said of them, or it was erased. */
    private Naming known(int researcher) {
        var person = people.get(researcher);
        return person != null || !sealed.has(researcher)
                ? person
                : people.computeIfAbsent(researcher, sought -> erased(sought) ? null : opener.apply(sought));
    }
}
