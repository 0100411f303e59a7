package dev.sojourn.projection.person;

import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.Names;
import dev.sojourn.projection.column.Facts;
import dev.sojourn.projection.column.IntColumn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;

/**
 * What identifies people, apart from what is counted: names and identifiers. Erasure empties it for one person, at every
 * position, and nothing else.
 */
public final class People {

    /** Identifiers that were linked, or unlinked. */
    record Links(boolean linked, List<Identifier> identifiers) {}

    private record Person(Facts<Names> names, Facts<Links> links) {}

    private final IntColumn changedResearcher = new IntColumn();
    private final IntColumn changedPosition = new IntColumn();
    private volatile int changes;
    private volatile IntConsumer whenErased = researcher -> {};
    private final Map<Integer, Person> people = new ConcurrentHashMap<>();
    private final Set<Integer> erased = ConcurrentHashMap.newKeySet();
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

    void named(int researcher, Names names, int position) {
        if (names != null && !erased(researcher)) {
            person(researcher).names.add(names, position);
            log(researcher, position);
        }
    }

    void links(int researcher, boolean linked, List<Identifier> identifiers, int position) {
        if (!identifiers.isEmpty() && !erased(researcher)) {
            person(researcher).links.add(new Links(linked, identifiers), position);
            log(researcher, position);
        }
    }

    void close(int researcher, int position) {
        if (find(researcher) != null) {
            person(researcher).names.close(position);
            person(researcher).links.close(position);
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
        var person = people.get(researcher);
        return person == null ? null : person.names.latestSeenFrom(position);
    }

    public List<Identifier> identifiers(int researcher, int position) {
        if (borrowed(researcher)) {
            return before.identifiers(researcher, Math.min(position, since));
        }
        var person = people.get(researcher);
        if (person == null) {
            return List.of();
        }
        var linked = new java.util.LinkedHashSet<Identifier>();
        for (var links : person.links.seenFrom(position)) {
            if (links.linked) {
                linked.addAll(links.identifiers);
            } else {
                links.identifiers.forEach(linked::remove);
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

    private Person person(int researcher) {
        return people.computeIfAbsent(researcher, number -> {
            var known = before == null ? null : before.find(number);
            return known == null
                    ? new Person(new Facts<>(), new Facts<>())
                    : new Person(known.names.fork(since), known.links.fork(since));
        });
    }

    private Person find(int researcher) {
        return borrowed(researcher) ? before.find(researcher) : people.get(researcher);
    }

    private boolean borrowed(int researcher) {
        return before != null && !people.containsKey(researcher) && !erased(researcher);
    }
}
