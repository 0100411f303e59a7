package dev.sojourn.study.search;

import dev.sojourn.event.value.Names;
import dev.sojourn.projection.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Who may stand in a view under a short form of somebody's name. Names are folded once for each word that somebody
 * abbreviated around, however many did, so that the work grows with the names and not with their pairs.
 */
final class ShortForms {
    private final NameIndex index;
    private final View view;
    private final Map<Integer, List<List<String>>> folded = new HashMap<>();

    /**
     * Those who may be called the same.
     *
     * @param brief who have the name with initials
     * @param all those, and whoever has a name that it may be short for
     */
    record Group(Set<Integer> brief, Set<Integer> all) {}

    ShortForms(NameIndex index, View view) {
        this.index = index;
        this.view = view;
    }

    /** All groups of a view of at least two people. */
    List<Group> all() {
        var byWord = new TreeMap<String, Map<Abbreviation, Set<Integer>>>();
        index.initials().filter(this::holds).forEach(researcher -> names(researcher)
                .forEach(words -> {
                    var brief = Abbreviation.of(words);
                    if (brief != null) {
                        byWord.computeIfAbsent(brief.word(), none -> new HashMap<>())
                                .computeIfAbsent(brief, none -> new TreeSet<>())
                                .add(view.survivor(researcher));
                    }
                }));
        var groups = new ArrayList<Group>();
        byWord.forEach((word, briefs) -> {
            int[] candidates = index.at(word).distinct().filter(this::holds).toArray();
            briefs.forEach((brief, who) -> {
                var group = group(brief, who, candidates);
                if (group.all.size() > 1) {
                    groups.add(group);
                }
            });
            folded.clear();
        });
        return groups;
    }

    /** The groups that somebody is in: by their own short names, and by others' that may be short for theirs. */
    List<Group> of(int survivor) {
        var briefs = new LinkedHashSet<Abbreviation>();
        for (int part : view.states().parts(survivor)) {
            for (var words : names(part)) {
                add(words, any -> true, briefs);
                words.stream().filter(word -> word.length() > 1).forEach(word -> {
                    for (int other : at(word, words)) {
                        names(other).forEach(theirs -> add(theirs, brief -> brief.shortFor(words), briefs));
                    }
                });
            }
        }
        return briefs.stream().map(this::group).toList();
    }

    private static void add(List<String> words, Predicate<Abbreviation> wanted, Set<Abbreviation> briefs) {
        var brief = Abbreviation.of(words);
        if (brief != null && wanted.test(brief)) {
            briefs.add(brief);
        }
    }

    /** Who has a word in a name beside an initial of one of some words. */
    private int[] at(String word, List<String> words) {
        var initialled = words.stream()
                .map(other -> other.substring(0, 1))
                .distinct()
                .flatMapToInt(index::at)
                .boxed()
                .collect(Collectors.toSet());
        return index.at(word)
                .filter(initialled::contains)
                .distinct()
                .filter(this::holds)
                .toArray();
    }

    private Group group(Abbreviation brief) {
        int[] candidates = at(brief.word());
        var who = new TreeSet<Integer>();
        for (int candidate : candidates) {
            if (names(candidate).stream().map(Abbreviation::of).anyMatch(brief::equals)) {
                who.add(view.survivor(candidate));
            }
        }
        return group(brief, who, candidates);
    }

    private int[] at(String word) {
        return index.at(word).distinct().filter(this::holds).toArray();
    }

    private Group group(Abbreviation brief, Set<Integer> who, int[] candidates) {
        var all = new TreeSet<>(who);
        for (int candidate : candidates) {
            if (names(candidate).stream().anyMatch(brief::shortFor)) {
                all.add(view.survivor(candidate));
            }
        }
        return new Group(who, all);
    }

    private boolean holds(int researcher) {
        return view.find(view.researcher(researcher)) == researcher;
    }

    private List<List<String>> names(int researcher) {
        return folded.computeIfAbsent(researcher, this::fold);
    }

    private List<List<String>> fold(int researcher) {
        return words(view.names(researcher));
    }

    /** The words of each name, as folded; none for somebody without one. */
    static List<List<String>> words(Names names) {
        return names == null
                ? List.of()
                : names.byScript().values().stream()
                        .flatMap(name -> Folding.readings(name).stream())
                        .toList();
    }
}
