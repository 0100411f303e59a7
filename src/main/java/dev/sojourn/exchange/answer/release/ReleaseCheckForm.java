package dev.sojourn.exchange.answer.release;

import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.exchange.answer.Tabular;
import dev.sojourn.study.release.ChangedMap;
import dev.sojourn.study.release.ReleaseAnswers;
import dev.sojourn.study.rule.RuleBook;
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
     * @param regions version of the region map that it was answered with; null if the release does not keep its question
     * @param regionsChanged whether config/regions.yaml has another map under that version by now; the release's own holds
     * @param digest as published
     * @param recomputed as computed now; null if it cannot be
     * @param problem why not, or null
     */
    public record Item(
            String figure,
            boolean pass,
            String regions,
            boolean regionsChanged,
            String digest,
            String recomputed,
            String problem) {}

    /**
     * The form of a verification.
     *
     * @param book the region maps as they are now
     */
    public static ReleaseCheckForm of(ReleasePublished release, ReleaseAnswers answers, RuleBook book) {
        var changed = ChangedMap.since(List.of(release), book).stream()
                .map(ChangedMap::version)
                .toList();
        var items = answers.checks().stream().map(check -> item(check, changed)).toList();
        int passed = (int) items.stream().filter(Item::pass).count();
        return new ReleaseCheckForm(release.release(), release.position(), passed, items.size() - passed, items);
    }

    private static Item item(ReleaseAnswers.Check check, List<String> changed) {
        return new Item(
                check.id(),
                check.pass(),
                check.regions(),
                check.regions() != null && changed.contains(check.regions()),
                check.digest(),
                check.recomputed(),
                check.problem());
    }

    @Override
    public List<String> columns() {
        return List.of("mark", "figure", "regions", "regionsChanged", "digest", "recomputed", "problem");
    }

    @Override
    public List<List<Object>> rows() {
        return items.stream()
                .map(item -> Arrays.<Object>asList(
                        item.pass ? "pass" : "FAIL",
                        item.figure,
                        item.regions,
                        item.regionsChanged,
                        item.digest,
                        item.recomputed,
                        item.problem))
                .toList();
    }
}
