package dev.sojourn.study.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the words of a name are looked up by. */
final class NameKeys {
    /** Syllables of a given name are written together or apart; none is longer: zhuang, chuang, shuang. */
    private static final int LONGEST_SYLLABLE = 6;

    private NameKeys() {}

    /** Each word, and words beside each other that may be syllables of one: ji xiang is found by jixiang. */
    static Set<String> of(List<String> words) {
        var keys = new LinkedHashSet<>(words);
        for (int from = 0; from < words.size(); from++) {
            var joined = new StringBuilder();
            for (int to = from; to < words.size() && words.get(to).length() <= LONGEST_SYLLABLE; to++) {
                joined.append(words.get(to));
                keys.add(joined.toString());
            }
        }
        return keys;
    }

    /**
     * One text for a name whichever part comes first and however its syllables are divided: its letters as a ring, read
     * from where that gives the first text in the alphabet. Empty for no letters.
     */
    static String whole(List<String> words) {
        String ring = String.join("", words);
        int length = ring.length();
        String twice = ring + ring;
        int best = 0;
        for (int start = 1; start < length; start++) {
            int same = 0;
            while (same < length && twice.charAt(start + same) == twice.charAt(best + same)) {
                same++;
            }
            if (same < length && twice.charAt(start + same) < twice.charAt(best + same)) {
                best = start;
            }
        }
        return twice.substring(best, best + length);
    }

    /**
     * The words as one written with fewer spaces might have them: each pair of neighbours joined.
     *
     * @return as they are, first
     */
    static List<List<String>> joined(List<String> words) {
        var all = new ArrayList<List<String>>();
        all.add(words);
        for (int at = 0; at + 1 < words.size(); at++) {
            if (words.get(at).length() > 1 && words.get(at + 1).length() > 1) {
                var one = new ArrayList<>(words.subList(0, at));
                one.add(words.get(at) + words.get(at + 1));
                one.addAll(words.subList(at + 2, words.size()));
                all.add(one);
            }
        }
        return all;
    }
}
