package dev.sojourn.study.search;

import dev.sojourn.event.value.Names;
import java.util.ArrayList;
import java.util.List;

/** How well a name answers a text; 0 for not at all. */
final class NameMatch {
    private static final int AS_WRITTEN = 100;
    private static final int WHOLE = 90;
    private static final int WORDS = 70;
    private static final int BEGINNINGS = 50;
    private static final int INITIALS = 30;

    private final String plain;
    private final String whole;
    private final List<List<String>> ways;

    /** A match of a text. */
    NameMatch(String text) {
        var words = Folding.words(text);
        plain = Folding.plain(text);
        whole = NameKeys.whole(words);
        ways = Folding.readings(text).stream()
                .flatMap(reading -> NameKeys.joined(reading).stream())
                .toList();
    }

    /** The best of a person's names. */
    int score(Names names) {
        return names == null
                ? 0
                : names.byScript().values().stream().mapToInt(this::score).max().orElse(0);
    }

    private int score(String name) {
        if (Folding.plain(name).equals(plain)) {
            return AS_WRITTEN;
        }
        var words = Folding.words(name);
        if (!whole.isEmpty() && NameKeys.whole(words).equals(whole)) {
            return WHOLE;
        }
        int best = 0;
        for (var reading : Folding.readings(name)) {
            for (var way : ways) {
                best = Math.max(best, score(way, reading));
            }
        }
        return best;
    }

    /**
     * Each word asked for must be another word of the name, or syllables of it, or its beginning, or its initial; long
     * words count for more, and words that nobody asked for against it.
     */
    private static int score(List<String> asked, List<String> words) {
        var left = new ArrayList<>(words);
        int sum = 0;
        int letters = 0;
        for (String word : longestFirst(asked)) {
            int found = take(word, left);
            if (found == 0) {
                return 0;
            }
            sum += found * word.length();
            letters += word.length();
        }
        return letters == 0 ? 0 : Math.max(1, sum / letters - left.size());
    }

    private static List<String> longestFirst(List<String> words) {
        return words.stream()
                .sorted((one, other) -> Integer.compare(other.length(), one.length()))
                .toList();
    }

    /** Takes what answers a word out of what is left. */
    private static int take(String word, List<String> left) {
        for (int from = 0; from < left.size(); from++) {
            var joined = new StringBuilder();
            for (int to = from; to < left.size() && joined.length() < word.length(); to++) {
                joined.append(left.get(to));
                if (joined.toString().equals(word)) {
                    left.subList(from, to + 1).clear();
                    return WORDS;
                }
            }
        }
        for (int from = 0; from < left.size(); from++) {
            var joined = new StringBuilder();
            for (int to = from; to < left.size() && joined.length() < word.length(); to++) {
                joined.append(left.get(to));
                if (joined.toString().startsWith(word)) {
                    left.subList(from, to + 1).clear();
                    return word.length() == 1 ? INITIALS : BEGINNINGS;
                }
            }
        }
        return 0;
    }
}
