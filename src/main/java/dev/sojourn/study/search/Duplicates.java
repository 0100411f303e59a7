package dev.sojourn.study.search;

import dev.sojourn.projection.View;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Finds people who may be recorded twice: who share a name in any script and order, or have one with initials that may be
 * short for another's, or an identifier but for how it is written. Whom somebody found to be two is left out; nobody is ever
 * merged by this. Where more than {@value #COMMON_NAME} share a name, only those who were also at one institution are
 * proposed, and where more than {@value #COMMON_PLACE} of them were at one, that says nothing: so the work grows with the
 * names, and not with all their pairs.
 */
public final class Duplicates {
    private static final int COMMON_NAME = 20;

    private static final int COMMON_PLACE = 50;

    private static final Comparator<Candidates> WEIGHTIEST = Comparator.comparingInt(
                    (Candidates pair) -> -pair.weight())
            .thenComparingInt(Candidates::one)
            .thenComparingInt(Candidates::other);

    private final PeopleSearch search;

    /** Candidates among those whom a search finds. */
    public Duplicates(PeopleSearch search) {
        this.search = search;
    }

    /** All pairs as found last, so that whoever turns the pages of a list does not wait for each. */
    private record Found(long position, int erasures, List<Candidates> pairs) {}

    private Found last = new Found(-1, 0, List.of());

    private record Pair(int one, int other) {}

    /** Who may be the same person as somebody, as known in a view; the likeliest first. */
    public List<Candidates> of(View view, int researcher) {
        int survivor = view.survivor(researcher);
        var comparing = new Comparing(view);
        var others = new TreeSet<Integer>();
        for (String trait : Traits.of(view, survivor).keySet()) {
            pairs(
                    comparing,
                    sharing(view, trait),
                    Set.of(survivor),
                    (one, other) -> others.add(one == survivor ? other : one));
        }
        for (var group : new ShortForms(search.index(), view).of(survivor)) {
            pairs(comparing, group.all(), group.brief(), (one, other) -> {
                if (one == survivor || other == survivor) {
                    others.add(one == survivor ? other : one);
                }
            });
        }
        return ordered(
                view,
                others.stream().map(other -> comparing.of(survivor, other)).toList());
    }

    /** All pairs of a view, which must be of the ledger that is searched; the likeliest first. */
    public synchronized List<Candidates> all(View view) {
        int erasures = search.index().erasures();
        if (last.position != view.position() || last.erasures != erasures) {
            last = new Found(view.position(), erasures, find(view));
        }
        return last.pairs;
    }

    private List<Candidates> find(View view) {
        var comparing = new Comparing(view);
        var pairs = new HashSet<Pair>();
        for (String trait : search.index().shared()) {
            var sharing = sharing(view, trait);
            pairs(comparing, sharing, sharing, (one, other) -> pairs.add(new Pair(one, other)));
        }
        for (var group : new ShortForms(search.index(), view).all()) {
            pairs(comparing, group.all(), group.brief(), (one, other) -> pairs.add(new Pair(one, other)));
        }
        return ordered(
                view,
                pairs.stream().map(pair -> comparing.of(pair.one, pair.other)).toList());
    }

    private static List<Candidates> ordered(View view, Collection<Candidates> pairs) {
        return pairs.stream()
                .filter(pair -> !view.distinct(pair.one(), pair.other()))
                .sorted(WEIGHTIEST)
                .toList();
    }

    /** Whoever has a trait in a view, each person once. The index proposes; what somebody has is read in the view. */
    private Set<Integer> sharing(View view, String trait) {
        return search.index()
                .at(trait)
                .filter(researcher -> view.find(view.researcher(researcher)) == researcher)
                .filter(researcher -> Traits.of(view.names(researcher), view.identifiers(researcher))
                        .containsKey(trait))
                .map(view::survivor)
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Pairs of some with all who share something with them, the lower number first. */
    private static void pairs(
            Comparing comparing, Set<Integer> sharing, Set<Integer> some, BiConsumer<Integer, Integer> pair) {
        if (sharing.size() <= COMMON_NAME) {
            pairs(sharing, some, pair);
            return;
        }
        var byPlace = new TreeMap<Integer, Set<Integer>>();
        for (int one : sharing) {
            comparing.institutions(one).forEach(place -> byPlace.computeIfAbsent(place, none -> new TreeSet<>())
                    .add(one));
        }
        for (var there : byPlace.values()) {
            if (there.size() <= COMMON_PLACE) {
                pairs(there, some, pair);
            }
        }
    }

    private static void pairs(Set<Integer> sharing, Set<Integer> some, BiConsumer<Integer, Integer> pair) {
        for (int one : sharing) {
            if (some.contains(one)) {
                for (int other : sharing) {
                    boolean once = other > one || (other < one && !some.contains(other));
                    if (once) {
                        pair.accept(Math.min(one, other), Math.max(one, other));
                    }
                }
            }
        }
    }
}
