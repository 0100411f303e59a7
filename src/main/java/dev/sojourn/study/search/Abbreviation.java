package dev.sojourn.study.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A name in which some words are initials beside a whole one ("J. Smith", "Smith, J. A."), as folded.
 *
 * @param whole the words that are written out
 * @param initials the others
 */
record Abbreviation(List<String> whole, List<String> initials) {
    /** The words of a name as one; null if it has no initials, or nothing else. */
    static Abbreviation of(List<String> words) {
        var whole = words.stream().filter(word -> word.length() > 1).toList();
        var initials = words.stream().filter(word -> word.length() == 1).toList();
        return whole.isEmpty() || initials.isEmpty() ? null : new Abbreviation(whole, initials);
    }

    /** The word to look others up by: the longest says most. */
    String word() {
        return whole.stream()
                .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    /** Whether it may be short for a name: each word is one of its words, and each initial begins another one of them. */
    boolean shortFor(List<String> words) {
        var left = new ArrayList<>(words);
        if (words.size() < whole.size() + initials.size() || !whole.stream().allMatch(left::remove)) {
            return false;
        }
        for (String initial : initials) {
            var begun = left.stream().filter(word -> word.startsWith(initial)).findFirst();
            if (begun.isEmpty()) {
                return false;
            }
            left.remove(begun.get());
        }
        return true;
    }
}
