package dev.sojourn.study.search;

import dev.sojourn.event.value.Names;
import dev.sojourn.projection.Timeline;
import dev.sojourn.projection.person.People;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;

/**
 * Whom to look at for a word, in memory: every name and identifier that anybody ever had. It only proposes; what holds at
 * a position is read there, so it may propose too many and is right at any moment of knowledge. It follows the timeline
 * when it is asked, and forgets an erased person at once.
 */
final class NameIndex {
    /** Begins the keys of identifiers. */
    private static final String IDENTIFIER = "#";

    private final ConcurrentSkipListMap<String, Postings> keys = new ConcurrentSkipListMap<>();
    private final People people;
    private int read;
    private volatile int erasures;

    NameIndex(Timeline timeline) {
        people = timeline.people();
        people.whenErased(this::forget);
    }

    /** Reads what was recorded since it was last asked. */
    synchronized void catchUp() {
        for (int upTo = people.changes(); read < upTo; read++) {
            int researcher = people.changedResearcher(read);
            int position = people.changedPosition(read);
            var names = people.names(researcher, position);
            var identifiers = people.identifiers(researcher, position);
            add(researcher, names);
            Traits.of(names, identifiers).keySet().forEach(trait -> add(trait, researcher));
            identifiers.forEach(identifier -> add(IDENTIFIER + key(identifier.value()), researcher));
        }
    }

    /** How many people were erased since the index was made: what was read from it before may name them. */
    int erasures() {
        return erasures;
    }

    /** Who may have a word as a word of their name, or as the beginning of one. */
    IntStream beginning(String word) {
        return keys.subMap(word, word + Character.MAX_VALUE).values().stream()
                .flatMapToInt(found -> IntStream.of(found.all()));
    }

    /** Who may have an initial in a name, each once. */
    IntStream initials() {
        return keys.entrySet().stream()
                .filter(entry -> entry.getKey().length() == 1)
                .flatMapToInt(entry -> IntStream.of(entry.getValue().all()))
                .distinct();
    }

    /** How many {@link #beginning} would propose. */
    int count(String word) {
        return keys.subMap(word, word + Character.MAX_VALUE).values().stream()
                .mapToInt(Postings::size)
                .sum();
    }

    /** Who may be called so as a whole. */
    IntStream whole(String whole) {
        return at(Traits.NAME + whole);
    }

    /** Who may be called so in another catalogue, with or without its scheme. */
    IntStream identified(String text) {
        int colon = text.indexOf(':');
        return IntStream.concat(
                at(IDENTIFIER + key(text)),
                colon < 0 ? IntStream.empty() : at(IDENTIFIER + key(text.substring(colon + 1))));
    }

    /** The {@link Traits} that more than one person may have. */
    Set<String> shared() {
        var shared = new TreeSet<String>();
        for (String kind : List.of(Traits.NAME, Traits.IDENTIFIER)) {
            keys.subMap(kind, kind + Character.MAX_VALUE).forEach((key, found) -> {
                if (found.size() > 1) {
                    shared.add(key);
                }
            });
        }
        return shared;
    }

    private static String key(String value) {
        return value.toLowerCase(Locale.ROOT);
    }

    /** Who may have a key, be it twice. */
    IntStream at(String key) {
        var found = keys.get(key);
        return found == null ? IntStream.empty() : IntStream.of(found.all());
    }

    private void add(int researcher, Names names) {
        if (names == null) {
            return;
        }
        for (String name : names.byScript().values()) {
            for (var words : Folding.readings(name)) {
                NameKeys.of(words).forEach(key -> add(key, researcher));
            }
        }
    }

    private void add(String key, int researcher) {
        keys.computeIfAbsent(key, none -> new Postings()).add(researcher);
    }

    /** Every key may hold a name of theirs; erasure is rare, and this a tenth of a second for a million names. */
    private synchronized void forget(int researcher) {
        erasures++;
        keys.values().removeIf(found -> found.remove(researcher));
    }
}
