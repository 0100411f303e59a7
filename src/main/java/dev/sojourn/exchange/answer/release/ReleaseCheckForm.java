package dev.sojourn.exchange.answer.release;

import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.exchange.answer.Tabular;
import dev.sojourn.study.release.ReleaseAnswers;
import java.util.Arrays;
import java.util.List;

/**
 * A release, recomputed. As a table: a row for each figure.
 *
 * @param position the last event that counts in it
 * @param passed how many figures answer what was published
 * @param failed how many do not, or cannot be computed again
 */
public record ReleaseCheckForm(ReleaseName release, long position, int passed, int failed, List<Item> items)
        implements Tabular {
    /**
     * One figure.
     *
     * @param digest as published
     * @param recomputed as computed now; null if it cannot be
     * @param problem why not, or null
     */
    public record Item(String figure, boolean pass, String digest, String recomputed, String problem) {}

    /** The form of a verification. */
    public static ReleaseCheckForm of(ReleasePublished release, ReleaseAnswers answers) {
        var items = answers.checks().stream()
                .map(check -> new Item(check.id(), check.pass(), check.digest(), check.recomputed(), check.problem()))
                .toList();
        int passed = (int) items.stream().filter(Item::pass).count();
        return new ReleaseCheckForm(release.release(), release.position(), passed, items.size() - passed, items);
    }

    @Override
    public List<String> columns() {
        return List.of("mark", "figure", "digest", "recomputed", "problem");
    }

    @Override
    public List<List<Object>> rows() {
        return items.stream()
                .map(item -> Arrays.<Object>asList(
                        item.pass ? "pass" : "FAIL", item.figure, item.digest, item.recomputed, item.problem))
                .toList();
    }
}
