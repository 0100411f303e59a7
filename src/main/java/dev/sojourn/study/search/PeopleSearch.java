package dev.sojourn.study.search;

import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.projection.Timeline;
import dev.sojourn.projection.View;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds people by what they are called: in any script and order ("單霽翔", "Shan Jixiang", "SHAN, Ji-Xiang"), by the
 * beginnings of their names or by initials beside one whole word ("J. Shan"), by an identifier, or by their id. Who was
 * merged is found as whom they are now; who was erased is not found by name.
 */
public final class PeopleSearch {
    /** More than any name answers a text. */
    private static final int CERTAIN = 200;

    /** How many are looked at more closely; a text that so many answer should say more. */
    private static final int MOST = 20_000;

    private final NameIndex index;

    /** Somebody, and how well they answer. */
    private record Found(int researcher, int score) {}

    /** A search of a ledger, which follows it. */
    public PeopleSearch(Timeline timeline) {
        index = new NameIndex(timeline);
    }

    /** The index, for those who look for people of the same name. */
    NameIndex index() {
        index.catchUp();
        return index;
    }

    /** Reads all names there are, so that the next question need not wait. */
    public void prepare() {
        index.catchUp();
    }

    /**
     * Who answers a text, as known in a view: the best first, then in the order of recording.
     *
     * @throws IllegalArgumentException for a text without a letter
     */
    public List<Integer> find(View view, String text) {
        var words = Folding.words(text);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("q needs at least one letter or digit");
        }
        index.catchUp();
        String asked = text.strip();
        var best = new HashMap<Integer, Integer>();
        IntStream.concat(index.identified(withoutAddress(asked)), byId(view, asked))
                .filter(researcher -> known(view, researcher) && named(view, researcher, asked))
                .forEach(researcher -> best.put(view.survivor(researcher), CERTAIN));
        var match = new NameMatch(asked);
        proposed(asked).filter(researcher -> known(view, researcher)).forEach(researcher -> {
            int score = match.score(view.names(researcher));
            if (score > 0) {
                best.merge(view.survivor(researcher), score, Math::max);
            }
        });
        return best.entrySet().stream()
                .map(entry -> new Found(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt((Found found) -> -found.score).thenComparingInt(Found::researcher))
                .map(Found::researcher)
                .toList();
    }

    /** Those of the rarest word, which is enough: all words must be met. Whoever has the word itself comes first. */
    private IntStream proposed(String text) {
        var byWord = Folding.readings(text).stream()
                .flatMap(reading -> NameKeys.joined(reading).stream())
                .flatMapToInt(this::rarest);
        return IntStream.concat(index.whole(NameKeys.whole(Folding.words(text))), byWord)
                .distinct()
                .limit(MOST);
    }

    /** An initial proposes too many: it is asked only for lack of anything else. */
    private IntStream rarest(List<String> words) {
        boolean initialsOnly = words.stream().allMatch(word -> word.length() == 1);
        return words.stream()
                .filter(word -> initialsOnly || word.length() > 1)
                .min(Comparator.comparingInt(index::count))
                .map(index::beginning)
                .orElse(IntStream.empty());
    }

    private static IntStream byId(View view, String text) {
        try {
            int number = view.find(new ResearcherId(text));
            return number == View.NONE ? IntStream.empty() : IntStream.of(number);
        } catch (IllegalArgumentException noId) {
            return IntStream.empty();
        }
    }

    private static boolean known(View view, int researcher) {
        return view.find(view.researcher(researcher)) == researcher;
    }

    private static boolean named(View view, int researcher, String asked) {
        String sought = withoutAddress(asked);
        return view.researcher(researcher).value().equals(asked)
                || view.identifiers(researcher).stream()
                        .anyMatch(identifier -> identifier.toString().equalsIgnoreCase(sought)
                                || identifier.value().equalsIgnoreCase(sought));
    }

    /** An ORCID iD is also written as the address of its page. */
    private static String withoutAddress(String text) {
        return text.replaceFirst("^https?://orcid\\.org/", "");
    }
}
