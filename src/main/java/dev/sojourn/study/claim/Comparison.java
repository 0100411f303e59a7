package dev.sojourn.study.claim;

import java.util.List;
import java.util.Optional;

/** How a sentence compares with its number. */
enum Comparison {
    /** The number, rounded half up to the places that are written. */
    EXACTLY(),
    /** Near it, on either side; see {@link Claimed#tolerance}. */
    ABOUT("about", "around", "roughly", "some", "close to"),
    /** Near it, and not more. */
    NEARLY("nearly", "almost"),
    MORE_THAN("more than", "over", "above"),
    LESS_THAN("less than", "fewer than", "under", "below"),
    AT_LEAST("at least"),
    AT_MOST("at most", "up to"),
    /** From one number to another, both included. */
    BETWEEN(),
    /** More than half; there is no number. */
    MOST();

    private final String words; // with commas between them

    Comparison(String... words) {
        this.words = String.join(",", words);
    }

    private List<String> words() {
        return words.isEmpty() ? List.of() : List.of(words.split(",", -1));
    }

    /** The comparison that a text begins with, and its words. */
    static Optional<String> wordsOf(String text) {
        for (var comparison : values()) {
            for (var word : comparison.words()) {
                if (text.startsWith(word + " ")) {
                    return Optional.of(word);
                }
            }
        }
        return Optional.empty();
    }

    static Comparison of(String word) {
        for (var comparison : values()) {
            if (comparison.words().contains(word)) {
                return comparison;
            }
        }
        return EXACTLY;
    }

    /** All words, for a message. */
    static List<String> all() {
        return List.of(values()).stream()
                .flatMap(comparison -> comparison.words().stream())
                .toList();
    }
}
