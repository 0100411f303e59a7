package dev.sojourn.projection.person;

import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.Names;
import dev.sojourn.projection.column.Facts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What identifies people, apart from what is counted: names and identifiers. Erasure empties it for one person, at every
 * position, and nothing else.
 */
public final class People {

    /** Identifiers that were linked, or unlinked. */
    record Links(boolean linked, List<Identifier> identifiers) {}

    private record Person(Facts<Names> names, Facts<Links> links) {}

    private final Map<Integer, Person> people = new ConcurrentHashMap<>();
    private final Set<Integer> erased = ConcurrentHashMap.newKeySet();

    void named(int researcher, Names names, int position) {
        if (names != null && !erased(researcher)) {
            person(researcher).names.add(names, position);
        }
    }

    void links(int researcher, boolean linked, List<Identifier> identifiers, int position) {
        if (!identifiers.isEmpty() && !erased(researcher)) {
            person(researcher).links.add(new Links(linked, identifiers), position);
        }
    }

    void close(int researcher, int position) {
        var person = people.get(researcher);
        if (person != null) {
            person.names.close(position);
            person.links.close(position);
        }
    }

    void erase(int researcher) {
        erased.add(researcher);
        people.remove(researcher);
    }

    /** Whether somebody was erased, by now: at every position. */
    public boolean erased(int researcher) {
        return erased.contains(researcher);
    }

    /** Null if none are known, or no longer. */
    public Names names(int researcher, int position) {
        var person = people.get(researcher);
        return person == null ? null : person.names.latestSeenFrom(position);
    }

    public List<Identifier> identifiers(int researcher, int position) {
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

    private Person person(int researcher) {
        return people.computeIfAbsent(researcher, number -> new Person(new Facts<>(), new Facts<>()));
    }
}
