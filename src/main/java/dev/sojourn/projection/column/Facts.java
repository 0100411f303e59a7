package dev.sojourn.projection.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * What was ever recorded of one subject in one respect, each item visible from the position of its event until that
 * event was undone. For what is rare; what is many stands in columns.
 *
 * <p>One thread writes; the list is copied on each change, so a reader keeps the one it took.
 */
public final class Facts<T> {

    /** An item and the positions {@code [from, to)} from which it is seen. */
    public record Fact<T>(T value, int from, int to) {

        public boolean seenFrom(int position) {
            return from <= position && position < to;
        }
    }

    private volatile List<Fact<T>> all = List.of();

    /** The same for another writer. */
    public Facts<T> fork() {
        var fork = new Facts<T>();
        fork.all = all;
        return fork;
    }

    /** The same for another writer, as it was at a position. */
    public Facts<T> fork(int position) {
        return of(saidBy(position));
    }

    /** The facts of several, each for another writer. */
    public static <K, T> Map<K, Facts<T>> fork(Map<K, Facts<T>> facts) {
        var forks = new ConcurrentHashMap<K, Facts<T>>();
        facts.forEach((key, about) -> forks.put(key, about.fork()));
        return forks;
    }

    public void add(T value, int position) {
        var grown = new ArrayList<Fact<T>>(all.size() + 1);
        grown.addAll(all);
        grown.add(new Fact<>(value, position, Integer.MAX_VALUE));
        all = grown;
    }

    /** From a position on, nothing said so far counts; what does is said again. */
    public void close(int position) {
        all = all.stream()
                .map(fact -> fact.to == Integer.MAX_VALUE ? new Fact<>(fact.value, fact.from, position) : fact)
                .toList();
    }

    /** What had been said by a position, closed or not as it was then. */
    public List<Fact<T>> saidBy(int position) {
        return all.stream()
                .filter(fact -> fact.from <= position)
                .map(fact -> fact.to <= position ? fact : new Fact<>(fact.value, fact.from, Integer.MAX_VALUE))
                .toList();
    }

    /** The same of a subject of which perhaps nothing was ever said. */
    public static <T> List<Fact<T>> saidOf(Facts<T> facts, int position) {
        return facts == null ? List.of() : facts.saidBy(position);
    }

    /** Puts what was {@link #saidBy} some position with a subject, if anything was said. */
    public static <K, T> void put(Map<K, Facts<T>> all, K subject, List<Fact<T>> said) {
        if (said != null && !said.isEmpty()) {
            all.put(subject, of(said));
        }
    }

    /** Facts that were {@link #saidBy} some position. */
    public static <T> Facts<T> of(List<Fact<T>> said) {
        var facts = new Facts<T>();
        facts.all = said == null ? List.of() : List.copyOf(said);
        return facts;
    }

    /** Whether nothing was ever said. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Whether events after a position, up to another, said anything or had something count no longer. */
    public boolean changedBetween(int after, int upTo) {
        return all.stream()
                .anyMatch(fact -> (after < fact.from && fact.from <= upTo) || (after < fact.to && fact.to <= upTo));
    }

    /** Whether something holds for all that was ever said. */
    public boolean all(Predicate<T> holds) {
        return all.stream().allMatch(fact -> holds.test(fact.value));
    }

    /** What is seen from a position, in the order of recording. */
    public List<T> seenFrom(int position) {
        return all.stream()
                .filter(fact -> fact.seenFrom(position))
                .map(Fact::value)
                .toList();
    }

    /** The latest of what is seen from a position, or null. */
    public T latestSeenFrom(int position) {
        var facts = all;
        for (int at = facts.size() - 1; at >= 0; at--) {
            if (facts.get(at).seenFrom(position)) {
                return facts.get(at).value();
            }
        }
        return null;
    }
}
